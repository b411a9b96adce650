import type { AnyState } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { actorOn } from './caseActs.ts';
import type { CaseFile } from './caseFiles.ts';

/** Writes to the audit log that a file of a case was taken: which one by its digest, never its name. */
export async function auditTaking(
  { events, clock }: Pick<Parts, 'events' | 'clock'>,
  account: Account,
  { stream, state }: StateRecord,
  { file, role, asked }: CaseFile,
): Promise<void> {
  const actors = asked.map((act) => actorOn(account, account.organ, act, state as AnyState));
  const taker = actors.find((found) => 'actor' in found);
  if (!taker) throw new Error('a file was handed out to nobody');
  const entry = { act: 'caseFile', outcome: 'read', stream, facts: { file: file.digest, role } } as const;
  await events.audit(account.organ, taker.actor, clock.procedure(), entry);
}
