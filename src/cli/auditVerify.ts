import { createReadStream, existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readNote } from '../app/audit/checkpoint.ts';
import { NotACheckpoint, readSince } from '../app/audit/readSince.ts';
import {
  type AuditVerdict,
  type Known,
  NotAnExport,
  type OrganFindings,
  verifyAudit,
} from '../app/audit/verifyAudit.ts';
import { type BoundedLine, boundedLines } from './boundedLines.ts';
import type { Io } from './command.ts';
import { fingerprintFrom, KeyProblem } from './fingerprintFrom.ts';
import { optionProblem } from './optionProblem.ts';
import { usages } from './usages.ts';

const { usage } = usages.audit;
/** An entry holds references alone; no line comes near this. */
const longestLine = 16 * 1024 * 1024;

interface Asked {
  readonly file: string;
  readonly known: Known;
  readonly json: boolean;
}

/** `tokumei audit verify`: exit 0 when nothing was altered and the signer's key is one that was named. */
export async function auditVerify(args: readonly string[], io: Io): Promise<number> {
  try {
    const asked = await readArguments(args);
    const verdict = await verifyAudit(linesOf(asked.file), asked.known);
    if (asked.json) io.out(JSON.stringify({ ...verdict, organs: verdict.organs.map(summaryOf) }));
    else print(verdict, asked.known, io);
    return verdict.verdict === 'verified' ? 0 : 1;
  } catch (error) {
    const isKnown = [BadArguments, KeyProblem, NotAnExport, NotACheckpoint].some((kind) => error instanceof kind);
    if (!isKnown) throw error;
    io.error((error as Error).message);
    return 2;
  }
}

/** What the command was called with cannot be used. */
class BadArguments extends Error {}

async function* linesOf(file: string): AsyncGenerator<BoundedLine> {
  try {
    yield* boundedLines(createReadStream(file, { highWaterMark: 1 << 20 }), longestLine);
  } catch (error) {
    throw new BadArguments(`「${file}」を読めません (${(error as NodeJS.ErrnoException).code})。`);
  }
}

async function* textsOf(file: string): AsyncGenerator<string> {
  for await (const line of linesOf(file)) yield 'text' in line ? line.text : '?';
}

async function readArguments(args: readonly string[]): Promise<Asked> {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadArguments(usage);
  if (!existsSync(file)) throw new BadArguments(`「${file}」というファイルはありません。`);
  const keys = values.key ? new Set(values.key.map(fingerprintFrom)) : null;
  const since = values.since === undefined ? new Map() : await sinceFrom(values.since);
  return { file, known: { keys, since }, json: values.json };
}

function parsed(args: readonly string[]) {
  try {
    const options = {
      since: { type: 'string' },
      key: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new BadArguments(`${optionProblem(error)}\n${usage}`);
  }
}

async function sinceFrom(since: string): Promise<Known['since']> {
  if (readNote(since)) return readSince([since]);
  if (existsSync(since)) return readSince(textsOf(since));
  throw new BadArguments(`--since 「${since}」は、書き留めた控え (機関:番号:64 桁) でも、あるファイルでもありません。`);
}

const summaryOf = ({ organ, head, checkpoints, last, known, unchained }: OrganFindings) => ({
  organ,
  entries: head.number,
  hash: head.hash,
  checkpoints,
  lastCheckpoint: last,
  unsigned: head.number - (last?.number ?? 0),
  unchained,
  since: known,
});

const verdicts: Record<AuditVerdict['verdict'], string> = {
  verified: '確認できました。記録したときのままです。',
  intact: '整合は確認、署名者は未確認。--key に、監査記録のページで書き留めた指紋を示してください。',
  failed: '確認できません。この書き出しと、元のデータベース、audit/checkpoints.jsonl を保全してください。',
};

function print({ verdict, organs, fault }: AuditVerdict, { since }: Known, io: Io): void {
  for (const findings of organs) printOrgan(findings, io);
  if (fault) io.out(`× ${placeOf(fault)}: ${fault.detail}。`);
  io.out(verdicts[verdict]);
  if (verdict !== 'failed' && since.size === 0)
    io.out('--since がないので、末尾の切捨てと、古い写しに戻されたことは確かめていません。');
}

function printOrgan({ organ, head, checkpoints, last, known, unchained }: OrganFindings, io: Io): void {
  const count = (number: number) => number.toLocaleString('ja-JP');
  const unsigned = head.number - (last?.number ?? 0);
  io.out(`${organ}: 記録 ${count(head.number)} 件、署名 ${count(checkpoints)} 個、控えと一致 ${count(known)} 個`);
  if (last) io.out(`  最後の署名 ${last.at}（鍵の指紋 ${last.fingerprint}）\n  控え ${last.note}`);
  if (unsigned > 0) io.out(`  末尾の ${count(unsigned)} 件は、まだ署名されていません。`);
  if (unchained > 0) io.out(`  ほかに ${count(unchained)} 件が、連鎖する前の記録です。`);
}

function placeOf({ organ, from, through, line }: NonNullable<AuditVerdict['fault']>): string {
  const entries = from === null ? '' : ` ${from}${through === null || through === from ? '' : `～${through}`} 番`;
  return `${organ ?? 'ファイル'}${entries}（${line} 行目）`;
}
