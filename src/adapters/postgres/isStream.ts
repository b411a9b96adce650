import { sql } from 'kysely';
import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';

/** The condition that a row is of a stream. */
export const isStream = (organ: OrganId, { kind, id }: StreamRef) =>
  sql<boolean>`(organ = ${organ} and stream_kind = ${kind} and stream_id = ${id})`;
