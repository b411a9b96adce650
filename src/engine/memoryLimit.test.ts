import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Report, VerificationReport } from './report/reportTypes.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended<Answer> {
  readonly answer: Answer;
  readonly peakMiB: number;
}

/** In a process of its own: what this one takes is no measure. */
function call<Answer>(name: 'anonymize' | 'verify', options: object): Ended<Answer> {
  const engine = JSON.stringify(join(import.meta.dirname, 'index.ts'));
  const program = `const { ${name} } = await import(${engine});
    const answer = await ${name}(JSON.parse(process.argv[1]));
    console.log(JSON.stringify({ answer, peakMiB: process.resourceUsage().maxRSS / 1024 }))`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program];
  const io = { encoding: 'utf8', maxBuffer: 1 << 24, stdio: 'pipe' } as const;
  return JSON.parse(execFileSync(process.execPath, [...args, JSON.stringify(options)], io));
}

const out = join(folder, 'out');
const anonymized = (recipe: string) =>
  call<{ readonly kind: string; readonly report: Report }>('anonymize', { recipe, out, replace: true, threads: 2 });

const patience = 300_000;

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
    const { answer, peakMiB } = anonymized(writeTable({ 年: 97, 月: 89, 日: 7 }, lines));
    expect({ kind: answer.kind, rows: answer.report.rows }).toEqual({ kind: 'released', rows });
    expect(peakMiB).toBeLessThanOrEqual(256);
  },
  patience,
);

test(
  'a table with more combinations than the memory holds is searched by the database, within the same limit',
  () => {
    const rows = 700_000;
    const lines = Array.from({ length: rows }, (_, row) => `${row % 97},${row % 89},${row % 83},${row % 1000}`);
    const quasi = { 年: 97, 月: 89, 日: 83 };
    const recipe = writeTable(quasi, lines);
    const { answer, peakMiB } = anonymized(recipe);
    const { kind, report } = answer;
    expect({ kind, rows: report.rows, optimal: report.optimal }).toEqual({ kind: 'released', rows, optimal: true });
    expect(report.riskBefore).toMatchObject({ classes: rows, uniques: rows });
    expect(peakMiB).toBeLessThanOrEqual(256);
    const again = call<VerificationReport>('verify', { folder: out, source: join(folder, 'data.csv'), recipe });
    const derived = again.answer.integrity.checks.find(({ check }) => check === 'derivedRows');
    expect([again.answer.passed, derived?.passed]).toEqual([true, true]);
    expect(again.peakMiB).toBeLessThanOrEqual(256);
    // What the database can't search says so.
    const local = () => anonymized(writeTable(quasi, lines, { recoding: 'local' }));
    expect(local).toThrow(/700,000 通りあり、recoding の local/);
  },
  patience,
);
