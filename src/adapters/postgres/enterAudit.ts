import type { AuditEntry } from '../../app/ports/eventStore.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import type { Open } from './inOrgan.ts';

/** Enters what was done, refused or read into the audit log, in the caller's transaction. */
export async function enterAudit(
  open: Open,
  organ: OrganId,
  { act, outcome, stream, facts }: AuditEntry,
  entered: { actor: Actor; at: string; now: Date; commandId: string | null },
): Promise<void> {
  await open
    .insertInto('audit_entry')
    .values({
      organ,
      at: entered.at,
      recorded_at: entered.now,
      actor: JSON.stringify(entered.actor),
      act,
      outcome,
      stream_kind: stream?.kind ?? null,
      stream_id: stream?.id ?? null,
      facts: JSON.stringify(facts),
      command_id: entered.commandId,
    })
    .execute();
}
