import type { OrganId } from '../../core/role.ts';
import type { AuditLog } from '../ports/auditLog.ts';
import { canonicalJson } from './canonicalJson.ts';
import { chainedText, form } from './chainEntry.ts';
import type { SignedCheckpoint } from './checkpoint.ts';

/**
 * The audit logs of organs as JSON lines, each without its line feed: a header; for each organ its chain with every
 * checkpoint after its entry, what is not chained yet, and an end. The text between `{"entry":` and `,"hash"` is what
 * the hash is over.
 */
export async function* exportLines(
  log: AuditLog,
  organs: readonly OrganId[],
  exportedAt: Date,
): AsyncGenerator<string> {
  yield canonicalJson({ audit: { form, organs, exportedAt: exportedAt.toISOString() } });
  for (const organ of organs) yield* organLines(log, organ);
}

async function* organLines(log: AuditLog, organ: OrganId): AsyncGenerator<string> {
  const { head } = await log.status(organ);
  const signed = log.checkpoints(organ, head.number)[Symbol.asyncIterator]();
  let next = await signed.next();
  let [checkpoints, unchained] = [0, 0];
  for await (const { entry, number, previous, hash } of log.chained(organ, head.number)) {
    yield `{"entry":${chainedText(entry, number, previous)},"hash":"${hash}"}`;
    for (; !next.done && next.value.number <= number; next = await signed.next()) {
      checkpoints += 1;
      yield (next.value satisfies SignedCheckpoint).line;
    }
  }
  for await (const entry of log.unchained(organ, head.number)) {
    unchained += 1;
    yield canonicalJson({ unchained: entry });
  }
  yield canonicalJson({ end: { organ, entries: head.number, hash: head.hash, checkpoints, unchained } });
}
