// `bench FOLDER [SCRATCH] [--rows N] [--only N] [--memory MiB]`: measures whole cold processes on tables of growing size:
// seconds, peak memory, and the ratio to DuckDB's plain copy of the same file, made in the same run. FOLDER holds adult/
// (the table and its hierarchies) and generate.mjs; larger tables are made in SCRATCH and found there again. It is a
// measurement, not a test.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'dist', 'main.js');
const { values, positionals } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    only: { type: 'string' },
    memory: { type: 'string' },
    copy: { type: 'string' },
  },
  allowPositionals: true,
});

interface Measured {
  readonly seconds: number;
  readonly peakMiB: number;
  /** Processor time of all threads: the figure to compare when others use the machine too. */
  readonly cpuSeconds: number;
  readonly output: string;
}

/** What the system counts of a process; read until it ends. The clock of the kernel ticks 100 times a second. */
function usageOf(pid: number | undefined): Pick<Measured, 'peakMiB' | 'cpuSeconds'> {
  try {
    const [status, stat] = ['status', 'stat'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8'));
    const [user = 0, system = 0] = (stat ?? '').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
    return { peakMiB: Number(/VmHWM:\s+(\d+)/.exec(status ?? '')?.[1] ?? 0) / 1024, cpuSeconds: (user + system) / 100 };
  } catch {
    return { peakMiB: 0, cpuSeconds: 0 };
  }
}

function measure(args: readonly string[]): Promise<Measured> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [usage, output, errors] = [usageOf(child.pid), '', ''];
    const poll = setInterval(() => {
      const now = usageOf(child.pid);
      if (now.peakMiB > 0) usage = now;
    }, 20);
    child.stdout.on('data', (text) => {
      output += text;
    });
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.on('close', (code) => {
      clearInterval(poll);
      if (code === 0) done({ seconds: (performance.now() - start) / 1000, ...usage, output });
      else fail(new Error(`${args.join(' ')} ended with ${code}\n${errors}`));
    });
  });
}

function tableOf(folder: string, scratch: string, rows: number | null): string {
  if (rows === null) return join(folder, 'adult', 'adult.csv');
  const file = join(scratch, `table-${rows}.csv`);
  if (!existsSync(file))
    spawnSync(process.execPath, [join(folder, 'generate.mjs'), String(rows), file], { stdio: 'inherit' });
  return file;
}

function recipeOf(folder: string, scratch: string, table: string, k: number, suppressionLimit: number): string {
  const adult = join(folder, 'adult');
  const header = readFileSync(join(adult, 'adult.csv'), 'utf8').split(/\r?\n/, 1)[0]?.split(';') ?? [];
  const known = new Set(readdirSync(adult));
  const columns = header.map((name) => {
    const file = `adult_hierarchy_${name}.csv`;
    const hierarchy = known.has(file) ? { hierarchy: { csv: join(adult, file), delimiter: ';' } } : {};
    return [name, { role: 'quasi', ...hierarchy }];
  });
  const recipe = {
    source: { path: table, delimiter: ';' },
    columns: Object.fromEntries(columns),
    privacy: { k },
    suppressionLimit,
    ...(values.memory === undefined ? {} : { search: { memoryMiB: Number(values.memory) } }),
    seed: '0123456789abcdef0123456789abcdef',
    output: { delimiter: ';' },
  };
  const file = join(scratch, `recipe-${k}-${suppressionLimit}.json`);
  writeFileSync(file, JSON.stringify(recipe));
  return file;
}

interface Case {
  readonly title: string;
  readonly rows: number | null;
  readonly k: number;
  readonly limit: number;
  readonly writes: boolean;
}

const cases: readonly Case[] = [
  { title: 'adult, k=5, 5 %, CSV から報告書まで', rows: null, k: 5, limit: 0.05, writes: true },
  { title: '1M, k=100, 100 %, 書き出しなし', rows: 1_000_000, k: 100, limit: 1, writes: false },
  { title: '10M, k=5, 5 %, 書き出しなし', rows: 10_000_000, k: 5, limit: 0.05, writes: false },
  { title: '10M, k=5, 5 %, CSV から検証済みの CSV まで', rows: 10_000_000, k: 5, limit: 0.05, writes: true },
  { title: '100M, k=5, 5 %, CSV から検証済みの CSV まで', rows: 100_000_000, k: 5, limit: 0.05, writes: true },
];

async function runCase(folder: string, scratch: string, { title, rows, k, limit, writes }: Case): Promise<void> {
  const table = tableOf(folder, scratch, rows);
  const recipe = recipeOf(folder, scratch, table, k, limit);
  const out = join(scratch, 'out');
  const copyFile = join(scratch, 'copy.csv');
  const copy = await measure([fileURLToPath(import.meta.url), '--copy', table, copyFile]);
  rmSync(copyFile);
  const end = writes ? ['--out', out, '--replace', '--json'] : ['--plan'];
  const found = await measure([program, 'anonymize', recipe, ...end]);
  rmSync(out, { recursive: true, force: true });
  const { loss, suppressedRecords, seconds } = JSON.parse(found.output);
  console.log(
    `${title}\n  ${found.seconds.toFixed(2)} 秒（計算 ${found.cpuSeconds.toFixed(2)} 秒）、最大 ${found.peakMiB.toFixed(0)} MiB\n  DuckDB の複写 ${copy.seconds.toFixed(2)} 秒（計算 ${copy.cpuSeconds.toFixed(2)} 秒）の ${(found.seconds / copy.seconds).toFixed(2)} 倍（計算 ${(found.cpuSeconds / copy.cpuSeconds).toFixed(2)} 倍）\n  損失 ${loss.toFixed(10)}、除いた記録 ${suppressedRecords}、内訳 ${JSON.stringify(seconds)}`,
  );
}

/** Runs in a process of its own: reads the table and writes it, nothing else. */
async function copyTable(from: string, to: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const text = (path: string) => `'${path.replaceAll("'", "''")}'`;
  await connection.run(
    `COPY (SELECT * FROM read_csv(${text(from)}, delim = ';', all_varchar = true)) TO ${text(to)} (FORMAT csv, DELIMITER ';')`,
  );
}

/** Up to `--rows`, or of exactly `--only` rows. */
const isWanted = ({ rows }: Case) =>
  values.only === undefined ? (rows ?? 0) <= Number(values.rows) : rows === Number(values.only);

async function main(): Promise<void> {
  if (values.copy) return copyTable(values.copy, positionals[0] ?? '');
  const [folder, scratch = join(tmpdir(), `tokumei-bench-${userInfo().username}`)] = positionals.map((path) =>
    resolve(path),
  );
  if (!folder || !existsSync(join(folder, 'generate.mjs'))) {
    console.error(
      '使い方: bench フォルダ [作業フォルダ] [--rows 最大の行数] [--only 行数] [--memory MiB]（フォルダには adult/ と generate.mjs）',
    );
    process.exitCode = 2;
    return;
  }
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  spawnSync(process.execPath, [join(root, 'tools', 'build.ts')], { stdio: 'inherit' });
  for (const one of cases.filter(isWanted)) await runCase(folder, scratch, one);
}

await main();
