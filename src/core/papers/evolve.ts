import { unreachable } from '../unreachable.ts';
import type { PapersEvent } from './events.ts';
import type { PapersState } from './state.ts';

const nothing: PapersState = { stage: 'filed', papers: [], obstacles: [], substitutes: [], corrections: [] };

/** The papers of a case after an event. */
export function evolve(before: PapersState | null, event: PapersEvent): PapersState {
  const state = before ?? nothing;
  switch (event.type) {
    case 'papersKept': {
      const { responsibleOrganization, papers, obstacles } = event.data;
      const told = new Set([...papers, ...obstacles].map(({ paper }) => paper));
      return {
        ...state,
        ...(responsibleOrganization === null ? {} : { responsibleOrganization }),
        papers: [...state.papers, ...papers],
        obstacles: [...state.obstacles.filter(({ paper }) => !told.has(paper)), ...obstacles],
      };
    }
    case 'characterSubstituted': {
      const others = state.substitutes.filter(({ character }) => character !== event.data.character);
      return { ...state, substitutes: [...others, event.data] };
    }
    case 'paperCorrected':
      return { ...state, corrections: [...state.corrections, event.data] };
    default:
      return unreachable(event);
  }
}
