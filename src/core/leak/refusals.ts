import { refusing } from '../decision.ts';

/** Refusals about a leak, each with what it rests on. */
export const leakRefusals = {
  leakAccountMissing: '法68条1項',
  leakThingsMissing: '法68条1項',
  leakInFuture: '法68条1項',
  noReportDue: '法68条1項',
  reportedInWrongOrder: '規則44条',
  reportedBeforeKnown: '規則44条',
  calendarEndsBeforeReport: '規則44条',
  reportMissingBeforeEnd: '法68条1項',
  principalsNotTold: '法68条2項',
  measuresMissing: '法68条1項',
} as const;
export type LeakRefusal = keyof typeof leakRefusals;

export const no = refusing(leakRefusals);
