import type { CallState } from '../../core/call/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { EventStore } from '../ports/eventStore.ts';

/** A call that the public may know of: it is published, or open. */
export interface PublicCall extends Pick<CallState, 'title' | 'opensOn' | 'closesOn' | 'files' | 'ruleDay'> {
  readonly id: string;
  readonly stage: 'published' | 'open';
}

/** The calls of an organ that are open, then those that are published and not yet open, each by their days. */
export async function publicCalls(events: EventStore, organ: OrganId): Promise<readonly PublicCall[]> {
  const inStage = async (stage: PublicCall['stage']) => {
    const { records } = await events.states(organ, { kind: 'call', where: { stage } });
    const calls = records.map(({ stream, state }): PublicCall => {
      const { title, opensOn, closesOn, files, ruleDay } = state as CallState;
      return { id: stream.id, stage, title, opensOn, closesOn, files, ruleDay };
    });
    return calls.toSorted((one, other) => (one.closesOn < other.closesOn ? -1 : 1));
  };
  return [...(await inStage('open')), ...(await inStage('published'))];
}
