import type { OrganId } from '../core/role.ts';
import { applySettings } from '../core/settings/applySettings.ts';
import type { SettingsState } from '../core/settings/state.ts';
import type { Clock } from './ports/clock.ts';
import type { Commit, CommitResult, EventStore } from './ports/eventStore.ts';
import type { RuleBook } from './ruleBook.ts';

/** Where an organ's settings are kept: one stream for each organ. */
export const settingsStream = { kind: 'organ', id: 'settings' } as const;

interface Kept {
  readonly version: number;
  readonly state: SettingsState;
}

interface InstallationRules<Store extends EventStore> {
  /** The store to work with: what is committed through it is known to the rules. */
  readonly events: Store;
  readonly rules: RuleBook;
  /** Reads what was set before; to be awaited once before the first decision on a store that is not empty. */
  load(): Promise<void>;
}

/**
 * The shipped profiles with what officials of this installation set and corrected. Settings are kept in memory and read
 * anew after each commit that may have changed them: all commits of an installation go through one program.
 */
export function createInstallationRules<Store extends EventStore>(
  shipped: RuleBook,
  store: Store,
  clock: Pick<Clock, 'procedure'>,
): InstallationRules<Store> {
  const kept = new Map<OrganId, Kept>();
  const keep = (organ: OrganId, version: number, state: unknown): void => {
    if (version > (kept.get(organ)?.version ?? 0)) kept.set(organ, { version, state: state as SettingsState });
  };
  const read = async (organ: OrganId): Promise<void> => {
    const record = await store.state(organ, settingsStream);
    if (record) keep(organ, record.version, record.state);
  };
  return {
    rules: withSettings(shipped, kept, clock),
    events: { ...store, commit: (commit) => commitAndKeep(store, commit, keep, read) },
    async load() {
      await Promise.all(shipped.organs.map(read));
    },
  };
}

/** Commits; whatever became of a commit with settings, the rules know afterwards what stands. */
async function commitAndKeep(
  store: EventStore,
  commit: Commit,
  keep: (organ: OrganId, version: number, state: unknown) => void,
  read: (organ: OrganId) => Promise<void>,
): Promise<CommitResult> {
  const part = commit.streams.find(({ stream }) => stream.kind === settingsStream.kind);
  if (!part) return store.commit(commit);
  try {
    const result = await store.commit(commit);
    if (result.outcome === 'committed') keep(commit.organ, part.expectedVersion + part.events.length, part.state);
    else await read(commit.organ);
    return result;
  } catch (error) {
    await read(commit.organ).catch(() => undefined);
    throw error;
  }
}

function withSettings(
  shipped: RuleBook,
  settings: ReadonlyMap<OrganId, Kept>,
  clock: Pick<Clock, 'procedure'>,
): RuleBook {
  return {
    ...shipped,
    inForce(organ, day, known = clock.procedure()) {
      const [rules, set] = [shipped.inForce(organ, day), settings.get(organ)];
      return rules && set ? applySettings(rules, set.state, { day, known }) : rules;
    },
    pinned: (day) => withSettings(shipped.pinned(day), settings, clock),
  };
}
