import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Report } from './report/reportTypes.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In a process of its own: what this one takes is no measure. */
function peakOf(recipe: string): { readonly kind: string; readonly report: Report } {
  const engine = JSON.stringify(join(import.meta.dirname, 'index.ts'));
  const program = `const { anonymize } = await import(${engine}); console.log(JSON.stringify(await anonymize(JSON.parse(process.argv[1]))))`;
  const options = JSON.stringify({ recipe, out: join(folder, 'out'), replace: true, threads: 2 });
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program, options];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 }));
}

const patience = 240_000;

/** A table of three quasi-identifiers with so many values each, and a recipe with 256 MiB for it. */
function writeTable(quasi: Readonly<Record<string, number>>, lines: readonly string[], change: object = {}): string {
  writeFileSync(join(folder, 'data.csv'), [`${Object.keys(quasi).join(',')},番号`, ...lines, ''].join('\n'));
  const levels = (values: number) =>
    Array.from({ length: values }, (_, value) => `${value},${value >> 4},*`).join('\n');
  for (const [column, values] of Object.entries(quasi)) writeFileSync(join(folder, `${column}.csv`), levels(values));
  const columns = Object.keys(quasi).map((column) => [column, { role: 'quasi', hierarchy: { csv: `${column}.csv` } }]);
  const dropped = { role: 'linkingCode', treat: [{ dropColumn: {} }] };
  const recipe = {
    source: { path: 'data.csv' },
    columns: { ...Object.fromEntries(columns), 番号: dropped },
    privacy: { k: 3 },
    suppressionLimit: 0.1,
    search: { memoryMiB: 256 },
    ...change,
  };
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  return join(folder, 'recipe.json');
}

test(
  'the whole process stays within the memory that the recipe gives it',
  () => {
    const rows = 400_000;
    const lines = Array.from({ length: rows }, (_, row) => `${row % 97},${row % 89},${row % 7},${row * 7919}`);
    const { kind, report } = peakOf(writeTable({ 年: 97, 月: 89, 日: 7 }, lines));
    expect({ kind, rows: report.rows }).toEqual({ kind: 'released', rows });
    expect(report.peakMemoryMiB).toBeLessThanOrEqual(256);
  },
  patience,
);

test(
  'a table with more combinations than the memory holds is searched by the database, within the same limit',
  () => {
    const rows = 330_000;
    const lines = Array.from({ length: rows }, (_, row) => `${row % 97},${row % 89},${row % 71},${row % 1000}`);
    const quasi = { 年: 97, 月: 89, 日: 71 };
    const { kind, report } = peakOf(writeTable(quasi, lines));
    expect({ kind, rows: report.rows, optimal: report.optimal }).toEqual({ kind: 'released', rows, optimal: true });
    expect(report.riskBefore).toMatchObject({ classes: rows, uniques: rows });
    expect(report.peakMemoryMiB).toBeLessThanOrEqual(256);
    // What the database can't search says so.
    expect(() => peakOf(writeTable(quasi, lines, { recoding: 'local' }))).toThrow(
      /330,000 通りあり、recoding の local/,
    );
  },
  patience,
);
