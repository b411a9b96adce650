import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupDamaged, type BackupOrder, type BackupProgress, type BackupReport } from '../app/ports/backups.ts';
import { CannotStart } from '../app/ports/cannotStart.ts';
import { Unavailable } from '../app/ports/unavailable.ts';
import type { Command, Io } from './command.ts';
import { everySecond } from './everySecond.ts';
import { optionProblem } from './optionProblem.ts';
import { usages } from './usages.ts';

/** What a person asks of `backup` and `restore`. */
interface Asked {
  readonly file: string;
  readonly keysFile: string | null;
  readonly json: boolean;
}

/** The same for both commands: what may happen to it on the way, and how its end is told. */
interface Work<Report> {
  readonly run: (order: BackupOrder) => Promise<Report>;
  readonly describe: (report: Report, keysFile: string | null) => readonly string[];
  /** 0, or 1 where something is not as it should be. */
  readonly exitCode: (report: Report) => number;
}

/** `tokumei backup` or `tokumei restore` of this work. */
export const backupCommand =
  <Report>(name: 'backup' | 'restore', { run, describe, exitCode }: Work<Report>): Command =>
  async (args, io) => {
    const asked = readArguments(name, args);
    if (typeof asked === 'string') {
      io.error(asked);
      return 2;
    }
    const { json, ...order } = asked;
    try {
      const report = await untilAskedToEnd((signal) => run({ ...order, onProgress: tellProgress(io), signal }));
      if (json) io.out(JSON.stringify(report));
      else for (const line of describe(report, order.keysFile)) io.out(line);
      return exitCode(report);
    } catch (error) {
      return tellFailure(error, io);
    }
  };

function readArguments(name: 'backup' | 'restore', args: readonly string[]): Asked | string {
  const { usage } = usages[name];
  try {
    const options = { keys: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) return usage;
    return { file: resolve(file), keysFile: values.keys ? resolve(values.keys) : null, json: values.json };
  } catch (error) {
    return `${optionProblem(error)}\n${usage}`;
  }
}

const steps: Readonly<Record<BackupProgress['step'], string>> = {
  tables: '表を書いています',
  files: 'ファイルを写しています',
  checking: '控えの内容を確かめています',
  loading: '表を読み込み、読み直して確かめています',
  states: '今の状態を、出来事から作り直しています',
};

function tellProgress(io: Io): (progress: BackupProgress) => void {
  const tell = everySecond((text: string) => io.error(text));
  let bytes = 0;
  let step: BackupProgress['step'] | null = null;
  return (progress) => {
    bytes = progress.step === step ? bytes + progress.bytes : progress.bytes;
    step = progress.step;
    tell(`${steps[step]} (${sizeText(bytes)}、${progress.name})`);
  };
}

/** Tells the work when the person or the machine asks for the end; a second time must not cut short its clearing up. */
async function untilAskedToEnd<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const askings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const;
  for (const asking of askings) process.on(asking, end);
  try {
    return await work(ending.signal);
  } finally {
    for (const asking of askings) process.off(asking, end);
  }
}

function tellFailure(error: unknown, io: Io): number {
  if (error instanceof BackupDamaged || error instanceof CannotStart || error instanceof Unavailable) {
    io.error(error.message);
    return error instanceof BackupDamaged ? 1 : 2;
  }
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  io.error('途中で止めました。途中までのものは残していません。');
  return 130;
}

/** A size in the unit that suits it: `12.3 MB`. */
export function sizeText(bytes: number): string {
  const units = ['バイト', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}

/** The lines that both commands say of what a backup holds. */
export function contentLines(report: Omit<BackupReport, 'keys'>): readonly string[] {
  const count = (number: number) => number.toLocaleString('ja-JP');
  return [
    `  表 ${count(report.tables)}（${count(report.rows)} 行、うち出来事 ${count(report.events)} 件）、ファイル ${count(report.files)}、暗号化した保管 ${count(report.sealed)}、待っている処理 ${count(report.jobs)}`,
    ...report.damaged.map(
      (name) =>
        `  × ${name} は、保管していたときに中身が変わっています。以前のバックアップから取り出してください（docs/guide/operations.md）。`,
    ),
  ];
}
