import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOf, tableOf } from '../../../test/support/naiveSearch.ts';
import type { Attribute, DistinctTable, SensitiveHistogram } from './distinctTable.ts';
import { createGrouper, type Grouping } from './grouping.ts';

/** What combinations look like at the levels; a level beyond the highest leaves the attribute out. */
const labelOf = ({ attributes, codes }: DistinctTable, levels: readonly number[], combination: number): string =>
  attributes
    .map(({ levels: all }, index) => all[levels[index] ?? 0]?.groupOf[codes[index]?.[combination] ?? 0] ?? '-')
    .join();

const combinationsOf = ({ combinations }: DistinctTable) => Array.from({ length: combinations }, (_, index) => index);
const listsOf = (table: DistinctTable) => (table.persons ? [...table.sensitive, table.persons] : table.sensitive);

/** Value code → records of the rows in one histogram. */
function valuesOf(
  { offsets, valueCodes, counts }: Pick<SensitiveHistogram, 'offsets' | 'valueCodes' | 'counts'>,
  rows: readonly number[],
) {
  const values: Record<number, number> = {};
  for (const row of rows)
    for (let entry = offsets[row] ?? 0; entry < (offsets[row + 1] ?? 0); entry++) {
      const value = valueCodes[entry] ?? -1;
      values[value] = (values[value] ?? 0) + (counts[entry] ?? 0);
    }
  return values;
}

/** Label → records and histograms, by a map over all combinations. */
function naiveClasses(table: DistinctTable, levels: readonly number[]) {
  const classes = Map.groupBy(combinationsOf(table), (index) => labelOf(table, levels, index));
  return Object.fromEntries(
    [...classes].map(([label, members]) => [
      label,
      {
        records: members.reduce((sum, index) => sum + (table.counts[index] ?? 0), 0),
        values: listsOf(table).map((one) => valuesOf(one, members)),
      },
    ]),
  );
}

/** The same of a grouping; that no two of its classes look alike is part of it. */
function classesIn(table: DistinctTable, { levels, classes, representatives, counts, histograms }: Grouping) {
  const labels = Array.from(representatives, (combination) => labelOf(table, levels, combination));
  expect([labels.length, counts.length, new Set(labels).size]).toEqual([classes, classes, classes]);
  expect(histograms.map(({ offsets }) => offsets.length)).toEqual(histograms.map(() => classes + 1));
  // a value stands once in a class
  const isOnce = histograms.map(({ offsets, valueCodes }) =>
    labels.every((_, index) => {
      const own = valueCodes.subarray(offsets[index], offsets[index + 1]);
      return new Set(own).size === own.length;
    }),
  );
  expect(isOnce).toEqual(histograms.map(() => true));
  return Object.fromEntries(
    labels.map((label, index) => [
      label,
      { records: counts[index], values: histograms.map((one) => valuesOf(one, [index])) },
    ]),
  );
}

function expectGrouped(table: DistinctTable, lower: readonly number[], upper: readonly number[]): void {
  const grouper = createGrouper(table);
  const [fine, coarse] = [naiveClasses(table, lower), naiveClasses(table, upper)];
  const finer = grouper.group(lower, grouper.base);
  expect(classesIn(table, finer)).toEqual(fine);
  expect(classesIn(table, grouper.group(upper, finer))).toEqual(coarse);
  const direct = grouper.group(upper, grouper.base);
  expect([direct.levels, classesIn(table, direct)]).toEqual([upper, coarse]);
  const classes = grouper.classesOf(upper);
  expect(
    combinationsOf(table).map((index) => labelOf(table, upper, direct.representatives[classes[index] ?? -1] ?? -1)),
  ).toEqual(combinationsOf(table).map((index) => labelOf(table, upper, index)));
}

/** Some attributes may be left out of both, or of the coarser alone. */
function nodesOf(g: fc.GeneratorValue, { attributes }: DistinctTable) {
  const upper = attributes.map(({ levels }) => g(fc.integer, { min: 0, max: levels.length }));
  return [upper.map((level) => g(fc.integer, { min: 0, max: level })), upper] as const;
}

test.each([
  { name: 'of a few attributes', most: { attributes: 4, values: 6, levels: 4, records: 40 }, runs: 40 },
  {
    name: 'of many, whose keys take several words',
    most: { attributes: 12, values: 60, levels: 3, records: 120 },
    runs: 12,
  },
])(
  'classes, their records and values are those of plain maps, from all combinations or from a finer node: tables $name',
  ({ most, runs }) => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const plain = problemOf(g, most);
        const inPersons = g(fc.boolean);
        const records = plain.records.map((record) =>
          inPersons ? [...record, `p${g(fc.integer, { min: 1, max: 9 })}`] : record,
        );
        const { table } = tableOf({ ...plain, records, inPersons });
        expectGrouped(table, ...nodesOf(g, table));
      }),
      { seed: 91, numRuns: runs },
    );
  },
);

/** Every value in groups of ten at its second level. */
function attributeOf(column: string, values: number): Attribute {
  const level = (width: number) => {
    const groups = Math.ceil(values / width);
    const groupOf = Uint32Array.from({ length: values }, (_, value) => Math.floor(value / width));
    return { groupOf, groups, labels: Array.from({ length: groups }, String), share: new Float64Array(groups) };
  };
  return { column, domain: values, levels: [level(1), level(10), level(values)] };
}

/** Few rows look their attributes up singly, many through tables of packed columns. */
test.each<[string, combinations: number, sizes: readonly number[]]>([
  ['many rows of codes that take more than 16 bits', 71_000, [70_000]],
  ['few rows of keys that take more than 31 bits', 9_000, [70_000, 60_000]],
  ['many rows of attributes that fill one column', 2_000, [11, 7, 5]],
  ['many rows of three columns of several attributes each', 4_000, Array(12).fill(5)],
  ['many rows of twenty columns, whose keys take several words', 2_000, Array(20).fill(40)],
])('%s: classes are those of plain maps', (_, combinations, sizes) => {
  const table: DistinctTable = {
    ...{ records: 2 * combinations, combinations, sensitive: [] },
    attributes: sizes.map((size, index) => attributeOf(`a${index}`, size)),
    // combinations side by side have some attributes in common, always the first of two
    codes: sizes.map((size, index) =>
      Uint32Array.from(
        { length: combinations },
        (_one, at) => ((at >> ((3 * (sizes.length - 1 - index)) % 12)) * 7919) % size,
      ),
    ),
    counts: new Float64Array(combinations).fill(2),
  };
  const { base, group, classesOf } = createGrouper(table);
  const [lowest, height] = [sizes.map(() => 0), 3];
  const mixed = sizes.map((_one, index) => [1, 0, height, 2][index % 4] ?? 0);
  for (const levels of combinations < 50_000 ? [lowest, sizes.map(() => 1), mixed] : [mixed]) {
    const { classes, counts, representatives } = group(levels, base);
    const all = Array.from({ length: combinations }, (_one, index) => labelOf(table, levels, index));
    const sums = new Map<string, number>();
    for (const label of all) sums.set(label, (sums.get(label) ?? 0) + 2);
    expect(classes).toBe(sums.size);
    expect(representatives.findIndex((one, index) => sums.get(all[one] ?? '') !== counts[index])).toBe(-1);
    const ids = classesOf(levels);
    expect(all.findIndex((label, index) => label !== all[representatives[ids[index] ?? -1] ?? -1])).toBe(-1);
  }
});
