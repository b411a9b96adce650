import type { OrganId } from '../../core/role.ts';
import { readCheckpoint, readNote } from './checkpoint.ts';

/** A line that is neither a checkpoint nor of an export. */
export class NotACheckpoint extends Error {}

/**
 * The checkpoints that a person kept: lines of `checkpoints.jsonl`, of an earlier export or noted down by hand, by their
 * organs and numbers.
 * @throws NotACheckpoint naming the line; also when there is none at all.
 */
export async function readSince(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<ReadonlyMap<OrganId, ReadonlyMap<number, string>>> {
  const found = new Map<OrganId, Map<number, string>>();
  let at = 0;
  for await (const line of lines) {
    at += 1;
    if (line.trim() === '' || /^\{"(audit|end|entry|unchained)":/.test(line)) continue;
    const checkpoint = readCheckpoint(line) ?? readNote(line);
    if (!checkpoint) throw new NotACheckpoint(`${at} 行目は、監査記録の署名の控えとして読めません`);
    const ofOrgan = found.get(checkpoint.organ) ?? new Map<number, string>();
    found.set(checkpoint.organ, ofOrgan.set(checkpoint.number, checkpoint.hash));
  }
  if (found.size === 0) throw new NotACheckpoint('監査記録の署名の控えが一つもありません');
  return found;
}
