import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In a process of its own: what this one takes is no measure. */
function peakOf(recipe: string): { kind: string; report: { rows: number; peakMemoryMiB: number } } {
  const engine = JSON.stringify(join(import.meta.dirname, 'index.ts'));
  const program = `const { anonymize } = await import(${engine}); console.log(JSON.stringify(await anonymize(JSON.parse(process.argv[1]))))`;
  const options = JSON.stringify({ recipe, out: join(folder, 'out'), threads: 2 });
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program, options];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 }));
}

test('the whole process stays within the memory that the recipe gives it', () => {
  const rows = 400_000;
  const lines = Array.from({ length: rows }, (_, row) => `${row % 97},${row % 89},${row % 7},${row * 7919}`);
  writeFileSync(join(folder, 'data.csv'), ['年,月,日,番号', ...lines, ''].join('\n'));
  const levels = (values: number) =>
    Array.from({ length: values }, (_, value) => `${value},${value >> 4},*`).join('\n');
  const quasi = { 年: 97, 月: 89, 日: 7 };
  for (const [column, values] of Object.entries(quasi)) writeFileSync(join(folder, `${column}.csv`), levels(values));
  const columns = Object.keys(quasi).map((column) => [column, { role: 'quasi', hierarchy: { csv: `${column}.csv` } }]);
  const dropped = { role: 'linkingCode', treat: [{ dropColumn: {} }] };
  const recipe = {
    source: { path: 'data.csv' },
    columns: { ...Object.fromEntries(columns), 番号: dropped },
    privacy: { k: 3 },
    suppressionLimit: 0.1,
    search: { memoryMiB: 256 },
  };
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  const { kind, report } = peakOf(join(folder, 'recipe.json'));
  expect({ kind, rows: report.rows }).toEqual({ kind: 'released', rows });
  expect(report.peakMemoryMiB).toBeLessThanOrEqual(256);
}, 120_000);
