import type { PublicCall } from '../app/call/publicCalls.ts';
import { daysBetween, parseDay } from '../core/calendar/day.ts';

/** How things stand with the calls of an organ. */
export type CallStanding = 'open' | 'coming' | 'none';

/** A call with the days until its last day (open) or its first (coming). */
export interface CallCard extends PublicCall {
  readonly standing: Exclude<CallStanding, 'none'>;
  readonly days: number;
}

/** Days from one day to another; negative when it lies before. */
export function daysUntil(today: string, day: string): number {
  const [from, to] = [parseDay(today), parseDay(day)];
  return from && to ? daysBetween(from, to) : 0;
}

/** A call as it stands on a day; a call whose last day has passed is none any more. */
export function callCards(calls: readonly PublicCall[], today: string): readonly CallCard[] {
  return calls.flatMap((call): CallCard[] => {
    if (call.closesOn < today) return [];
    if (call.stage === 'open') return [{ ...call, standing: 'open', days: daysUntil(today, call.closesOn) }];
    return [{ ...call, standing: 'coming', days: Math.max(0, daysUntil(today, call.opensOn)) }];
  });
}

export const standingOf = (calls: readonly CallCard[]): CallStanding => {
  if (calls.some((call) => call.standing === 'open')) return 'open';
  return calls.length > 0 ? 'coming' : 'none';
};
