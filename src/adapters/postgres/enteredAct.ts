import type { Selectable } from 'kysely';
import type { EnteredAct } from '../../app/audit/chainEntry.ts';
import type { AuditEntryTable } from './tables.ts';

/** What a row of the audit log says of an entry. */
export type AuditRow = Omit<Selectable<AuditEntryTable>, 'transaction' | 'person'>;

export const auditColumns = [
  'audit_entry.position',
  'audit_entry.organ',
  'at',
  'recorded_at',
  'actor',
  'act',
  'outcome',
  'stream_kind',
  'stream_id',
  'facts',
  'command_id',
] as const;

/** An entry as it was entered. */
export const enteredAct = (row: Omit<AuditRow, 'position'>): EnteredAct => ({
  organ: row.organ,
  actor: row.actor,
  at: row.at,
  recordedAt: row.recorded_at.toISOString(),
  act: row.act,
  outcome: row.outcome,
  stream: row.stream_kind === null || row.stream_id === null ? null : { kind: row.stream_kind, id: row.stream_id },
  facts: row.facts,
  commandId: row.command_id,
});
