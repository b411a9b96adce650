import type { Actor } from '../../core/role.ts';
import type { CommandName } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { FormPlan } from './planning.ts';

/** Writes to the audit log that the form of a command has shown the names of 取扱従事者 to choose from. */
export async function auditForm(
  { events, clock }: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  command: CommandName,
  record: StateRecord | null,
  { choices }: FormPlan,
): Promise<void> {
  if (!record || !choices.handler?.length) return;
  const entry = { act: 'proposalPersonal', outcome: 'read', stream: record.stream, facts: { command } } as const;
  await events.audit(actor.organ, actor, clock.procedure(), entry);
}
