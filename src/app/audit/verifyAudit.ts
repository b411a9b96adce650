import type { OrganId } from '../../core/role.ts';
import type { AuditFault, ChainFault } from './auditFault.ts';
import { form } from './chainEntry.ts';
import { type ChainCheck, type ChainFindings, checkChain, type KnownLinks } from './checkChain.ts';
import type { KnownKeys } from './checkCheckpoints.ts';

/** A line of a file, from 1: its text, or why it has none. */
type Line = { readonly number: number } & ({ readonly text: string } | { readonly unreadable: string });

/** What the verifier of an export knows from elsewhere. */
export interface Known {
  readonly keys: KnownKeys;
  /** Empty = nothing was noted down. */
  readonly since: ReadonlyMap<OrganId, KnownLinks>;
}

export interface OrganFindings extends ChainFindings {
  readonly organ: OrganId;
}

export interface AuditVerdict {
  /** `intact`: nothing was altered, but nobody said whose key it should be, or nothing is signed yet. */
  readonly verdict: 'verified' | 'intact' | 'failed';
  readonly exportedAt: string;
  /** Up to the fault. */
  readonly organs: readonly OrganFindings[];
  readonly fault: AuditFault | null;
}

/** The file does not begin as an export of the audit log. */
export class NotAnExport extends Error {}

interface Header {
  readonly organs: readonly OrganId[];
  readonly exportedAt: string;
}

/**
 * Verifies an export of the audit log without trusting it, without the database, line by line.
 * @throws NotAnExport when the first line is not the header of one.
 */
export async function verifyAudit(lines: AsyncIterable<Line>, known: Known): Promise<AuditVerdict> {
  let header: Header | null = null;
  let at = 1;
  const found: OrganFindings[] = [];
  let open: { readonly organ: OrganId; readonly check: ChainCheck } | null = null;
  const fail = (fault: ChainFault): AuditVerdict => ({
    verdict: 'failed',
    exportedAt: header?.exportedAt ?? '',
    organs: open ? [...found, { organ: open.organ, ...open.check.findings() }] : found,
    fault: { ...fault, organ: open?.organ ?? null, line: at },
  });
  for await (const line of lines) {
    at = line.number;
    if (!header) {
      header = readHeader(line);
      continue;
    }
    const organ: OrganId | undefined = header.organs[found.length];
    if (organ === undefined) return fail(surplus);
    open ??= { organ, check: checkChain(organ, known.since.get(organ) ?? new Map(), known.keys) };
    const step = follow(open.check, line);
    if (step.fault) return fail(step.fault);
    if (!step.isEnd) continue;
    found.push({ organ, ...open.check.findings() });
    open = null;
  }
  if (!header) throw new NotAnExport('空のファイルです');
  const lacking = open ? cutOff(open.check) : missing(header, found, known);
  return lacking
    ? fail(lacking)
    : { ...verdictOf(found, known), exportedAt: header.exportedAt, organs: found, fault: null };
}

function verdictOf(found: readonly OrganFindings[], { keys }: Known): Pick<AuditVerdict, 'verdict'> {
  const isSigned = found.every(({ head, last }) => head.number === 0 || last !== null);
  return { verdict: keys !== null && isSigned && found.some(({ last }) => last !== null) ? 'verified' : 'intact' };
}

function readHeader(line: Line): Header {
  const content = 'text' in line ? parsed(line.text) : null;
  const header = (content as { readonly audit?: Header & { readonly form: unknown } } | null)?.audit;
  const isSound = Array.isArray(header?.organs) && header.organs.every((organ) => /^[a-z0-9-]+$/.test(String(organ)));
  if (header?.form !== form || !isSound) throw new NotAnExport('監査記録の書き出しではありません');
  return { organs: header.organs, exportedAt: String(header.exportedAt) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a line does to the chain of its organ. */
function follow(check: ChainCheck, line: Line): { readonly fault: ChainFault | null; readonly isEnd: boolean } {
  if (!('text' in line)) return { fault: unreadable(check), isEnd: false };
  if (line.text.startsWith('{"entry":')) return { fault: check.entry(line.text), isEnd: false };
  if (line.text.startsWith('{"checkpoint":')) return { fault: check.checkpoint(line.text), isEnd: false };
  const content = parsed(line.text) as { readonly unchained?: unknown; readonly end?: unknown } | null;
  if (content?.unchained !== undefined) return { fault: check.unchained(content.unchained), isEnd: false };
  if (content?.end !== undefined) return { fault: check.end(content.end), isEnd: true };
  return { fault: unreadable(check), isEnd: false };
}

function unreadable(check: ChainCheck): ChainFault {
  const number = check.findings().head.number + 1;
  return { fault: 'unreadable', from: number, through: number, detail: `${number} 番があるはずの行を読めません` };
}

const surplus: ChainFault = {
  fault: 'order',
  from: null,
  through: null,
  detail: '初めの行に挙げた機関の後に、余分な行があります',
};

function cutOff(check: ChainCheck): ChainFault {
  const from = check.findings().head.number + 1;
  return { fault: 'end', from, through: null, detail: `ファイルが ${from - 1} 番の後で途切れています` };
}

function missing({ organs }: Header, found: readonly OrganFindings[], { since }: Known): ChainFault | null {
  const organ = organs[found.length] ?? [...since.keys()].find((one) => !organs.includes(one));
  if (organ === undefined) return null;
  return { fault: 'missing', from: 1, through: null, detail: `機関「${organ}」の記録がありません` };
}
