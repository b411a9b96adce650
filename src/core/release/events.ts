import type { Event } from '../event.ts';
import type { KeptFile } from '../keptFile.ts';
import type {
  Contractor,
  Creation,
  Delay,
  DestructionProposal,
  KeyDestruction,
  Provision,
  Verification,
} from './state.ts';

export type ReleaseEvent =
  | Event<
      'releasePlanned',
      {
        readonly ruleDay: string;
        readonly proposal: string;
        readonly entry: string;
        readonly fileName: string;
        readonly responsibleOrganization: string;
        readonly wantedPersons: number | null;
        readonly provisionDeadline: string | null;
      }
    >
  | Event<
      'reprovisionPlanned',
      {
        readonly ruleDay: string;
        readonly proposal: string;
        readonly of: string;
        readonly entry: string;
        readonly fileName: string;
        readonly responsibleOrganization: string;
        readonly provisionDeadline: string | null;
        readonly creation: Creation;
        readonly createdOn: string;
        readonly verification: Verification;
      }
    >
  | Event<'staffBriefed', { readonly people: readonly string[]; readonly on: string; readonly by: string }>
  | Event<'contractorRecorded', Contractor, { readonly name: string }>
  | Event<
      'inquiryRecorded',
      { readonly on: string; readonly isAnswered: boolean },
      { readonly question: string; readonly answer: string | null }
    >
  | Event<'delayAnnounced', Delay>
  | Event<
      'publicationRequested',
      { readonly place: string; readonly through: string | null; readonly requestedOn: string }
    >
  | Event<'releaseMoved', { readonly to: string; readonly on: string }>
  | Event<'publicationConfirmed', { readonly confirmedOn: string; readonly address: string | null }>
  | Event<'sourceHandedIn', { readonly source: KeptFile; readonly by: string }>
  | Event<'recipeSet', { readonly recipe: KeptFile; readonly by: string }>
  | Event<'creationStarted', { readonly by: string; readonly on: string }>
  | Event<'creationCancelled', { readonly by: string; readonly on: string }>
  | Event<'dataCreated', { readonly creation: Creation; readonly createdOn: string }>
  | Event<'creationFailed', { readonly place: string; readonly message: string }>
  | Event<'verificationSigned', Verification>
  | Event<'creationRejected', { readonly by: string; readonly reason: string }>
  | Event<'releasePacked', { readonly name: string; readonly file: KeptFile; readonly manifest: KeptFile }>
  | Event<'provisionRecorded', Provision, { readonly receivedBy: string | null }>
  | Event<'keyDestructionProposed', DestructionProposal>
  /** Committed with the job that overwrites and removes the key file. */
  | Event<'keyDestroyed', KeyDestruction>;
