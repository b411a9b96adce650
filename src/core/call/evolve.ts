import { unreachable } from '../unreachable.ts';
import type { CallEvent } from './events.ts';
import type { CallState } from './state.ts';

/** The call after an event. The first event is always `callDrafted`. */
export function evolve(state: CallState | null, event: CallEvent): CallState {
  if (event.type === 'callDrafted')
    return {
      stage: 'draft',
      ...event.data,
      windowOverride: null,
      guidelines: [],
      publications: [],
      snapshot: [],
      withdrawal: null,
    };
  if (state === null) throw new Error(`a call can't begin with ${event.type}`);
  return { ...state, ...change(state, event) };
}

function change(state: CallState, event: Exclude<CallEvent, { type: 'callDrafted' }>): Partial<CallState> {
  switch (event.type) {
    case 'callRevised':
      return { ...event.data, windowOverride: null };
    case 'shortWindowAdmitted':
      return { windowOverride: { reason: event.data.reason, by: event.data.by } };
    case 'guidelineSet':
      return { guidelines: [...state.guidelines, event.data] };
    case 'callPublished': {
      const publications = [...state.publications, ...event.data.publications];
      const isPublished = publications.some(({ item }) => item === 'guideline');
      return { publications, stage: isPublished ? 'published' : state.stage };
    }
    case 'callOpened':
      return { stage: 'open' };
    case 'callClosed':
      return { stage: 'closed', snapshot: event.data.snapshot };
    case 'snapshotReplaced':
      return { snapshot: [...state.snapshot.filter(({ entry }) => entry !== event.data.entry), event.data] };
    case 'callWithdrawn':
      return { stage: 'withdrawn', withdrawal: event.data.reason };
    default:
      return unreachable(event);
  }
}
