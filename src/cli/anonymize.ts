import {
  type AnonymizeOptions,
  type AnonymizeStep,
  type AreaTable,
  anonymize,
  exceededMemory,
  InputError,
  type Outcome,
  type PreviewOptions,
  preview,
  type ReadDatabase,
  type Refusal,
  type Report,
  type SearchProgress,
} from '../engine/index.ts';
import type { Command, Io } from './command.ts';
import { describeDone } from './describeDone.ts';
import { describeVerification } from './describeVerification.ts';
import { everySecond } from './everySecond.ts';
import { readOptions } from './readOptions.ts';
import { usages } from './usages.ts';

const stepWords: Readonly<Record<AnonymizeStep, string>> = {
  import: 'データを読んでいます…',
  treat: '加工しています…',
  search: '一般化の段階を選んでいます…',
  write: '書き出しています…',
  verify: '出力だけを読み直して確かめています…',
  report: '報告書を作っています…',
};

/**
 * `tokumei anonymize RECIPE.json --out DIR [--replace] [--json]`; with `--plan` instead of `--out` nothing is written.
 *
 * @param areas reads the tables of municipalities and towns for the hierarchies that need them.
 * @param readDatabase reads the table of a recipe whose source is a database.
 */
export const anonymizeCommand =
  (areas: () => AreaTable, readDatabase?: ReadDatabase): Command =>
  async (args, io) => {
    try {
      const { recipe, out, replace, json } = readArguments(args);
      const parts = { areas, ...(readDatabase ? { readDatabase } : {}) };
      if (out === null) return await showPlan({ recipe, ...parts }, io);
      return await run({ recipe, out, replace, json }, parts, io);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      io.error(error.message);
      return 2;
    }
  };

/** The first Ctrl-C during the search ends it with the best result so far; any other ends the program. */
async function run(order: Order, parts: Parts, io: Io): Promise<number> {
  const { recipe, out, replace, json } = order;
  const stop = new AbortController();
  const onInterrupt = () => {
    io.error('探索を打ち切り、ここまでに見つかった最もよい結果を使います。もう一度押すと、すべてを止めます。');
    stop.abort();
  };
  let tellDone = everySecond((share: number) => io.error(describeDone(share)));
  try {
    const outcome = await anonymize({
      ...{ recipe, out, replace, ...parts, signal: stop.signal },
      onStep: (step) => {
        io.error(stepWords[step]);
        tellDone = everySecond((share) => io.error(describeDone(share)));
        process.off('SIGINT', onInterrupt);
        if (step === 'search') process.once('SIGINT', onInterrupt);
      },
      onSearch: everySecond((progress) => io.error(describeSearch(progress))),
      onDone: (share) => tellDone(share),
    });
    return answer(outcome, out, json, io);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

type Parts = Pick<AnonymizeOptions, 'areas' | 'readDatabase'>;

interface Order {
  readonly recipe: string;
  readonly out: string;
  readonly replace: boolean;
  readonly json: boolean;
}

/** What is left of the proof, and how good the best result is. */
export function describeSearch({ left, loss, floor, checks }: SearchProgress): string {
  const open = left >= 0.001 || left === 0 ? `${(left * 100).toFixed(1)}%` : '0.1%未満';
  const best =
    loss === null ? 'まだ見つかっていません' : `${loss.toFixed(4)}（最適との差は最大 ${(loss - floor).toFixed(4)}）`;
  return `  調べ残した組合せ ${open}、情報の損失 ${best}、数えた組合せ ${checks.toLocaleString('ja-JP')} 通り`;
}

function readArguments(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const options = { out: { type: 'string' }, replace: flag, json: flag, plan: flag } as const;
  const { values, positionals } = readOptions('anonymize', args, options);
  const [recipe, ...more] = positionals;
  const wantsOutput = values.out !== undefined;
  if (recipe === undefined || more.length > 0 || wantsOutput === (values.plan ?? false))
    throw new InputError('引数', usages.anonymize.usage);
  return { recipe, out: values.out ?? null, replace: values.replace ?? false, json: values.json ?? false };
}

async function showPlan(options: PreviewOptions, io: Io): Promise<number> {
  const plan = await preview(options);
  if ('refusal' in plan) return refuse(plan.refusal, true, io);
  io.out(JSON.stringify(plan));
  return 0;
}

function refuse(refusal: Refusal, json: boolean, io: Io): number {
  io.error(refusal.message);
  if (json) io.out(JSON.stringify({ ok: false, refusal }));
  return 1;
}

function answer(outcome: Outcome, out: string, json: boolean, io: Io): number {
  if (outcome.kind === 'refused') return refuse(outcome.refusal, json, io);
  const { report } = outcome;
  if (json) io.out(JSON.stringify(report));
  else for (const line of describe(report, out)) io.out(line);
  const exceeded = exceededMemory(report);
  if (exceeded !== null)
    io.error(
      `メモリを最大で ${report.peakMemoryMiB} MiB 使い、手順書の memoryMiB の ${exceeded} MiB を超えました。メモリの限られた機械では、memoryMiB を増やしてください。`,
    );
  if (outcome.kind === 'released') return 0;
  io.error(`検証に通りませんでした。出力は ${report.outputFile} として残してあります。`);
  return 1;
}

function describeLevels({ columns, levels }: Report): string[] {
  const parts = Array.isArray(levels) ? levels : [{ levels }];
  return columns.flatMap(({ name }) => {
    const own = parts.map((part) => part.levels[name]);
    return own[0] === undefined ? [] : [`  ${name}: 段階 ${own.join('、')}`];
  });
}

function describe(report: Report, out: string): string[] {
  const number = (value: number) => value.toLocaleString('ja-JP');
  return [
    `${out}/${report.outputFile}: ${number(report.outputRows)} 行（元のデータ ${number(report.rows)} 行、除いた記録 ${number(report.suppressedRecords + report.droppedRecords + report.refusedRows)} 件）`,
    ...(report.loss === null
      ? []
      : [
          `情報の損失 ${report.loss.toFixed(4)}${report.optimal ? '（最適と証明済み）' : `（最適との差は最大 ${report.gap.toFixed(4)}）`}`,
        ]),
    ...describeLevels(report),
    ...describeVerification(report.verification),
  ];
}
