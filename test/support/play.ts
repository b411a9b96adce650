import { type Aggregate, type Circumstances, decideIn } from '../../src/core/aggregate.ts';
import type { Refusal } from '../../src/core/decision.ts';
import type { Event } from '../../src/core/event.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';

/** What became of a sequence of commands on one case. */
export interface Played<State, Happening> {
  readonly state: State | null;
  readonly events: readonly Happening[];
  readonly refusals: readonly Refusal[];
}

/** Gives commands to one case in turn, each with what is known at its time; a refused one changes nothing. */
export function play<
  Command extends { readonly do: string },
  State extends { readonly stage: string },
  Happening extends Event<string, unknown, unknown>,
  Facts,
  Code extends string,
>(
  aggregate: Aggregate<Command, State, Happening, Facts, Code>,
  rules: RuleSet,
  commands: readonly (readonly [Command, Facts & Circumstances])[],
): Played<State, Happening> {
  const events: Happening[] = [];
  const refusals: Refusal[] = [];
  let state: State | null = null;
  for (const [command, facts] of commands) {
    const decision = decideIn(aggregate, command, state, rules, facts);
    if ('refusal' in decision) refusals.push(decision.refusal);
    else {
      events.push(...decision.events);
      for (const event of decision.events) state = aggregate.evolve(state, event);
    }
  }
  return { state, events, refusals };
}
