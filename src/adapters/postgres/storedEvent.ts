import type { StoredEvent } from '../../app/ports/eventStore.ts';
import type { Open } from './inOrgan.ts';

/** Events with their personal data, in the order in which they were committed. */
export const selectEvents = (open: Open) =>
  open
    .selectFrom('event')
    .leftJoin('personal_record', 'personal_record.id', 'event.personal_record')
    .selectAll('event')
    .select('personal_record.content as personal')
    .orderBy('event.position');

export type EventRow = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number];

export const storedEvent = (row: EventRow): StoredEvent => ({
  id: row.id,
  organ: row.organ,
  stream: { kind: row.stream_kind, id: row.stream_id },
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  data: row.data,
  personal: row.personal ?? null,
  at: row.at,
  recordedAt: row.recorded_at.toISOString(),
  actor: row.actor,
  commandId: row.command_id,
});
