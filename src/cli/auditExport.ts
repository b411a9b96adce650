import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { noteOf } from '../app/audit/checkpoint.ts';
import { exportLines } from '../app/audit/exportLines.ts';
import type { AuditSource } from '../app/ports/auditLog.ts';
import { CannotStart } from '../app/ports/cannotStart.ts';
import { Unavailable } from '../app/ports/unavailable.ts';
import type { OrganId } from '../core/role.ts';
import type { Io } from './command.ts';
import { optionProblem } from './optionProblem.ts';
import { usages } from './usages.ts';
import { writeLines } from './writeLines.ts';

const { usage } = usages.audit;

interface Asked {
  readonly file: string;
  /** null = all. */
  readonly organ: string | null;
  readonly json: boolean;
}

/** `tokumei audit export FILE [--organ ID] [--json]`: exit 0 when the file stands, else 2. */
export async function exportAudit(open: () => Promise<AuditSource>, args: readonly string[], io: Io): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    io.error(asked);
    return 2;
  }
  try {
    const source = await open();
    try {
      return await write(source, asked, io);
    } finally {
      await source.close();
    }
  } catch (error) {
    const problem = problemOf(error, asked.file);
    if (problem === null) throw error;
    io.error(problem);
    return 2;
  }
}

function problemOf(error: unknown, file: string): string | null {
  if (error instanceof CannotStart || error instanceof Unavailable) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? `「${file}」に書けません (${code})。` : null;
}

async function write({ log, organs }: AuditSource, { file, organ, json }: Asked, io: Io): Promise<number> {
  const all = await organs();
  const wanted = organ === null ? all : all.filter((one) => one === organ);
  if (organ !== null && wanted.length === 0) {
    io.error(`--organ 「${organ}」の監査記録はありません。あるのは ${all.join('、')} です。`);
    return 2;
  }
  await writeLines(file, exportLines(log, wanted, new Date()));
  const written = await Promise.all(wanted.map((one) => standing(log, one)));
  if (json) io.out(JSON.stringify({ file, organs: written }));
  else print(written, file, io);
  return 0;
}

async function standing(log: AuditSource['log'], organ: OrganId) {
  const { checkpoint } = await log.status(organ);
  return { organ, checkpoint: checkpoint && noteOf(checkpoint) };
}

function print(written: readonly Awaited<ReturnType<typeof standing>>[], file: string, io: Io): void {
  io.out(`監査記録を「${file}」に書き出しました（${written.length} 機関）。`);
  io.out('次の控えをこの機械の外に書き留め、確かめるときに --since に示してください。');
  for (const { organ, checkpoint } of written) io.out(`  ${checkpoint ?? `${organ}: まだ署名がありません`}`);
}

function readArguments(args: readonly string[]): Asked | string {
  try {
    const options = { organ: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) return usage;
    if (existsSync(file))
      return `「${file}」はすでにあります。上書きはしません。別の名前 (日付など) を指定してください。`;
    return { file, organ: values.organ ?? null, json: values.json };
  } catch (error) {
    return `${optionProblem(error)}\n${usage}`;
  }
}
