import { applicationDeadline } from '../../core/calendar/applicationDeadline.ts';
import { type Day, parseDay } from '../../core/calendar/day.ts';
import { leakClock } from '../../core/leak/leakClock.ts';
import type { LeakState } from '../../core/leak/state.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import { closedDaysOf } from '../closedDaysOf.ts';
import { openDeadlines } from '../openDeadlines.ts';
import type { Parts } from '../parts.ts';

/** A deadline that was told, and that the calendar and the rules of today would count to another day. It stands as it was told. */
export interface MovedDeadline {
  readonly kind: 'proposal' | 'leak';
  readonly id: string;
  /** As the case names it. */
  readonly name: string;
  readonly printed: string;
  readonly counted: string;
}

type CalendarParts = Pick<Parts, 'events' | 'holidays' | 'rules'>;

/** The open deadlines that an edited calendar moves (DDL-04, PPC-4): they are listed, never changed. */
export async function movedDeadlines(parts: CalendarParts, organ: OrganId): Promise<readonly MovedDeadline[]> {
  return [...(await movedApplications(parts, organ)), ...(await movedReports(parts, organ))];
}

async function inStages(parts: CalendarParts, organ: OrganId, kind: 'proposal' | 'leak', stages: readonly string[]) {
  const found = await Promise.all(stages.map((stage) => parts.events.states(organ, { kind, where: { stage } })));
  return found.flatMap(({ records }) => records);
}

/** Deadlines of the rule; one that an official typed instead is not counted again. */
async function movedApplications(parts: CalendarParts, organ: OrganId): Promise<readonly MovedDeadline[]> {
  const records = await inStages(parts, organ, 'proposal', ['conforming', 'applied']);
  const found = records.map(async ({ stream, state }): Promise<MovedDeadline[]> => {
    const { notice, ruleDay, applicationReceivedOn, payment } = state as ProposalState;
    const rules = parts.rules.inForce(organ, ruleDay);
    const rule = rules?.deadlines.contractApplication?.value;
    const noticeDate = notice && parseDay(notice.noticeDate);
    const { ruleDeadline: printed, applicationDeadline: wanted } = notice?.items ?? {};
    const isOver = applicationReceivedOn !== null && payment !== null;
    if (isOver || !rules || !rule || !noticeDate || !printed || printed !== wanted) return [];
    const computed = applicationDeadline(noticeDate, rule, await closedDaysOf(parts, organ, rules));
    if ('outsideCalendar' in computed || computed.deadline === printed) return [];
    return [{ kind: 'proposal', id: stream.id, name: 'contractApplication', printed, counted: computed.deadline }];
  });
  return (await Promise.all(found)).flat();
}

/**
 * The reports of a leak that are still to be made. The commission's calendar counts them, not the organ's own closed days;
 * the organ may have settled since which day is the first.
 */
async function movedReports(parts: CalendarParts, organ: OrganId): Promise<readonly MovedDeadline[]> {
  const records = await inStages(parts, organ, 'leak', ['known', 'preliminarilyReported']);
  const found = records.map(async ({ stream, state }): Promise<MovedDeadline[]> => {
    const { knownOn, things, grounds, ruleDay, clock } = state as LeakState;
    const rules = parts.rules.inForce(organ, ruleDay);
    if (clock === null || !rules) return [];
    const closedDays = await closedDaysOf(parts, organ, rules);
    const today = leakClock(knownOn as Day, things, grounds, closedDays, rules.deadlines.leakFirstDay?.value ?? null);
    if (today === null || 'outsideCalendar' in today) return [];
    const counted: Readonly<Record<string, string>> = {
      preliminaryReport: today.preliminaryBy,
      finalReport: today.finalBy,
    };
    return Object.entries(openDeadlines('leak', state as LeakState)).flatMap(([name, printed]): MovedDeadline[] => {
      const day = counted[name] ?? printed;
      return day === printed ? [] : [{ kind: 'leak', id: stream.id, name, printed, counted: day }];
    });
  });
  return (await Promise.all(found)).flat();
}
