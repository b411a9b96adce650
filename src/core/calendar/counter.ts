import type { CounterHours } from '../organ/intake.ts';
import { type ClosedDays, closureOf, isCovered, type OutsideCalendar, outsideCalendar } from './closedDays.ts';
import type { DateStep } from './dateStep.ts';
import type { LocalTime } from './localTime.ts';

export interface CounterState {
  readonly open: boolean;
  readonly derivation: readonly DateStep[];
}

/** DDL-03: whether the counter takes papers at that minute; both ends of the hours are inside. */
export function counterState(
  { day, time }: LocalTime,
  hours: CounterHours,
  closedDays: ClosedDays,
): CounterState | OutsideCalendar {
  if (!isCovered(day, closedDays)) return outsideCalendar(day, closedDays);
  const closure = closureOf(day, closedDays);
  if (closure) return { open: false, derivation: [{ step: 'closedDay', day, closure }] };
  const open = hours.from <= time && time <= hours.through;
  return {
    open,
    derivation: [
      { step: 'openDay', day },
      { step: 'counterHours', time, ...hours, open },
    ],
  };
}
