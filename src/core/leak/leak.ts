import { type Aggregate, type Circumstances, type CommonRefusal, commonRefusals } from '../aggregate.ts';
import { routed } from '../approval/routed.ts';
import type { Day } from '../calendar/day.ts';
import { type Decision, happened, refusing } from '../decision.ts';
import type { Event } from '../event.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { DiscoverLeak, EndLeak, LeakCommand, LeakParticulars, ReportLeak } from './commands.ts';
import { groundsOf, leakClock } from './leakClock.ts';
import { leakPermissions } from './permissions.ts';
import { type LeakRefusal, leakRefusals, no } from './refusals.ts';
import type { LeakState } from './state.ts';

export type LeakEvent =
  | Event<
      'leakDiscovered',
      Pick<LeakState, 'ruleDay' | 'knownOn' | 'things' | 'persons' | 'grounds' | 'release' | 'clock'>,
      { readonly account: string }
    >
  | Event<
      'leakReported',
      { readonly report: ReportLeak['report']; readonly reportedOn: string; readonly documentNumber: string },
      /** Null in reports that were recorded before it was asked for. */
      LeakParticulars | null
    >
  | Event<'principalsTold', { readonly toldOn: string; readonly way: string }>
  | Event<'leakEnded', { readonly endedOn: string; readonly measures: string }>;

type Decided = Decision<LeakEvent, LeakRefusal | CommonRefusal>;

const isBlank = (text: string) => text.trim() === '';

function discoverLeak(command: DiscoverLeak, { identity, deadlines }: RuleSet, facts: Circumstances): Decided {
  const { do: _, account, grounds: named, ...found } = command;
  const today = facts.now.slice(0, 10);
  if (isBlank(account)) return no('leakAccountMissing');
  if (found.things.length === 0) return no('leakThingsMissing');
  if (found.knownOn > today) return no('leakInFuture', { knownOn: found.knownOn, today });
  const grounds = groundsOf(found.persons, named);
  const bound = identity.boundByAct?.value === true;
  const clock = bound
    ? leakClock(found.knownOn as Day, found.things, grounds, facts.closedDays, deadlines.leakFirstDay?.value ?? null)
    : null;
  if (clock && 'outsideCalendar' in clock)
    return no('calendarEndsBeforeReport', { day: clock.outsideCalendar.day, through: clock.outsideCalendar.through });
  return happened({
    type: 'leakDiscovered',
    data: { ...found, grounds, clock, ruleDay: facts.ruleDay },
    personal: { account },
  });
}

/** 速報, then 確報. */
function reportLeak(
  { do: _, cause = null, harm = null, measures = null, ...report }: ReportLeak,
  { clock, knownOn, preliminaryOn }: LeakState,
): Decided {
  if (clock === null) return no('noReportDue');
  if (report.reportedOn < knownOn) return no('reportedBeforeKnown', { reportedOn: report.reportedOn, knownOn });
  if ((report.report === 'final') !== (preliminaryOn !== null))
    return no('reportedInWrongOrder', { report: report.report });
  return happened({ type: 'leakReported', data: report, personal: { cause, harm, measures } });
}

function endLeak({ do: _, ...end }: EndLeak, { clock, finalOn, principalsToldOn }: LeakState): Decided {
  if (isBlank(end.measures)) return no('measuresMissing');
  if (clock !== null && finalOn === null) return no('reportMissingBeforeEnd', { finalBy: clock.finalBy });
  if (clock !== null && principalsToldOn === null) return no('principalsNotTold');
  return happened({ type: 'leakEnded', data: end });
}

function decide(command: LeakCommand, state: LeakState | null, rules: RuleSet, facts: Circumstances): Decided {
  if (command.do === 'discoverLeak') return discoverLeak(command, rules, facts);
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  switch (command.do) {
    case 'reportLeak':
      return reportLeak(command, state);
    case 'tellPrincipals':
      return happened({ type: 'principalsTold', data: { toldOn: command.toldOn, way: command.way } });
    case 'endLeak':
      return endLeak(command, state);
    default:
      return unreachable(command);
  }
}

const begun = { preliminaryOn: null, finalOn: null, principalsToldOn: null, measures: null, endedOn: null };

function evolve(state: LeakState | null, event: LeakEvent): LeakState {
  if (event.type === 'leakDiscovered') return { stage: 'known', ...begun, ...event.data };
  if (state === null) throw new Error(`a leak can't begin with ${event.type}`);
  switch (event.type) {
    case 'leakReported':
      return event.data.report === 'final'
        ? { ...state, stage: 'finallyReported', finalOn: event.data.reportedOn }
        : { ...state, stage: 'preliminarilyReported', preliminaryOn: event.data.reportedOn };
    case 'principalsTold':
      return { ...state, principalsToldOn: event.data.toldOn };
    case 'leakEnded':
      return { ...state, stage: 'ended', ...event.data };
    default:
      return unreachable(event);
  }
}

const own: Aggregate<LeakCommand, LeakState, LeakEvent, object, LeakRefusal> = {
  kind: 'leak',
  permissions: leakPermissions,
  refusals: leakRefusals,
  decide,
  evolve,
};

/** 漏えい等の報告 (法68条, PPC-4): one leak is one stream. */
export const leak = routed(own);
