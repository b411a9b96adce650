import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRun, type Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import { importTable } from './importTable.ts';

let run: Run;
const folder = mkdtempSync(join(tmpdir(), 'tokumei-distinct-'));
const path = join(folder, 'data.csv');
beforeAll(async () => {
  run = await openRun({ folder, memoryMiB: 256, threads: 2 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

const load = (text: string) => {
  writeFileSync(path, text);
  return importTable(run, { path, format: 'csv', delimiter: ';', encoding: 'utf-8' }, { distinct: 'places' });
};
const rowsOf = (table: string) => run.rows(statement(sql`SELECT * FROM ${name(table)} ORDER BY ALL`));

describe('distinct rows, grouped by line', () => {
  test('are those of the columns, with their number and places, with either line end', async () => {
    const cell = fc.constantFrom('a', 'b', '東京', '０', ' ', "'");
    const row = fc.tuple(cell, fc.constantFrom('', 'x'), cell);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 8, maxLength: 200 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, end) => {
          const repeated = [...rows, ...rows];
          const table = await load(['p;q;r', ...repeated.map((cells) => cells.join(';')), ''].join(end));
          expect(table.rows).toBe(repeated.length);
          expect(table.distinctRelation).toBe('distinct_source');
          const byColumns = sql`SELECT c0, c1, c2, count(*) AS n, min(row) AS first, max(row) AS last FROM ${name(table.numberedRelation)} GROUP BY ALL ORDER BY ALL`;
          expect(await rowsOf('distinct_source')).toEqual(await run.rows(statement(byColumns)));
        },
      ),
      { seed: 11, numRuns: 25 },
    );
  });

  test.each([
    ['rows do not repeat', `p;q\n${Array.from({ length: 200 }, (_, index) => `${index};x`).join('\n')}\n`, 200],
    ['a cell stands in quotes', 'p;q\n"a;b";x\n"a;b";x\n"a;b";x\n', 3],
  ])('are not made where %s', async (_, text, rows) => {
    const table = await load(text);
    expect(table).toMatchObject({ rows, distinctRelation: null, refusedRows: 0 });
  });

  test('a row with too many cells is refused as ever, by its line', async () => {
    const table = await load('p;q\na;b\na;b\na;b;c\na;b\n');
    expect(table).toMatchObject({ rows: 3, distinctRelation: null, refused: [{ line: 4 }] });
  });
});
