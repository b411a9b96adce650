import { addDays, parseDay } from '../core/calendar/day.ts';
import type { CallState } from '../core/call/state.ts';
import type { StreamRef } from '../core/event.ts';
import type { Actor, OrganId } from '../core/role.ts';
import { execute, type Outcome } from './execute.ts';
import { divisionMoves } from './office/divisionMoves.ts';
import type { Parts } from './parts.ts';
import type { StateRecord } from './ports/eventStore.ts';

export interface Due {
  /** Japan's local time at which it falls due. */
  readonly at: string;
  readonly stream: StreamRef;
  readonly command:
    | { readonly do: 'openCall' | 'closeCall' }
    | { readonly do: 'moveEntry' | 'moveProposal' | 'moveRelease'; readonly to: string; readonly on: string };
}

/**
 * What the clock does from now on: it opens a call on its opening day, closes it when the closing day is over, and moves
 * the cases of a division that bears another name from a day on.
 */
export async function dueActs(parts: Pick<Parts, 'events'>, organ: OrganId): Promise<Due[]> {
  const { events } = parts;
  const waiting = async (stage: string) => (await events.states(organ, { kind: 'call', where: { stage } })).records;
  const [published, open] = await Promise.all([waiting('published'), waiting('open')]);
  const moves = await divisionMoves(parts, organ);
  return [...published.map(openingOf), ...open.map(closingOf), ...moves].toSorted((one, other) =>
    one.at < other.at ? -1 : 1,
  );
}

const openingOf = ({ stream, state }: StateRecord): Due => ({
  at: `${(state as CallState).opensOn}T00:00`,
  stream,
  command: { do: 'openCall' },
});

function closingOf({ stream, state }: StateRecord): Due {
  const closesOn = parseDay((state as CallState).closesOn);
  if (!closesOn) throw new Error(`call ${stream.id} closes on no day`);
  return { at: `${addDays(closesOn, 1)}T00:00`, stream, command: { do: 'closeCall' } };
}

/** Gives one due act as the system; the same act given again is done once. */
export function giveDueAct(parts: Parts, organ: OrganId, { stream, at, command }: Due): Promise<Outcome> {
  const actor: Actor = { person: 'system', role: 'system', organ };
  const to = 'to' in command ? `:${command.to}` : '';
  const commandId = `clock:${command.do}:${stream.id}:${at}${to}`;
  return execute(parts, { organ, actor, commandId, stream, expectedVersion: null, command });
}

/** Does everything that is due by the procedure's time; done again it does nothing more. Refusals stand in the audit log. */
export async function runClock(parts: Parts, organ: OrganId): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (;;) {
    const due = (await dueActs(parts, organ)).filter(({ at }) => at <= parts.clock.procedure());
    const results: Outcome[] = [];
    for (const act of due) results.push(await giveDueAct(parts, organ, act));
    outcomes.push(...results);
    if (!results.some(({ outcome }) => outcome === 'done')) return outcomes;
  }
}
