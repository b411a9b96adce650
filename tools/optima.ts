// `optima FOLDER [SCRATCH]`: runs the engine on tables whose optimum is known and compares loss and suppressed records.
// FOLDER holds adult/ (the table and its hierarchies) and generate.mjs; the larger table is made in SCRATCH, where it is
// found again the next time. Exit 1 when a figure differs, 2 when the folder can't be used.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { anonymize } from '../src/engine/index.ts';

interface Known {
  readonly title: string;
  readonly rows?: number;
  readonly k: number;
  readonly limit: number;
  /** The column that is sensitive instead of identifying, with what is asked of it. */
  readonly sensitive?: { readonly column: string; readonly asks: object };
  readonly suppressed: number;
  readonly loss: number;
  /** Local recoding: the loss is a goal, at most to be reached. */
  readonly local?: true;
}

const distinct = { diversity: [{ column: 'occupation', model: 'distinct', l: 3 }] };
const close = { closeness: [{ column: 'occupation', t: 0.4, distance: 'equal' }] };
const known: readonly Known[] = [
  { title: 'adult, k=5, 5 %', k: 5, limit: 0.05, suppressed: 1346, loss: 0.2419323651 },
  { title: 'adult, k=5, 100 %', k: 5, limit: 1, suppressed: 2553, loss: 0.2204119285 },
  { title: '1M, k=5, 5 %', rows: 1_000_000, k: 5, limit: 0.05, suppressed: 48_911, loss: 0.0677765789 },
  {
    title: 'adult, k=5, distinct 3, 5 %',
    k: 5,
    limit: 0.05,
    sensitive: { column: 'occupation', asks: distinct },
    suppressed: 1400,
    loss: 0.1717021812,
  },
  {
    title: 'adult, k=5, t=0.4, 5 %',
    k: 5,
    limit: 0.05,
    sensitive: { column: 'occupation', asks: close },
    suppressed: 1308,
    loss: 0.3975761561,
  },
  { title: 'adult, k=5, 局所', k: 5, limit: 1, suppressed: 0, loss: 0.172, local: true },
  { title: 'adult, k=10, 局所', k: 10, limit: 1, suppressed: 0, loss: 0.188, local: true },
];
const allowedDifference = 1e-8;

/** The table of that many rows, generated unless it is there already; without a number the original. */
function tableFile(folder: string, scratch: string, rows: number | undefined): string {
  if (rows === undefined) return join(folder, 'adult', 'adult.csv');
  const file = join(scratch, `adult-${rows}.csv`);
  if (existsSync(file)) return file;
  const made = spawnSync(process.execPath, [join(folder, 'generate.mjs'), String(rows), file], { stdio: 'inherit' });
  if (made.status !== 0) throw new Error(`generate.mjs ended with ${made.status}`);
  return file;
}

function recipeOf(folder: string, path: string, { k, limit, sensitive, local }: Known): object {
  const [header = ''] = readFileSync(join(folder, 'adult', 'adult.csv'), 'utf8').split(/\r?\n/, 1);
  const columnOf = (name: string) => {
    const hierarchy = { csv: join(folder, 'adult', `adult_hierarchy_${name}.csv`), delimiter: ';' };
    return [name, name === sensitive?.column ? { role: 'sensitive', hierarchy } : { role: 'quasi', hierarchy }];
  };
  return {
    source: { path, format: 'csv', delimiter: ';', encoding: 'utf-8' },
    columns: Object.fromEntries(header.split(';').map(columnOf)),
    privacy: { k, ...sensitive?.asks },
    suppressionLimit: limit,
    recoding: local ? 'local' : 'global',
    output: { format: 'csv', delimiter: ';', encoding: 'utf-8', suppressedAs: '*' },
  };
}

async function compare(folder: string, scratch: string, one: Known): Promise<boolean> {
  const recipe = join(scratch, 'recipe.json');
  writeFileSync(recipe, JSON.stringify(recipeOf(folder, tableFile(folder, scratch, one.rows), one)));
  const start = performance.now();
  const outcome = await anonymize({ recipe, out: join(scratch, 'result'), replace: true });
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  if (outcome.kind !== 'released') {
    console.log(`NG  ${one.title}: ${outcome.kind === 'refused' ? outcome.refusal.message : '検証に不合格'}`);
    return false;
  }
  const { loss, suppressedRecords, optimal, checks } = outcome.report;
  const difference = (loss ?? Number.NaN) - one.loss;
  const reached = one.local ? difference <= 0 : optimal && Math.abs(difference) <= allowedDifference;
  const same = suppressedRecords === one.suppressed && reached;
  console.log(
    `${same ? 'OK' : 'NG'}  ${one.title}: 抑制 ${suppressedRecords} (既知 ${one.suppressed})、` +
      `損失 ${loss?.toFixed(10)} (既知 ${one.loss})、${optimal ? '最適と証明' : one.local ? '既知の値以下が目標' : '未証明'}、${checks} 検査、${seconds} 秒`,
  );
  return same;
}

async function main([folder, scratch]: readonly string[]): Promise<number> {
  if (!folder || !existsSync(join(folder, 'adult', 'adult.csv'))) {
    console.error('使い方: optima FOLDER [SCRATCH]。FOLDER には adult/adult.csv とその階層、generate.mjs が必要です。');
    return 2;
  }
  const work = scratch ? resolve(scratch) : mkdtempSync(join(tmpdir(), 'optima-'));
  mkdirSync(work, { recursive: true });
  try {
    let differing = 0;
    for (const one of known) if (!(await compare(resolve(folder), work, one))) differing++;
    return differing === 0 ? 0 : 1;
  } finally {
    if (!scratch) rmSync(work, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
