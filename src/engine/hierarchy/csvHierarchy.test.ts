import { expect, test } from 'vitest';
import { InputError } from '../inputError.ts';
import { attributeOf } from './attributeOf.ts';
import { csvHierarchy } from './csvHierarchy.ts';

const jobs = [
  ['医師', '医療', '*'],
  ['看護師', '医療', '*'],
  ['教員', '教育', '*'],
  ['司書', '教育', '*'],
];

const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'no error';
};

test('a hierarchy gives each value its groups, and shares over the rows of the file, not over the values that occur', () => {
  const { domain, levels } = attributeOf(csvHierarchy('職業', jobs), ['教員', '医師', '看護師']);
  expect(domain).toBe(4);
  expect(levels.map(({ labels }) => labels)).toEqual([['教員', '医師', '看護師'], ['教育', '医療'], ['*']]);
  expect(levels.map(({ groupOf }) => [...groupOf])).toEqual([
    [0, 1, 2],
    [0, 1, 1],
    [0, 0, 0],
  ]);
  expect(levels.map(({ share }) => [...share])).toEqual([[0.25, 0.25, 0.25], [0.5, 0.5], [1]]);
});

test('a file cut at the wrong mark says so', () => {
  const uncut = csvHierarchy(
    '職業',
    jobs.map((row) => [row.join(';')]),
  );
  expect(messageOf(() => attributeOf(uncut, ['医師']))).toContain('「;」を含みます。区切り文字（delimiter）を確かめて');
  expect(messageOf(() => attributeOf(csvHierarchy('職業', [['医師']]), ['司書']))).not.toContain('区切り文字');
});

test('values that the hierarchy misses are named with the column: the first ten and how many', () => {
  const hierarchy = csvHierarchy('職業', jobs);
  const unknown = Array.from({ length: 12 }, (_, index) => `職${index}`);
  const message = messageOf(() => attributeOf(hierarchy, ['医師', ...unknown, '']));
  expect(message).toContain('列「職業」');
  expect(message).toContain('「職0」「職1」');
  expect(message).toContain('「職9」など 13 件');
  expect(message).not.toContain('職10');
  expect(messageOf(() => attributeOf(hierarchy, ['']))).toContain('（空欄）の 1 件');
});

test('conflicting rows of a value, ragged rows and groups that split upward are refused, naming column and values', () => {
  const conflicting = messageOf(() => csvHierarchy('職業', [...jobs, ['教員', '公務', '*']]));
  expect(conflicting).toMatch(/列「職業」.*異なる行.*「教員」の 1 件/);
  const ragged = messageOf(() => csvHierarchy('職業', [...jobs, ['技師', '工業']]));
  expect(ragged).toMatch(/列「職業」.*3 列.*「技師」の 1 件/);
  const unnested = messageOf(() => csvHierarchy('職業', [...jobs, ['技師', '医療', '工業']]));
  expect(unnested).toMatch(/列「職業」.*段階 1 .*段階 2 .*「医療」の 1 件/);
  expect(messageOf(() => csvHierarchy('職業', []))).toMatch(/列「職業」.*行がありません/);
});

test('groups that lead back to themselves are refused by name', () => {
  const turned = messageOf(() =>
    csvHierarchy('職業', [
      ['甲', '乙', '*'],
      ['乙', '甲', '*'],
    ]),
  );
  expect(turned).toMatch(/列「職業」.*循環.*「甲」「乙」の 2 件/);
  expect(messageOf(() => csvHierarchy('職業', [['a', '医療', '保健', '医療']]))).toMatch(/循環.*「医療」「保健」/);
  expect(
    csvHierarchy('地域', [
      ['関東', '関東', '全国'],
      ['東京', '関東', '全国'],
    ]).levels,
  ).toBe(3);
});

test('equal duplicate rows are noted, and each counts as a row of the file', () => {
  const hierarchy = csvHierarchy('職業', [...jobs, ['教員', '教育', '*']]);
  expect(hierarchy.notes).toEqual(['列「職業」の階層に同じ行の重なりがあります: 「教員」の 1 件。']);
  expect(attributeOf(hierarchy, ['教員']).levels[1]?.share[0]).toBe(0.6);
});

test('a suppressed cell costs everything, stands alone below the top and joins a single top group', () => {
  const { levels } = attributeOf(csvHierarchy('職業', jobs), ['医師', null, '教員']);
  expect(levels.map(({ labels }) => labels)).toEqual([['医師', null, '教員'], ['医療', null, '教育'], ['*']]);
  expect(levels.map(({ share }) => share[1] ?? share[0])).toEqual([1, 1, 1]);
});
