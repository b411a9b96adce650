import { applicationDeadline } from '../../core/calendar/applicationDeadline.ts';
import type { ClosedDays } from '../../core/calendar/closedDays.ts';
import type { DateStep } from '../../core/calendar/dateStep.ts';
import { parseDay } from '../../core/calendar/day.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import { openDeadlines } from '../openDeadlines.ts';

export type DueName = 'correction' | 'contractApplication' | 'fee' | 'provision';

/** A day by which something must be done, and how it was reached. */
export interface DueDay {
  readonly name: DueName;
  readonly day: string;
  /** The steps of the count, where a rule counts it. */
  readonly derivation: readonly DateStep[];
  /** The provision that counts it, as the organ cites it; null where an official set the day. */
  readonly citation: string | null;
  /** Why an official typed this day; null where nobody did. */
  readonly reason: string | null;
}

/** The days that still lie before the case, in their order. A day is over when what it is for was done. */
export function dueDays(
  proposal: ProposalState,
  release: ReleaseState | null,
  rules: RuleSet,
  closedDays: ClosedDays,
): readonly DueDay[] {
  const days = { ...openDeadlines('proposal', proposal), ...(release ? openDeadlines('release', release) : {}) };
  return (Object.entries(days) as [DueName, string][])
    .map(([name, day]) => ({ name, day, ...reached(name, day, proposal, rules, closedDays) }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

type Reached = Pick<DueDay, 'derivation' | 'citation' | 'reason'>;
const set: Reached = { derivation: [], citation: null, reason: null };

function reached(
  name: DueName,
  day: string,
  { notice }: ProposalState,
  rules: RuleSet,
  closedDays: ClosedDays,
): Reached {
  const items = notice?.items;
  if (!items || (name !== 'contractApplication' && name !== 'fee')) return set;
  const typed = items.typed[name === 'fee' ? 'feeDeadline' : 'applicationDeadline'];
  if (typed !== undefined) return { ...set, reason: typed };
  const rule = rules.deadlines.contractApplication;
  const noticeDate = parseDay(notice.noticeDate);
  if (!rule || !noticeDate) return set;
  const computed = applicationDeadline(noticeDate, rule.value, closedDays);
  if ('outsideCalendar' in computed || computed.deadline !== day) return set;
  return { derivation: computed.derivation, citation: rule.text, reason: null };
}
