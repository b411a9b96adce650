import { unreachable } from '../unreachable.ts';
import type { RegisterEvent } from './events.ts';
import type { RegisterState } from './state.ts';

const begin = (data: Extract<RegisterEvent, { type: 'fileRegistered' }>['data']): RegisterState => ({
  stage: 'registered',
  contents: data.contents,
  entryDate: data.entryDate,
  persons: data.persons,
  omission: null,
  tests: null,
  flagged: false,
  solicitationDesk: null,
  createdData: [],
  corrections: [],
  preChecks: [],
  publishedOn: null,
  closing: null,
});

/** The entry after an event. The first event is always `fileRegistered`. */
export function evolve(state: RegisterState | null, event: RegisterEvent): RegisterState {
  if (event.type === 'fileRegistered') return begin(event.data);
  if (state === null) throw new Error(`a register entry can't begin with ${event.type}`);
  return { ...state, ...change(state, event) };
}

function change(
  state: RegisterState,
  event: Exclude<RegisterEvent, { type: 'fileRegistered' }>,
): Partial<RegisterState> {
  switch (event.type) {
    case 'entryCorrected':
      return {
        contents: { ...state.contents, ...event.data.after },
        entryDate: { on: event.data.correctedOn, asWritten: null },
        corrections: [...state.corrections, event.data],
      };
    case 'personsCounted':
      return { persons: event.data };
    case 'partsOmitted':
      return { omission: event.data };
    case 'entryWithheld':
      return { stage: 'withheld', flagged: false, closing: { reason: event.data.reason, ground: null, on: null } };
    case 'fileExempted':
      return { stage: 'exempt', flagged: false, closing: { ...event.data, on: null } };
    case 'entryPublished':
      return { stage: 'published', publishedOn: event.data.publishedOn };
    case 'solicitationTested':
      return { tests: event.data.tests };
    case 'flaggedForSolicitation':
      return { flagged: true, solicitationDesk: event.data.desk };
    case 'unflaggedForSolicitation':
      return { flagged: false };
    case 'preCheckRecorded':
      return { preChecks: [...state.preChecks, event.data] };
    case 'entryMoved':
      return {
        contents: { ...state.contents, responsibleOrganization: event.data.to },
        entryDate: { on: event.data.on, asWritten: null },
      };
    case 'createdDataRecorded':
      return { createdData: [...state.createdData, event.data] };
    case 'entryDeleted': {
      const { ground, reason, deletedOn } = event.data;
      return { stage: 'deleted', flagged: false, closing: { ground, reason, on: deletedOn } };
    }
    case 'registrationUndone':
      return { stage: 'undone', flagged: false, closing: { reason: event.data.reason, ground: null, on: null } };
    default:
      return unreachable(event);
  }
}
