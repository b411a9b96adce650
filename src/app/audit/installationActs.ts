import { userInfo } from 'node:os';
import type { OrganId } from '../../core/role.ts';
import type { Clock } from '../ports/clock.ts';
import type { AuditEntry, EventStore } from '../ports/eventStore.ts';

interface Logs {
  readonly events: Pick<EventStore, 'audit'>;
  readonly clock: Pick<Clock, 'procedure'>;
  readonly organs: readonly OrganId[];
}

/** Which backup is meant: the digest of its manifest, and when it was made (UTC). */
export interface MeantBackup {
  readonly manifest: string;
  readonly madeAt: string;
}

/** An act on the whole installation, by a person at the machine: every organ finds it in its own log. */
async function enter({ events, clock, organs }: Logs, entry: Pick<AuditEntry, 'act' | 'facts'>): Promise<void> {
  const facts = { ...entry.facts, by: userInfo().username };
  for (const organ of organs) {
    const actor = { person: 'system', role: 'system', organ } as const;
    await events.audit(organ, actor, clock.procedure(), { ...entry, outcome: 'done', stream: null, facts });
  }
}

/** Everything was copied to a backup. */
export const enterBackup = (logs: Logs, { manifest, madeAt }: MeantBackup): Promise<void> =>
  enter(logs, { act: 'backUp', facts: { manifest, madeAt } });

/** Everything was brought back from a backup: what was done after it was made is not in the log. */
export const enterRestore = (logs: Logs, { manifest, madeAt }: MeantBackup): Promise<void> =>
  enter(logs, { act: 'restoreBackup', facts: { manifest, madeAt } });
