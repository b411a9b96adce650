import type { DateStep } from './dateStep.ts';
import { addDays, type Day, daysBetween } from './day.ts';

export interface SolicitationWindow {
  readonly admitted: boolean;
  readonly earliestClose: Day;
  /** Days of the window without its first. */
  readonly days: number;
  readonly derivation: readonly DateStep[];
}

/**
 * DDL-01: a call must stay open for `minDays` from its opening day, which is not counted (民法140条).
 * `closesOn` before `opensOn` gives negative days; the caller refuses it as input.
 */
export function solicitationWindow(opensOn: Day, closesOn: Day, minDays: number): SolicitationWindow {
  const days = daysBetween(opensOn, closesOn);
  const admitted = days >= minDays;
  const earliestClose = addDays(opensOn, minDays);
  const start = addDays(opensOn, 1);
  return {
    admitted,
    earliestClose,
    days,
    derivation: [
      { step: 'firstDayExcluded', event: opensOn, start },
      { step: 'daysCounted', start, days: minDays, through: earliestClose },
      { step: 'windowCompared', days, minDays, admitted },
    ],
  };
}
