import { type Day, daysBetween } from '../calendar/day.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { versionReceivedOn } from './forwardProposal.ts';
import type { ProposalStage, ProposalState } from './state.ts';

/** An act that the rules want 直ちに or 速やかに, and how long it has taken so far (DDL-09). */
export interface PromptAct {
  readonly act: 'forwarding' | 'review';
  readonly since: string;
  /** The day on which it was done; null = it is still to be done. */
  readonly doneOn: string | null;
  /** Days that count: of a review, without those in which it rested (OUT-4). */
  readonly days: number;
  readonly restedDays: number;
  /** The organ's word for it (直ちに); null = its rules have none. */
  readonly word: string | null;
  /** The organ's own target; null = nobody has set one, and no alarm is due. */
  readonly targetDays: number | null;
  readonly overdue: boolean;
  readonly basis: string;
}

/** Afterwards the papers go on no more. */
const forwardable: readonly ProposalStage[] = ['received', 'correctionRequested', 'inReview'];
const over: readonly ProposalStage[] = ['lapsed', 'withdrawn', 'joined'];

/** How the acts without a dated deadline stand on a day, as far as the case has come. */
export function promptActs(state: ProposalState, rules: RuleSet, today: string): readonly PromptAct[] {
  return [...forwarding(state, rules, today), ...review(state, rules, today)];
}

function forwarding(state: ProposalState, rules: RuleSet, today: string): readonly PromptAct[] {
  const since = versionReceivedOn(state);
  const doneOn = state.forwardings.find(({ version }) => version === state.formVersion)?.on ?? null;
  if (doneOn === null && !forwardable.includes(state.stage)) return [];
  const days = daysFrom(since, doneOn ?? today);
  return [aged('forwarding', { since, doneOn, days, restedDays: 0 }, rules)];
}

function review({ reviewSpans, notice, stage }: ProposalState, rules: RuleSet, today: string): readonly PromptAct[] {
  const since = reviewSpans[0]?.from;
  if (since === undefined || (notice === null && over.includes(stage))) return [];
  const doneOn = notice?.noticeDate ?? null;
  const end = doneOn ?? today;
  const days = reviewSpans.reduce((sum, { from, to }) => sum + daysFrom(from, to ?? end), 0);
  return [aged('review', { since, doneOn, days, restedDays: daysFrom(since, end) - days }, rules)];
}

const daysFrom = (from: string, to: string): number => daysBetween(from as Day, to as Day);

function aged(
  act: PromptAct['act'],
  age: Pick<PromptAct, 'since' | 'doneOn' | 'days' | 'restedDays'>,
  { deadlines }: RuleSet,
): PromptAct {
  const { word, targetDays } = deadlines.promptActs[act];
  const target = targetDays?.value ?? null;
  return {
    act,
    ...age,
    word: word?.value ?? null,
    targetDays: target,
    overdue: target !== null && age.days > target,
    basis: word?.text ?? 'DDL-09',
  };
}
