import { expect, test } from 'vitest';
import { generateAfterSchoolCare } from './generateAfterSchoolCare.ts';

/** Read by the platform's own decoder, not by the one that wrote it. */
const read = (bytes: Uint8Array): string[][] =>
  new TextDecoder('shift_jis', { fatal: true })
    .decode(bytes)
    .split('\r\n')
    .map((line) => line.split(','));

/** Values that exactly so many rows hold. */
const heldBy = (values: readonly string[], rows: number): string[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].flatMap(([value, count]) => (count === rows ? [value] : []));
};

test('12,000 children and guardians: the same bytes each time, two rare ages, one 外字, families, leading zeros', () => {
  const bytes = generateAfterSchoolCare(12_000);
  expect(Buffer.from(bytes).equals(generateAfterSchoolCare(12_000))).toBe(true);
  const [header, ...rows] = read(bytes);
  expect(rows.pop()).toEqual(['']);
  expect(rows.length).toBe(12_000);
  expect(rows.every((row) => row.length === header?.length)).toBe(true);
  const column = (name: string) => rows.map((row) => row[header?.indexOf(name) ?? -1] ?? '');
  expect(heldBy(column('年齢'), 1).sort()).toEqual(['103', '116']);
  expect(column('氏名').filter((name) => /[\uE000-\uF8FF]/.test(name)).length).toBe(1);
  expect(Buffer.from(bytes).filter((byte, at) => byte === 0xf0 && bytes[at + 1] === 0x40).length).toBe(1);
  expect(new Set(column('個人コード')).size).toBe(12_000);
  expect(column('個人コード')[0]).toBe('000000001');
  expect(column('個人番号').every((number) => /^0000\d{8}$/.test(number))).toBe(true);
  const addresses = column('住所');
  for (let first = 0; first < 12_000; first += 4) expect(new Set(addresses.slice(first, first + 4)).size).toBe(1);
  expect(addresses.every((address) => /^見本市[^町]+町\d+-\d+-\d+$/.test(address))).toBe(true);
});
