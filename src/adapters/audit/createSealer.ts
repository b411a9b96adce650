import type { SealerState, SealerView } from '../../app/ports/sealer.ts';
import type { OrganId } from '../../core/role.ts';
import { type Repetition, repeat } from '../jobs/repeat.ts';
import { ChainDiffers } from '../postgres/sealEntries.ts';
import { createOrganSealing, type SealingParts } from './organSealing.ts';

/** How long the sealer rests when nothing waits, in milliseconds. */
const rest = 700;

interface Sealer extends SealerView {
  /** Begins; resolves when every organ was looked at once. */
  start(): Promise<void>;
  /** Chains and signs what is there, and ends. */
  stop(): Promise<void>;
}

/** The log of an organ that is not chained any more, and why. */
export interface SealerAlarm extends Pick<SealerView, 'file'> {
  readonly organ: OrganId;
  readonly state: SealerState;
  readonly error: unknown;
}

interface SealerParts extends SealingParts {
  readonly organs: readonly OrganId[];
  /** Called when the log of an organ is not chained any more, once for each reason. */
  readonly alarm: (alarm: SealerAlarm) => void;
}

/**
 * Chains and signs the audit logs of all organs from its start until it is stopped. The lock of the database makes sure that there is
 * one; a second one could chain nothing twice.
 */
export function createSealer({ organs, alarm, ...parts }: SealerParts): Sealer {
  const sealing = createOrganSealing(parts);
  const states = new Map<OrganId, SealerState>();
  const begun = Promise.withResolvers<void>();
  let isEnding = false;
  let work: Repetition | null = null;

  const tried = async (organ: OrganId): Promise<boolean> => {
    const before = states.get(organ);
    try {
      const hasMore = await sealing.seal(organ, isEnding);
      states.set(organ, { state: 'sealing' });
      return hasMore;
    } catch (error) {
      const state = stateAfter(error);
      states.set(organ, state);
      if (JSON.stringify(before) !== JSON.stringify(state)) alarm({ organ, state, file: sealing.file, error });
      return false;
    }
  };
  const round = async (some: readonly OrganId[]): Promise<boolean> => {
    let hasMore = false;
    for (const organ of some) hasMore = (await tried(organ)) || hasMore;
    return hasMore;
  };
  const all = async (): Promise<void> => {
    for (let hasMore = true; hasMore && !isEnding; begun.resolve()) hasMore = await round(organs);
  };
  return {
    file: sealing.file,
    state: (organ) => states.get(organ) ?? { state: 'sealing' },
    publicKey: () => sealing.publicKey(),
    start() {
      work = repeat(all, rest, begun.reject);
      return begun.promise;
    },
    async stop() {
      isEnding = true;
      await work?.stop();
      await round(organs.filter((organ) => states.get(organ)?.state === 'sealing'));
    },
  };
}

function stateAfter(error: unknown): SealerState {
  if (error instanceof ChainDiffers) return { state: 'differs', outside: error.outside, number: error.number };
  return { state: 'failing', reason: error instanceof Error ? error.message : String(error) };
}
