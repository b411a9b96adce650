import type { OrganId } from '../../core/role.ts';
import { type ChainFault, faultAt, faultWithin } from './auditFault.ts';
import { beginning, type Link, sha256 } from './chainEntry.ts';
import { type CheckpointCheck, checkCheckpoints, type KnownKeys, type LastCheckpoint } from './checkCheckpoints.ts';
import { checkpointEvery, readCheckpoint } from './checkpoint.ts';

/** What is known from elsewhere: the hashes of an organ's chain by their numbers. */
export type KnownLinks = ReadonlyMap<number, string>;

/** How far the chain of an organ is and is signed. */
export interface ChainFindings {
  readonly head: Link;
  readonly checkpoints: number;
  readonly last: LastCheckpoint | null;
  /** How many of what is known from elsewhere the chain holds. */
  readonly known: number;
  readonly unchained: number;
}

/** Follows the lines of one organ; each answers the first fault, and nothing is asked after it. */
export interface ChainCheck {
  entry(line: string): ChainFault | null;
  checkpoint(line: string): ChainFault | null;
  unchained(content: unknown): ChainFault | null;
  end(content: unknown): ChainFault | null;
  findings(): ChainFindings;
}

export function checkChain(organ: OrganId, known: KnownLinks, keys: KnownKeys): ChainCheck {
  const checkpoints: CheckpointCheck = checkCheckpoints(keys);
  let [head, held, unchained] = [beginning, 0, 0];
  const hold = (link: Link): ChainFault | null => {
    const wanted = known.get(link.number);
    if (wanted !== undefined && wanted !== link.hash) return notAsKnown(known, link.number);
    if (wanted !== undefined) held += 1;
    head = link;
    return head.number - checkpoints.number() > checkpointEvery ? tooLongUnsigned(checkpoints.number()) : null;
  };
  return {
    entry(line) {
      const read = readEntry(line, organ, head, checkpoints.number());
      return 'fault' in read ? read : hold(read);
    },
    checkpoint(line) {
      const checkpoint = readCheckpoint(line);
      if (checkpoint?.organ !== organ)
        return faultAt('checkpoint', head.number, `${head.number} 番の後の署名の行が、署名として読めません`);
      return checkpoints.add(checkpoint, head);
    },
    unchained(content) {
      unchained += 1;
      const isOwn = (content as { readonly organ?: unknown } | null)?.organ === organ;
      return isOwn ? null : { ...nowhere, detail: 'まだ連鎖していない記録として読めません' };
    },
    end(content) {
      const counted = { organ, entries: head.number, hash: head.hash, checkpoints: checkpoints.count(), unchained };
      return checkpoints.settle() ?? endFault(content, counted) ?? shorter(known, head.number);
    },
    findings: () => ({ head, checkpoints: checkpoints.count(), last: checkpoints.last(), known: held, unchained }),
  };
}

const nowhere = { fault: 'unreadable', from: null, through: null } as const;

const entryOpening = '{"entry":';
const entryMiddle = ',"hash":"';
const hashDigits = 64;

/** Reads an entry that has to follow the head. */
function readEntry(line: string, organ: OrganId, head: Link, signed: number): Link | ChainFault {
  const expected = head.number + 1;
  const end = line.length - 2 - hashDigits - entryMiddle.length;
  const [text, hash] = [line.slice(entryOpening.length, end), line.slice(-hashDigits - 2, -2)];
  if (line !== `${entryOpening}${text}${entryMiddle}${hash}"}`) return unreadable(expected);
  if (sha256(text) !== hash)
    return faultAt('altered', expected, `${expected} 番の内容が、記録したときのものではありません`);
  const { number, previous, organ: of } = placeIn(text);
  if (of !== organ) return faultAt('order', expected, `${expected} 番の場所に、別の機関の記録があります`);
  if (number !== expected) return outOfOrder(expected, Number(number));
  if (previous === head.hash) return { number: expected, hash };
  const from = Math.max(signed + 1, head.number);
  return faultWithin('link', from, expected, `${expected} 番が、その前の ${head.number} 番につながっていません`);
}

interface Place {
  readonly organ?: unknown;
  readonly number?: unknown;
  readonly previous?: unknown;
}

function placeIn(text: string): Place {
  try {
    return (JSON.parse(text) as Place | null) ?? {};
  } catch {
    return {};
  }
}

const unreadable = (expected: number) => faultAt('unreadable', expected, `${expected} 番の行が、記録として読めません`);

function outOfOrder(expected: number, found: number): ChainFault {
  if (found === expected - 1) return faultAt('order', found, `${found} 番の記録が二つあります`);
  return faultAt(
    'order',
    expected,
    found > expected
      ? `${expected} 番があるはずの場所に ${found} 番があります。抜き取られたか、並べ替えられています`
      : `${expected} 番があるはずの場所に、前に出た ${found} 番がもう一度あります`,
  );
}

function tooLongUnsigned(signed: number): ChainFault {
  const from = signed + checkpointEvery + 1;
  return faultAt('unsigned', from, `${signed} 番の後、${checkpointEvery} 件を超えて署名がありません`);
}

/** Of any many numbers; 0 = there is none. */
const latest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);

/** What was known before it was found, so all before that is as it was. */
function notAsKnown(known: KnownLinks, number: number): ChainFault {
  const before = latest([...known.keys()].filter((one) => one < number));
  const detail = `${number} 番のハッシュが、控えと違います。控えた後に書き換えられています`;
  return faultWithin('since', before + 1, number, detail);
}

function shorter(known: KnownLinks, last: number): ChainFault | null {
  const beyond = latest([...known.keys()]);
  if (beyond <= last) return null;
  const detail = `控えには ${beyond} 番までありますが、連鎖は ${last} 番で終わっています。末尾が切り捨てられたか、古い写しに戻されています`;
  return faultWithin('since', last + 1, beyond, detail);
}

interface Counted {
  readonly organ: OrganId;
  readonly entries: number;
  readonly hash: string;
  readonly checkpoints: number;
  readonly unchained: number;
}

function endFault(content: unknown, counted: Counted): ChainFault | null {
  const said = content as Partial<Counted> | null;
  const names = Object.keys(counted) as (keyof Counted)[];
  if (names.every((name) => said?.[name] === counted[name])) return null;
  const from = counted.entries + 1;
  return faultWithin(
    'end',
    from,
    Math.max(from, Number(said?.entries) || 0),
    `終わりの行 (記録 ${said?.entries} 件、署名 ${said?.checkpoints} 個、連鎖前 ${said?.unchained} 件) と、あるもの (記録 ${counted.entries} 件、署名 ${counted.checkpoints} 個、連鎖前 ${counted.unchained} 件) が合いません`,
  );
}
