import { expect, test } from 'vitest';
import { rulesOf } from '../../../test/support/shippedRules.ts';
import { refusalBases } from '../refusals.ts';
import { ownBasis } from './ownBasis.ts';

const bases = [...new Set(Object.values(refusalBases))];
const national = bases.filter((basis) => /^(法|規則)\d/.test(basis));

test('STP-29: no refusal of Ichikawa rests on the Act or its rules, each names the ordinance’s own provision', () => {
  const ichikawa = rulesOf('ichikawa', '2019-08-01');
  const found = new Map(national.map((basis) => [basis, ownBasis(basis, ichikawa)]));
  // The Act's item on cancellations by other organs never reaches Ichikawa: its own four items are always named.
  found.delete('法113条5号');
  expect(found.size).toBeGreaterThan(15);
  expect([...found.values()].filter((basis) => /^(法|規則)\d/.test(basis))).toEqual([]);
  expect([found.get('法111条'), found.get('法60条3項'), found.get('法114条3項'), found.get('法118条1項')]).toEqual([
    '24条の4',
    '2条10号',
    '24条の7(3)',
    '24条の12',
  ]);
});

test('1c-04: Hokkaido University cites its own articles, and the Act where its text has none', () => {
  const hokkaido = rulesOf('hokkaido-university');
  expect(['法111条', '法112条1項', '法60条3項', '法74条1項'].map((basis) => ownBasis(basis, hokkaido))).toEqual([
    '5',
    '6',
    '2(1)(2)',
    '法74条1項',
  ]);
});

test('what no provision states keeps its requirement, and the Act’s own organs keep the Act', () => {
  const others = bases.filter((basis) => !national.includes(basis));
  for (const organ of ['ichikawa', 'kumamoto'])
    expect(others.map((basis) => ownBasis(basis, rulesOf(organ, '2026-01-20')))).toEqual(others);
  expect(ownBasis('規則53条1項', rulesOf('yokohama'))).toBe('規則53条1項');
});
