import { unreachable } from '../unreachable.ts';
import type { ReleaseEvent } from './events.ts';
import type { ReleaseState } from './state.ts';

const begun = {
  source: null,
  recipe: null,
  creators: [],
  creation: null,
  createdOn: null,
  failure: null,
  verification: null,
  package: null,
  provision: null,
  briefed: [],
  contractors: [],
  inquiries: [],
  delays: [],
  publication: null,
  destructionProposal: null,
  keyDestruction: null,
};

/** The release after an event. The first event is `releasePlanned`, or `reprovisionPlanned` for created data. */
export function evolve(state: ReleaseState | null, event: ReleaseEvent): ReleaseState {
  if (event.type === 'releasePlanned') return { ...begun, stage: 'planned', of: null, ...event.data };
  if (event.type === 'reprovisionPlanned') return { ...begun, stage: 'verified', wantedPersons: null, ...event.data };
  if (state === null) throw new Error(`a release can't begin with ${event.type}`);
  return { ...state, ...change(state, event) };
}

const joined = (people: readonly string[], person: string): readonly string[] =>
  people.includes(person) ? people : [...people, person];

function change(
  state: ReleaseState,
  event: Exclude<ReleaseEvent, { type: 'releasePlanned' | 'reprovisionPlanned' }>,
): Partial<ReleaseState> {
  switch (event.type) {
    case 'sourceHandedIn':
      return { source: event.data.source };
    case 'recipeSet':
      return { recipe: event.data.recipe, creators: joined(state.creators, event.data.by) };
    case 'creationStarted':
      return { stage: 'creating', creators: joined(state.creators, event.data.by), failure: null };
    case 'creationCancelled':
      return { stage: 'planned' };
    case 'dataCreated':
      return { stage: 'created', creation: event.data.creation, createdOn: event.data.createdOn };
    case 'creationFailed':
      return { stage: 'planned', failure: event.data };
    case 'verificationSigned':
      return { stage: 'verified', verification: event.data };
    case 'creationRejected':
      return {
        stage: 'planned',
        creation: null,
        createdOn: null,
        failure: { place: 'verification', message: event.data.reason },
      };
    case 'releasePacked':
      return { stage: 'packaged', package: { file: event.data.file, manifest: event.data.manifest } };
    case 'provisionRecorded':
      return { stage: 'provided', provision: event.data };
    case 'staffBriefed':
      return { briefed: event.data.people.reduce(joined, state.briefed) };
    case 'contractorRecorded':
      return { contractors: [...state.contractors, event.data] };
    case 'inquiryRecorded':
      return { inquiries: [...state.inquiries, event.data] };
    case 'delayAnnounced':
      return { delays: [...state.delays, event.data] };
    case 'publicationRequested':
      return { publication: { ...event.data, confirmedOn: null, address: null } };
    case 'releaseMoved':
      return { responsibleOrganization: event.data.to };
    case 'publicationConfirmed':
      return { publication: state.publication && { ...state.publication, ...event.data } };
    case 'keyDestructionProposed':
      return { destructionProposal: event.data };
    case 'keyDestroyed':
      return { destructionProposal: null, keyDestruction: event.data };
    default:
      return unreachable(event);
  }
}
