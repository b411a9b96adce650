/** 元号, newest first. A day on which one era follows another within the day belongs to both: 1912-07-30, 1926-12-25. */
export interface Era {
  readonly name: string;
  /** 令 in 令8.1.20. */
  readonly short: string;
  /** R in R8.1.20. */
  readonly letter: string;
  /** ㋿, one character. */
  readonly ligature: string;
  /** Year 1 (元年). */
  readonly firstYear: number;
  /** First and last day, `YYYY-MM-DD`; `last` is unset while the era goes on. */
  readonly first: string;
  readonly last?: string;
}

export const eras: readonly Era[] = [
  { name: '令和', short: '令', letter: 'R', ligature: '㋿', firstYear: 2019, first: '2019-05-01' },
  { name: '平成', short: '平', letter: 'H', ligature: '㍻', firstYear: 1989, first: '1989-01-08', last: '2019-04-30' },
  { name: '昭和', short: '昭', letter: 'S', ligature: '㍼', firstYear: 1926, first: '1926-12-25', last: '1989-01-07' },
  { name: '大正', short: '大', letter: 'T', ligature: '㍽', firstYear: 1912, first: '1912-07-30', last: '1926-12-25' },
  { name: '明治', short: '明', letter: 'M', ligature: '㍾', firstYear: 1868, first: '1868-10-23', last: '1912-07-30' },
];
