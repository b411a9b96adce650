import type { Decision } from './decision.ts';
import type { Event } from './event.ts';
import type { RuleSet } from './organ/ruleSet.ts';
import type { Actor, Role } from './role.ts';

/** What every decision may know besides its command and state. Local date-times are Japan's: `YYYY-MM-DDThh:mm`. */
export interface Circumstances {
  readonly now: string;
  readonly actor: Actor;
}

/** Who may give a command, and in which states. The server enforces it, the screens draw their buttons from it. */
export interface Permission<State extends string> {
  readonly roles: readonly Role[];
  /** States in which the command can be given; `absent` = nothing has happened yet. */
  readonly states: readonly (State | 'absent')[];
}

/** A decider: pure, without clock, ids or chance of its own. `facts` is what the command needs from elsewhere. */
export interface Aggregate<
  Command extends { readonly do: string },
  State,
  Happening extends Event<string, unknown>,
  Facts,
> {
  decide(command: Command, state: State | null, rules: RuleSet, facts: Facts & Circumstances): Decision<Happening>;
  evolve(state: State | null, event: Happening): State;
}
