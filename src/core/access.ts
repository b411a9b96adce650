import { refusing } from './decision.ts';

/** Refusals that come before any decision: who asks, and for what. */
export const accessRefusals = {
  notPermitted: '1a-1',
  otherOrgan: '1a-1',
  otherDivision: 'ACT-03',
  /** 代理 that does not run on this day. */
  notSubstitute: '手続の記録',
  /** Somebody who is named for a task. */
  personUnknown: '手続の記録',
  personNotStaff: '手続の記録',
  personDeparted: '手続の記録',
  personClosed: '手続の記録',
  /** Who left would leave nobody to administer the organ. */
  lastAdministrator: '手続の記録',
  /** Also the answer about a case that one may not know of. */
  notFound: '手続の記録',
  /** No rule set is in force, or it leaves open what the step needs. */
  notConfigured: 'STP-29',
} as const;
export type AccessRefusal = keyof typeof accessRefusals;

export const denied = refusing(accessRefusals);
