import type { AnyEvent } from '../../src/app/aggregates.ts';
import type { ProposalEvent } from '../../src/core/proposal/events.ts';
import type { ProposalState } from '../../src/core/proposal/state.ts';
import type { ReleaseEvent } from '../../src/core/release/events.ts';
import type { ReleaseState } from '../../src/core/release/state.ts';
import type { Deed } from './world.ts';

/** The sentence that must hold, and whether it does. */
export type Invariant<About> = readonly [sentence: string, holds: (about: About) => boolean];

/** An event with what stood before it and who caused it. */
export interface Happening<Type extends string = string> extends Deed {
  readonly event: Type extends ProposalEvent['type'] ? Extract<ProposalEvent, { type: Type }> : AnyEvent;
  /** The proposal before the event; only where it is one. */
  readonly own: ProposalState;
}

export const on = <Type extends ProposalEvent['type']>(
  type: Type,
  sentence: string,
  holds: (happening: Happening<Type>) => boolean,
): Invariant<Happening> => [
  sentence,
  (happening) => happening.event.type !== type || holds(happening as unknown as Happening<Type>),
];

export const epochDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const hasText = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';
export const mayBe = (value: unknown, ...known: readonly unknown[]) => known.includes(value);

/** The last day of two years that begin with a day, by the parts of its text. */
export function twoYearsFrom(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year + 2, month - 1, date - 1)).toISOString().slice(0, 10);
}

/** Of a release: an event with what stood before it; null = the release begins. */
export interface Making<Type extends ReleaseEvent['type'] = ReleaseEvent['type']> extends Deed {
  readonly event: Extract<ReleaseEvent, { type: Type }>;
  readonly own: ReleaseState | null;
}

export const making = <Type extends ReleaseEvent['type']>(
  types: readonly Type[],
  sentence: string,
  holds: (making: Making<Type>) => boolean,
): Invariant<Happening> => [
  sentence,
  (happening) => {
    const { order, event } = happening;
    if (order.ref.kind !== 'release' || !types.some((type) => type === event.type)) return true;
    return holds(happening as unknown as Making<Type>);
  },
];
