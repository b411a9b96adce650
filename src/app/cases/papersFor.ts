import type { FormKindId } from '../../documents/frame/formKinds.ts';
import type { AnyState } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { actorOn } from './caseActs.ts';
import { type CasePaper, casePapers } from './casePapers.ts';

/** Papers that name nobody, which whoever sees the case may read. */
const nameless: ReadonlySet<string> = new Set<FormKindId>([
  'registerEntry',
  'councilConsultation',
  'councilOpinion',
  'processingCertificate',
  'verificationCertificate',
  'otherDataPublication',
]);

/** Whether a paper names people, as far as its kind tells; what a call brings is for everybody. */
const namesPeople = ({ stream }: StateRecord, { form }: CasePaper): boolean =>
  stream.kind !== 'call' && !nameless.has(form);

const readerOf = (account: Account, { state }: StateRecord) =>
  actorOn(account, account.organ, { view: 'proposalPersonal' }, state as AnyState);

/** The papers of a case that the person may read: all of them, or those that name nobody. */
export async function papersFor(parts: Parts, account: Account, record: StateRecord): Promise<readonly CasePaper[]> {
  const papers = await casePapers(parts, account.organ, record.stream);
  return 'actor' in readerOf(account, record) ? papers : papers.filter((paper) => !namesPeople(record, paper));
}

/** Writes to the audit log that a paper that names people was opened. */
export async function auditReading(
  { events, clock }: Pick<Parts, 'events' | 'clock'>,
  account: Account,
  record: StateRecord,
  paper: CasePaper,
): Promise<void> {
  const reader = readerOf(account, record);
  if (!namesPeople(record, paper) || !('actor' in reader)) return;
  const facts = { paper: paper.id, form: paper.form };
  const entry = { act: 'proposalPersonal', outcome: 'read', stream: record.stream, facts } as const;
  await events.audit(account.organ, reader.actor, clock.procedure(), entry);
}
