import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cell, type Problem, problemOf, tableOf } from '../../../test/support/naiveSearch.ts';
import { lossModel } from './lossModel.ts';

const most = { attributes: 3, values: 6, levels: 4, records: 30 };

/** Per attribute the rows of its hierarchy that a suppressed record costs more than its group, record by record. */
function deficitsOf({ quasi, records }: Problem, levels: readonly number[]): number[][] {
  return quasi.map(({ hierarchy }, i) =>
    records.map((record) => {
      const group = cell(hierarchy, record[i] ?? '', levels[i] ?? 0);
      return hierarchy.filter((row) => row[levels[i] ?? 0] !== group).length;
    }),
  );
}

/** The definition, word for word; `spare` says per attribute what is suppressed beyond the groups. */
function naiveLosses({ quasi, records }: Problem, levels: readonly number[], spare: readonly number[]): number[] {
  const deficits = deficitsOf({ quasi, records } as Problem, levels);
  return quasi.map(({ hierarchy }, i) => {
    const rows = records.length * hierarchy.length - (deficits[i] ?? []).reduce((sum, one) => sum + one, 0);
    const spent = (rows + (spare[i] ?? 0)) / hierarchy.length;
    const least = records.length / hierarchy.length;
    return hierarchy.length === 1 ? 0 : Math.max(0, (spent - least) / (records.length - least));
  });
}

function naiveTotal({ quasi }: Problem, losses: readonly number[]): number {
  const weights = quasi.reduce((sum, { weight }) => sum + weight, 0);
  return losses.reduce((all, loss, i) => all * (1 + loss) ** (quasi[i]?.weight ?? 1), 1) ** (1 / weights) - 1;
}

test('the loss, and its least with so many records suppressed, are what adding up record by record gives', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const problem = problemOf(g, most);
      const levels = problem.quasi.map(({ allowed }) => g(fc.integer, allowed));
      const suppressed = g(fc.integer, { min: 0, max: problem.records.length });
      const model = lossModel(tableOf(problem).table);
      const least = deficitsOf(problem, levels).map((deficits) =>
        deficits
          .toSorted((one, other) => one - other)
          .slice(0, suppressed)
          .reduce((sum, one) => sum + one, 0),
      );
      const none = problem.quasi.map(() => 0);
      const [kept, cut] = [naiveLosses(problem, levels, none), naiveLosses(problem, levels, least)];
      model.losses(levels, least).forEach((loss, i) => {
        expect(loss).toBeCloseTo(cut[i] ?? 0, 12);
      });
      expect(model.total(cut)).toBeCloseTo(naiveTotal(problem, cut), 12);
      expect(model.floor(levels)).toBeCloseTo(naiveTotal(problem, kept), 12);
      expect(model.floorWith(levels, suppressed)).toBeCloseTo(naiveTotal(problem, cut), 12);
    }),
    { seed: 81, numRuns: 150 },
  );
});

test('a table without records loses nothing', () => {
  const problem = problemOf(fc.sample(fc.gen(), { seed: 82, numRuns: 1 })[0] as fc.GeneratorValue, most);
  const { table } = tableOf(problem);
  const model = lossModel({ ...table, records: 0, combinations: 0 });
  const lowest = problem.quasi.map(() => 0);
  expect([model.floor(lowest), model.total(model.losses(lowest, lowest))]).toEqual([0, 0]);
});

test('what suppression costs more than a group is a whole number of rows, whatever the share is in binary', () => {
  const wrong: string[] = [];
  for (let domain = 2; domain <= 120; domain++)
    for (let rows = 1; rows < domain; rows++) {
      const level = {
        ...{ groupOf: Uint32Array.of(0, 1), groups: 2, labels: ['a', 'b'] },
        share: Float64Array.of(rows / domain, (domain - rows) / domain),
      };
      const { deficit } = lossModel({
        ...{ records: 2, combinations: 2, attributes: [{ column: 'a', domain, levels: [level] }], sensitive: [] },
        ...{ codes: [Uint8Array.of(0, 1)], counts: Float64Array.of(1, 1) },
      });
      const [first, second] = deficit[0]?.[0] ?? [];
      if (first !== domain - rows || second !== rows) wrong.push(`${rows}/${domain}: ${first}, ${second}`);
    }
  expect(wrong).toEqual([]);
});
