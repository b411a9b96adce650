import { unifyHyphens } from '../../japan/unifyHyphens.ts';
import type { LabelReader } from './labelReader.ts';

/** Digits that stay at each level. */
export const postalCodeLevels = ['5', '3', '2', '1'] as const;

/** 〒272-0021, 2720021, ２７２－００２１ → 272-00**, 272-****, 27*-****, 2**-****. */
export const postalCodeReader: LabelReader = {
  levels: postalCodeLevels,
  read: (value) => {
    const plain = unifyHyphens(value.normalize('NFKC'))
      .replaceAll('ー', '-')
      .replaceAll(/[〒\s]/g, '');
    const [, area, rest] = /^(\d{3})-?(\d{4})$/.exec(plain) ?? [];
    if (area === undefined || rest === undefined) return { unreadable: reasonOf(plain) };
    return postalCodeLevels.map((digits) => masked(area + rest, Number(digits)));
  },
};

function masked(code: string, digits: number): string {
  const shown = code.slice(0, digits).padEnd(code.length, '*');
  return `${shown.slice(0, 3)}-${shown.slice(3)}`;
}

const reasonOf = (plain: string) =>
  /^\d{4,6}$/.test(plain)
    ? '7 桁ではありません（先頭の 0 が失われていないか確かめてください）'
    : '郵便番号として読めません';
