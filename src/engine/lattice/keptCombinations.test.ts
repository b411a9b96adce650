import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cell,
  failures,
  naiveNode,
  type Problem,
  problemOf,
  requirementsOf,
  tableOf,
  unitsOf,
} from '../../../test/support/naiveSearch.ts';
import type { DistinctTable } from './distinctTable.ts';
import { classKey, keptCombinations } from './keptCombinations.ts';
import { partOfTable } from './partOfTable.ts';

/** A random table, half of them in persons. */
function problemIn(g: fc.GeneratorValue): Problem {
  const plain = problemOf(g, { attributes: 3, values: 5, levels: 3, records: 30 });
  if (g(fc.boolean)) return plain;
  return {
    ...plain,
    inPersons: true,
    records: plain.records.map((record) => [...record, `p${g(fc.integer, { min: 1, max: 12 })}`]),
  };
}

/** The records of each combination of the table, in its order. */
const membersOf = ({ quasi, records }: Problem): string[][][] => [
  ...Map.groupBy(records, (record) => record.slice(0, quasi.length).join(' ')).values(),
];

test('kept are the combinations of the classes that meet every requirement, as the definitions word for word have it', () => {
  let [kept, lost] = [0, 0];
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const problem = problemIn(g);
      const levels = problem.quasi.map(({ hierarchy }) =>
        g(fc.integer, { min: 0, max: (hierarchy[0]?.length ?? 1) - 1 }),
      );
      const { table, values } = tableOf(problem);
      const labelOf = (record: string[]) =>
        problem.quasi.map(({ hierarchy }, i) => cell(hierarchy, record[i] ?? '', levels[i] ?? 0)).join();
      const classes = Map.groupBy(problem.records, labelOf);
      const expected = membersOf(problem).map(([first = []]) =>
        failures(problem, classes.get(labelOf(first)) ?? []).length === 0 ? 1 : 0,
      );
      const suppressed = problem.records.filter(
        (record) => failures(problem, classes.get(labelOf(record)) ?? []).length > 0,
      );
      const sizes = naiveNode(problem, levels).kept;
      expect(keptCombinations(table, requirementsOf(problem, values), levels)).toEqual({
        kept: Uint8Array.from(expected),
        suppressedRecords: suppressed.length,
        suppressedPersons: problem.inPersons ? unitsOf(problem, suppressed) : null,
        classes: sizes.length,
        smallestClass: sizes.length === 0 ? null : Math.min(...sizes),
      });
      kept += sizes.length;
      lost += suppressed.length;
    }),
    { seed: 93, numRuns: 80 },
  );
  expect([kept > 50, lost > 50]).toEqual([true, true]);
});

test('two combinations have one key where they have one class: as a number, and as a text where a number is not exact', () => {
  const groupOf = Uint32Array.of(0, 1, 1, 2);
  const level = (of: Uint32Array, groups: number) => ({
    groupOf: of,
    groups,
    labels: [],
    share: new Float64Array(groups),
  });
  const tableOfSize = (attributes: number): DistinctTable => ({
    ...{ records: 64, combinations: 64, counts: new Float64Array(64).fill(1), sensitive: [] },
    attributes: Array.from({ length: attributes }, () => ({
      column: '',
      domain: 4,
      levels: [level(Uint32Array.of(0, 1, 2, 3), 4), level(groupOf, 3)],
    })),
    // the last three attributes tell the combinations apart
    codes: Array.from({ length: attributes }, (_, index) =>
      Uint32Array.from({ length: 64 }, (_one, at) =>
        index < attributes - 3 ? 3 : (at >> (2 * (attributes - 1 - index))) & 3,
      ),
    ),
  });
  for (const [attributes, type] of [
    [3, 'number'],
    // 4²⁶ < 2⁵³ < 4²⁷
    [26, 'number'],
    [27, 'string'],
  ] as const) {
    const table = tableOfSize(attributes);
    for (const at of [0, 1]) {
      const levels = Array<number>(attributes)
        .fill(0)
        .with(attributes - 1, at);
      const keys = Array.from({ length: 64 }, (_, index) => classKey(table, levels)(index));
      expect([typeof keys[0], new Set(keys).size]).toEqual([type, at === 0 ? 64 : 48]);
      expect([keys[1] === keys[2], keys[5] === keys[6], keys[1] === keys[5]]).toEqual([at === 1, at === 1, false]);
    }
  }
});

test('a part of a table has the records and values of its combinations, and is compared with all records', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const problem = problemIn(g);
      const { table } = tableOf(problem);
      const chosen = membersOf(problem).map(() => g(fc.boolean));
      const part = partOfTable(table, Uint32Array.from([...chosen.keys()].filter((index) => chosen[index])));
      const indexes = [...chosen.keys()].filter((index) => chosen[index]);
      expect([part.combinations, part.records, [...part.counts]]).toEqual([
        indexes.length,
        indexes.reduce((sum, index) => sum + (table.counts[index] ?? 0), 0),
        indexes.map((index) => table.counts[index]),
      ]);
      expect(part.codes.map((codes) => [...codes])).toEqual(
        table.codes.map((codes) => indexes.map((index) => codes[index])),
      );
      const lists = ({ sensitive, persons }: DistinctTable) => [...sensitive, ...(persons ? [persons] : [])];
      for (const [place, own] of lists(part).entries()) {
        const from = lists(table)[place];
        if (!from) throw new Error('a list too many');
        const entries = ({ offsets, valueCodes, counts }: typeof own, index: number) => [
          [...valueCodes.subarray(offsets[index], offsets[index + 1])],
          [...counts.subarray(offsets[index], offsets[index + 1])],
        ];
        expect(indexes.map((_, at) => entries(own, at))).toEqual(indexes.map((index) => entries(from, index)));
        expect(own.offsets.length).toBe(indexes.length + 1);
      }
      expect(lists(part)).toHaveLength(lists(table).length);
    }),
    { seed: 94, numRuns: 60 },
  );
});
