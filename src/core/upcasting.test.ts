import { expect, test } from 'vitest';
import { newestForm, newestVersion, type Upcasters } from './upcasting.ts';

const upcasters: Upcasters = {
  named: [(data) => ({ name: data }), (data) => ({ ...(data as { name: string }), reading: null })],
};

test('an event of every stored version is read in the newest one; another type stays as it is', () => {
  const stored = [
    { type: 'named', schemaVersion: 1, data: '名簿' },
    { type: 'named', schemaVersion: 2, data: { name: '名簿' } },
    { type: 'named', schemaVersion: 3, data: { name: '名簿', reading: 'めいぼ' } },
    { type: 'toString', schemaVersion: 1, data: 1 },
  ];
  expect(stored.map((event) => newestForm(upcasters, event))).toEqual([
    { type: 'named', schemaVersion: 3, data: { name: '名簿', reading: null } },
    { type: 'named', schemaVersion: 3, data: { name: '名簿', reading: null } },
    { type: 'named', schemaVersion: 3, data: { name: '名簿', reading: 'めいぼ' } },
    { type: 'toString', schemaVersion: 1, data: 1 },
  ]);
  expect(newestVersion(upcasters, 'named')).toBe(3);
});

test('an event that is newer than the program is refused by name and version', () => {
  expect(() => newestForm(upcasters, { type: 'named', schemaVersion: 4, data: {} })).toThrow('出来事「named」は版 4');
});
