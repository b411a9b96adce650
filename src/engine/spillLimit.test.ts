import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openRun } from './run.ts';
import { SpillLimitError } from './spilledFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-spill-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What ends a run, in a process of its own: what this one holds of the memory would count. */
function stopped(options: object): string {
  const engine = JSON.stringify(join(import.meta.dirname, 'index.ts'));
  const program = `const { anonymize } = await import(${engine});
    process.stdout.write(await anonymize(JSON.parse(process.argv[1])).then(({ kind }) => kind, String))`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program];
  return execFileSync(process.execPath, [...args, JSON.stringify(options)], { encoding: 'utf8' });
}

test('temporary files larger than the recipe allows stop the run with the limit and a way out, and nothing remains', () => {
  const text = (row: number) => createHash('sha512').update(String(row)).digest('hex');
  const lines = Array.from({ length: 300_000 }, (_, row) => `${row % 50},${text(row)}`);
  writeFileSync(join(folder, 'data.csv'), ['年,文', ...lines, ''].join('\n'));
  const recipe = join(folder, 'recipe.json');
  const columns = { 年: { role: 'quasi' }, 文: { role: 'other' } };
  const search = { memoryMiB: 320, spillMiB: 2 };
  writeFileSync(recipe, JSON.stringify({ source: { path: 'data.csv' }, columns, privacy: { k: 2 }, search }));
  const before = readdirSync(folder);
  expect(stopped({ recipe, out: join(folder, 'out'), threads: 1 })).toMatch(
    /^InputError: .*out: 一時ファイルが上限の 2 MiB に達したので止めました。.*memoryMiB を増やし.*空きの半分で、search → spillMiB で/,
  );
  expect(readdirSync(folder)).toEqual(before);
}, 60_000);

test.each([
  [2, 'stopped'],
  [400, 'done'],
] as const)(
  '%s MiB of temporary files where some 60 are needed: %s',
  async (spillMiB, end) => {
    const spill = mkdtempSync(join(folder, 'spill-'));
    const run = await openRun({ folder: spill, memoryMiB: 64, spillMiB, threads: 1 });
    const fill = async () => {
      await run.execute({
        text: 'CREATE TABLE a AS SELECT range AS n, repeat(sha256(range::VARCHAR), 2) AS t FROM range(400000)',
      });
      await run.execute({ text: 'CREATE TABLE b AS SELECT t, sum(n) AS n FROM a GROUP BY t' });
    };
    if (end === 'done') await fill();
    else await expect(fill()).rejects.toThrow('max_temp_directory_size');
    run.close();
    expect(readdirSync(spill)).toEqual([]);
  },
  30_000,
);

test('a file that the database is told to write takes of what it may spill, until it is removed', async () => {
  const spill = mkdtempSync(join(folder, 'spill-'));
  const run = await openRun({ folder: spill, memoryMiB: 64, spillMiB: 8, threads: 1 });
  const write = (file: string, mebibytes: number) => {
    const rows = mebibytes * 2 ** 14;
    const digests = `SELECT sha256(range::VARCHAR) AS text FROM range(${rows})`;
    const path = join(spill, file);
    return run.writeFile({ text: `COPY (${digests}) TO '${path}' (FORMAT parquet, COMPRESSION uncompressed)` }, path);
  };
  const leftKiB = async () => {
    const [row] = await run.rows<{ text: string }>({
      text: "SELECT current_setting('max_temp_directory_size') AS text",
    });
    const [, number, unit] = /^([\d.]+) ([KM])iB$/.exec(row?.text ?? '') ?? [];
    return Number(number) * (unit === 'M' ? 2 ** 10 : 1);
  };
  await write('first', 5);
  const { size } = statSync(join(spill, 'first'));
  expect(size).toBeGreaterThan(5 * 2 ** 20);
  expect(Math.abs((await leftKiB()) - (2 ** 13 - size / 2 ** 10))).toBeLessThan(2 ** 7);
  await expect(write('second', 5)).rejects.toThrow(SpillLimitError);
  // Ended while it is written, not when it is done.
  await expect(write('endless', 2 ** 20)).rejects.toThrow(SpillLimitError);
  for (const file of ['first', 'second', 'endless']) await run.removeFile(join(spill, file));
  expect(await leftKiB()).toBe(2 ** 13);
  await write('third', 5);
  run.close();
  expect(readdirSync(spill)).toEqual(['third']);
}, 60_000);

test('unless told, temporary files may take half of what is free when the run begins', async () => {
  const freeMiB = () => {
    const { bavail, bsize } = statfsSync(folder);
    return (bavail * bsize) / 2 ** 20;
  };
  const before = freeMiB();
  const run = await openRun({ folder, memoryMiB: 64 });
  const after = freeMiB();
  const [row] = await run.rows<{ text: string }>({
    text: "SELECT current_setting('max_temp_directory_size') AS text",
  });
  run.close();
  const scale = { MiB: 1, GiB: 2 ** 10, TiB: 2 ** 20 }[/[MGT]iB/.exec(row?.text ?? '')?.[0] ?? ''] ?? Number.NaN;
  const limit = Number.parseFloat(row?.text ?? '') * scale;
  const [least, most] = [Math.min(before, after), Math.max(before, after)];
  expect(limit).toBeGreaterThanOrEqual(least * 0.49);
  expect(limit).toBeLessThanOrEqual(most * 0.51);
});
