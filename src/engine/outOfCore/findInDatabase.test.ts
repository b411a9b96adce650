import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type Problem, problemOf, requirementsOf } from '../../../test/support/naiveSearch.ts';
import { type FoundRelease, findInDatabase, findInMemory, type SearchTask } from '../findRelease.ts';
import { importTable } from '../import/importTable.ts';
import { readRecipe } from '../recipe/readRecipe.ts';
import { openRun, type Run } from '../run.ts';
import { joined, name, sql, statement } from '../sql.ts';
import { type EncodedRecords, encodeRecords } from '../treat/encodeRecords.ts';
import { treatSource } from '../treatSource.ts';
import { releaseRows } from '../write/releasedRows.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-out-of-core-'));
afterAll(() => rmSync(root, { recursive: true }));

/** In milliseconds: the machine may be busy. */
const patience = 300_000;
const runs = Number(process.env.TWIN_RUNS ?? 25);

interface Searched {
  readonly found: FoundRelease | { readonly impossible: unknown };
  /** What is written, each row with its number. */
  readonly rows: readonly string[];
}

type Find = (run: Run, encoded: EncodedRecords, task: SearchTask) => Promise<Searched['found']>;

/** A search that is ended before it begins counts the coarsest node alone. */
const ended: SearchTask['options'] = { signal: AbortSignal.abort() };

/** Plays a problem from its file to the rows that would be written. */
async function searched(
  problem: Problem,
  recipeText: string,
  marks: boolean,
  find: Find,
  options = {},
): Promise<Searched> {
  const folder = mkdtempSync(join(root, 'run-'));
  mkdirSync(folder, { recursive: true });
  const run = await openRun({ folder, memoryMiB: 128, threads: 2 });
  try {
    const recipe = readRecipe(recipeText, root);
    const table = await importTable(run, { ...recipe.source, path: join(root, 'data.csv') }, {});
    const source = await treatSource(run, recipe, table, null);
    const names = new Set(problem.sensitive.map(({ name: column }) => column));
    const encoded = await encodeRecords(run, source.treated, source, names);
    const values = [...encoded.quasi, ...encoded.sensitive].map((column) => column.values as string[]);
    const found = await find(run, encoded, {
      requirements: requirementsOf(problem, values),
      recoding: 'global',
      options,
    });
    if ('impossible' in found) return { found, rows: [] };
    const { ids } = await releaseRows(run, source.treated, encoded, {
      parts: found.parts,
      suppressedRecords: marks ? 'mark' : 'drop',
      keepsRows: false,
      neutralizeFormulas: false,
      limitMiB: 512,
    });
    const cells = joined(ids.map((id) => name(id)));
    const rows = await run.rows(
      statement(sql`SELECT ${cells}, CAST(sum(n) AS INTEGER) AS n FROM released GROUP BY ALL ORDER BY ALL`),
    );
    return { found, rows: rows.map((row) => JSON.stringify(row)) };
  } finally {
    run.close();
  }
}

function writeProblem({ quasi, sensitive, records }: Problem): string {
  const header = [...quasi, ...sensitive].map((column) => column.name);
  writeFileSync(join(root, 'data.csv'), [header, ...records, ''].map(String).join('\n'));
  for (const column of [...quasi, ...sensitive])
    writeFileSync(join(root, `${column.name}.csv`), column.hierarchy.map(String).join('\n'));
  const hierarchy = (column: string) => ({ hierarchy: { csv: `${column}.csv` } });
  const columns = {
    ...Object.fromEntries(
      quasi.map((one) => [
        one.name,
        { role: 'quasi', weight: one.weight, levels: one.allowed, ...hierarchy(one.name) },
      ]),
    ),
    ...Object.fromEntries(sensitive.map((one) => [one.name, { role: 'sensitive', ...hierarchy(one.name) }])),
  };
  return JSON.stringify({ source: { path: 'data.csv' }, columns, privacy: { k: 1 }, seed: '0'.repeat(32) });
}

/** What does not depend on where the classes were counted; `kept` is a condition, and bounds that spare checks cost less in memory. */
function comparable({ found, rows }: Searched) {
  if ('impossible' in found) return found;
  const { parts, plan, ...others } = found;
  const { checks: _, ...same } = plan;
  return { ...others, plan: same, parts: parts.map(({ kept: _kept, ...part }) => part), rows };
}

const inMemoryWith =
  (cacheMiB: number): Find =>
  (run, encoded, task) =>
    findInMemory(run, encoded, task, cacheMiB);

/** The memory is not what is tested here. */
const turns = { beside: async () => {}, alone: async () => {} };

const inDatabaseWith =
  (bytes: number): Find =>
  (run, encoded, task) =>
    findInDatabase(run, encoded, task, { bytes, turns });

const shape = { attributes: 4, values: 6, levels: 4, records: 40 };

test(
  'counted in the database, a search finds the same plan, to the digit, and the same rows are written as in memory',
  async () => {
    const seen = { plans: 0, criteria: 0, impossible: 0 };
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(0, 2000, 1e6), fc.boolean(), async (g, bytes, marks) => {
        const problem = problemOf(g, shape);
        const text = writeProblem(problem);
        const inMemory = await searched(problem, text, marks, inMemoryWith(problem.cacheMiB));
        const inDatabase = await searched(problem, text, marks, inDatabaseWith(bytes));
        expect(comparable(inDatabase)).toEqual(comparable(inMemory));
        if (problem.records.length % 4 === 0) {
          const early = await searched(problem, text, marks, inDatabaseWith(bytes), ended);
          const same = await searched(problem, text, marks, inMemoryWith(problem.cacheMiB), ended);
          expect(comparable(early)).toEqual(comparable(same));
        }
        if ('impossible' in inMemory.found) seen.impossible++;
        else seen.plans++;
        if (problem.diversity.length + problem.closeness.length + problem.shares.length > 0) seen.criteria++;
      }),
      { seed: 71, numRuns: runs, endOnFailure: true },
    );
    expect(seen.plans).toBeGreaterThan(runs / 4);
    expect(seen.criteria).toBeGreaterThan(runs / 4);
    expect(seen.impossible).toBeGreaterThan(0);
  },
  patience,
);
