import { type ChainFault, faultAt, faultWithin } from './auditFault.ts';
import type { Link } from './chainEntry.ts';
import { checkpointEvery, digestOf, fingerprintOfKey, isSigned, noteOf, type SignedCheckpoint } from './checkpoint.ts';

/** Fingerprints of the keys that may have signed; null = nobody named any. */
export type KnownKeys = ReadonlySet<string> | null;

export interface LastCheckpoint {
  readonly number: number;
  readonly at: string;
  /** Of the key. */
  readonly fingerprint: string;
  /** To be noted down for the next time. */
  readonly note: string;
}

/** Follows the checkpoints of one organ. Each holds the digest of the one before, so one signature answers for many. */
export interface CheckpointCheck {
  /** The entry of the last checkpoint; 0 = there was none. */
  number(): number;
  count(): number;
  last(): LastCheckpoint | null;
  add(checkpoint: SignedCheckpoint, head: Link): ChainFault | null;
  /** Looks at the signatures that were not looked at yet. */
  settle(): ChainFault | null;
}

export function checkCheckpoints(keys: KnownKeys): CheckpointCheck {
  let count = 0;
  let last: SignedCheckpoint | null = null;
  /** Not looked at yet, and the entry of the checkpoint before them. */
  let pending: { readonly after: number; readonly checkpoints: SignedCheckpoint[] } = { after: 0, checkpoints: [] };
  const number = () => last?.number ?? 0;
  const settle = (): ChainFault | null => {
    const fault = firstUnsigned(pending.after, pending.checkpoints);
    pending = { after: number(), checkpoints: [] };
    return fault;
  };
  const add = (checkpoint: SignedCheckpoint, head: Link): ChainFault | null => {
    const isOtherKey = last !== null && last.key !== checkpoint.key;
    const fault =
      (isOtherKey ? settle() : null) ?? misplaced(checkpoint, head, number()) ?? unknownKey(checkpoint, keys);
    if (fault) return fault;
    if (checkpoint.previous !== digestOf(last)) return settle() ?? removed(number(), checkpoint.number);
    if (checkpoint.hash !== head.hash) return settle() ?? rewritten(checkpoint, number());
    pending.checkpoints.push(checkpoint);
    [last, count] = [checkpoint, count + 1];
    return checkpoint.number - pending.after >= checkpointEvery ? settle() : null;
  };
  return { number, count: () => count, last: () => last && lastOf(last), add, settle };
}

const lastOf = (checkpoint: SignedCheckpoint): LastCheckpoint => ({
  number: checkpoint.number,
  at: checkpoint.at,
  fingerprint: fingerprintOfKey(checkpoint.key),
  note: noteOf(checkpoint),
});

function firstUnsigned(after: number, checkpoints: readonly SignedCheckpoint[]): ChainFault | null {
  const last = checkpoints.at(-1);
  if (!last || isSigned(last)) return null;
  const bad = checkpoints.findIndex((checkpoint) => !isSigned(checkpoint));
  const { number } = checkpoints[bad] ?? last;
  const from = (checkpoints[bad - 1]?.number ?? after) + 1;
  return faultWithin('signature', from, number, `${number} 番の署名が、示された鍵によるものではありません`);
}

function misplaced({ number }: SignedCheckpoint, head: Link, before: number): ChainFault | null {
  if (number === head.number && number > before) return null;
  return faultAt('checkpoint', head.number, `${head.number} 番の後に、${number} 番の署名があります`);
}

function unknownKey({ key, number }: SignedCheckpoint, keys: KnownKeys): ChainFault | null {
  if (keys === null || keys.has(fingerprintOfKey(key))) return null;
  return faultAt(
    'key',
    number,
    `${number} 番に署名した鍵の指紋 ${fingerprintOfKey(key)} は、示されたものではありません`,
  );
}

const removed = (before: number, number: number): ChainFault =>
  faultWithin(
    'checkpoint',
    before + 1,
    number,
    `${number} 番の署名が、その前の署名 (${before === 0 ? 'なし' : `${before} 番`}) に続いていません。間の署名が抜き取られたか、書き換えられています`,
  );

function rewritten(checkpoint: SignedCheckpoint, before: number): ChainFault {
  const { number } = checkpoint;
  if (!isSigned(checkpoint))
    return faultWithin('signature', before + 1, number, `${number} 番の署名の内容が、署名した時のものではありません`);
  const detail = `${before + 1} 番から ${number} 番までに、署名した時のものでない記録があります`;
  return faultWithin('rewritten', before + 1, number, detail);
}
