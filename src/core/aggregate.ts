import type { ClosedDays } from './calendar/closedDays.ts';
import { type Decision, refusing } from './decision.ts';
import type { Event, StreamKind } from './event.ts';
import { ownBasis } from './organ/ownBasis.ts';
import type { RuleSet } from './organ/ruleSet.ts';
import type { Actor, Role } from './role.ts';

/** What every decision may know besides its command and state. Local date-times are Japan's: `YYYY-MM-DDThh:mm`. */
export interface Circumstances {
  readonly now: string;
  readonly actor: Actor;
  /** The day whose rule set applies (`YYYY-MM-DD`); what begins a case keeps it. */
  readonly ruleDay: string;
  readonly closedDays: ClosedDays;
}

/** Who may give a command, and in which stages. The server enforces it, the screens draw their buttons from it. */
export interface Permission<Stage extends string> {
  readonly roles: readonly Role[];
  /** Stages in which the command can be given; `absent` = nothing has happened yet. */
  readonly stages: readonly (Stage | 'absent')[];
}

/** Refusals that every aggregate knows, with what they rest on. */
export const commonRefusals = {
  doesNotExist: '手続の記録',
  alreadyExists: '手続の記録',
  notInStage: '1a-2',
} as const;
export type CommonRefusal = keyof typeof commonRefusals;

/** A decider: pure, without clock, ids or chance of its own. `facts` is what the command needs from elsewhere. */
export interface Aggregate<
  Command extends { readonly do: string },
  State extends { readonly stage: string },
  Happening extends Event<string, unknown, unknown>,
  Facts,
  Code extends string,
> {
  readonly kind: StreamKind;
  readonly permissions: Readonly<Record<Command['do'], Permission<State['stage']>>>;
  /** What each refusal rests on where the organ's text has no provision of its own. */
  readonly refusals: Readonly<Record<Code, string>>;
  decide(
    command: Command,
    state: State | null,
    rules: RuleSet,
    facts: Facts & Circumstances,
  ): Decision<Happening, Code | CommonRefusal>;
  evolve(state: State | null, event: Happening): State;
}

const no = refusing(commonRefusals);

/** Why a command can't be given in this stage at all, by the table of permissions; null when it can. */
export function stageRefusal(permission: Permission<string>, command: string, stage: string | null) {
  if (permission.stages.includes(stage ?? 'absent')) return null;
  if (stage === null) return no('doesNotExist', { command });
  if (permission.stages.length === 1 && permission.stages[0] === 'absent') return no('alreadyExists', { command });
  return no('notInStage', { command, stage, stages: permission.stages.filter((one) => one !== 'absent') });
}

/** The decision of an aggregate after the table of stages was asked; the only way in which commands are decided. */
export function decideIn<
  Command extends { readonly do: string },
  State extends { readonly stage: string },
  Happening extends Event<string, unknown, unknown>,
  Facts,
  Code extends string,
>(
  aggregate: Aggregate<Command, State, Happening, Facts, Code>,
  command: Command,
  state: State | null,
  rules: RuleSet,
  facts: Facts & Circumstances,
): Decision<Happening, Code | CommonRefusal> {
  const permission: Permission<string> = aggregate.permissions[command.do as Command['do']];
  const early = stageRefusal(permission, command.do, state?.stage ?? null);
  if (early) return early;
  const decision = aggregate.decide(command, state, rules, facts);
  if (!('refusal' in decision)) return decision;
  const { refusal } = decision;
  const isStandard = refusal.basis === (aggregate.refusals as Readonly<Record<string, string>>)[refusal.code];
  return isStandard ? { refusal: { ...refusal, basis: ownBasis(refusal.basis, rules) } } : decision;
}

/** The state that a stream's events make; null of no events. */
export const rebuild = <State, Happening>(
  evolve: (state: State | null, event: Happening) => State,
  events: readonly Happening[],
): State | null => events.reduce<State | null>(evolve, null);
