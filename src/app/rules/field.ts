import { type Day, parseDay } from '../../core/calendar/day.ts';
import { type LocalTime, parseLocalTime } from '../../core/calendar/localTime.ts';
import { badInput, type Problem } from './outcome.ts';

/** Reads one member of an input; `expected` says what it should have been. */
type Field<Value> = (value: unknown) => { readonly value: Value } | { readonly expected: string };

type Values<Fields extends Readonly<Record<string, Field<unknown>>>> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Field<infer Value> ? Value : never;
};

/** A value in few words: a hostile one may be huge or nested a million deep. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `要素${value.length}個の配列`;
  if (typeof value === 'object' && value !== null) return 'オブジェクト';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Reads these members; the first that is missing or wrong is named. */
export function readFields<const Fields extends Readonly<Record<string, Field<unknown>>>>(
  input: Readonly<Record<string, unknown>>,
  fields: Fields,
): { readonly values: Values<Fields> } | { readonly problem: Problem } {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = Object.hasOwn(input, name) ? input[name] : undefined;
    const read = field(given);
    if ('expected' in read)
      return badInput(
        given === undefined
          ? `${name} がありません。${read.expected}を示してください。`
          : `${name}: ${shown(given)} は使えません。${read.expected}を示してください。`,
      );
    values[name] = read.value;
  }
  return { values: values as Values<Fields> };
}

export const dayField: Field<Day> = (value) => {
  const day = typeof value === 'string' ? parseDay(value) : null;
  return day ? { value: day } : { expected: '1873年から2999年までの実在する日付（YYYY-MM-DD）' };
};

export const momentField: Field<LocalTime> = (value) => {
  const moment = typeof value === 'string' ? parseLocalTime(value) : null;
  return moment ? { value: moment } : { expected: '実在する日時（YYYY-MM-DDThh:mm）' };
};

const isWhole = (value: unknown, from: number, through: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= through;

/** Far above any real amount, and low enough that every sum stays exact. */
const greatestYen = 1_000_000_000_000;
const greatestPersons = 10_000_000_000;
const greatestMinutes = 1_000_000_000;

const whole =
  (from: number, through: number, what: string): Field<number> =>
  (value) =>
    isWhole(value, from, through)
      ? { value }
      : { expected: `${from}以上${through.toLocaleString('en-US')}以下の整数（${what}）` };

export const yenField = whole(0, greatestYen, '円');
export const personsField = whole(0, greatestPersons, '人');
export const proposalsField = whole(1, 1_000_000, '件');

/** A list of whole minutes whose sum stays within bounds. */
export const minutesField: Field<readonly number[]> = (value) => {
  const expected = { expected: '0以上の整数（分）の配列で、合計が1,000,000,000分以下のもの' };
  if (!Array.isArray(value) || !value.every((one) => isWhole(one, 0, greatestMinutes))) return expected;
  return value.reduce((sum: number, one: number) => sum + one, 0) <= greatestMinutes ? { value } : expected;
};

/** The member may be absent or null. */
export const optional =
  <Value, Otherwise>(field: Field<Value>, otherwise: Otherwise): Field<Value | Otherwise> =>
  (value) =>
    value === undefined || value === null ? { value: otherwise } : field(value);

export const choice =
  <const Name extends string>(...names: readonly Name[]): Field<Name> =>
  (value) => {
    const name = names.find((one) => one === value);
    return name === undefined ? { expected: `${names.join('、')} のどれか` } : { value: name };
  };
