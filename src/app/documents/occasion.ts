import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { ProposalPersonal } from '../../core/proposal/events.ts';
import type { PartyDetails } from '../../core/proposal/form.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { subjectOf } from '../../core/proposal/subjectOf.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { casePeople } from './casePeople.ts';

/** A case at the moment of an event that a paper comes from. */
export interface Occasion {
  readonly parts: Parts;
  readonly organ: OrganId;
  readonly rules: RuleSet;
  readonly event: StoredEvent;
  /** 文書番号 that was given to the paper when it went out, or taken with its draft; null = none was. */
  readonly documentNumber: string | null;
}

export type PaperMaker = (occasion: Occasion) => Promise<readonly OfficialDocument[]>;

/** A proposal with its people, as an event of its stream finds them. */
export interface ProposalOccasion extends Occasion {
  readonly proposal: ProposalState;
  readonly people: ProposalPersonal;
  /** 受付番号. */
  readonly number: string;
  /** The file, or the created data, that it is about. */
  readonly subject: string;
}

/** A maker that needs the proposal of the event, or of the release that the event is about. */
export const ofProposal =
  (
    make: (occasion: ProposalOccasion) => readonly OfficialDocument[] | Promise<readonly OfficialDocument[]>,
    idOf: (occasion: Occasion) => string | Promise<string> = ({ event }) => event.stream.id,
  ): PaperMaker =>
  async (occasion) => {
    const { parts, organ } = occasion;
    const id = await idOf(occasion);
    const [proposal, people] = await Promise.all([
      loadCase(parts, organ, 'proposal', id),
      casePeople(parts, organ, id),
    ]);
    if (!proposal) return [];
    const number = timelineWords.numberOf(proposal.number.fiscalYear, proposal.number.serial);
    return make({ ...occasion, proposal, people, number, subject: subjectOf(proposal) });
  };

/** Lines of an addressee: a body with its representative, a body alone, or a person. */
export function addressLines({ name, representative }: PartyDetails, isPerson: boolean): readonly string[] {
  if (representative) return [name, `${representative}　様`];
  return [`${name}　${isPerson ? '様' : '御中'}`];
}

/** The proposers as one addressee. */
export const addresseeOf = ({ proposal, people }: Pick<ProposalOccasion, 'proposal' | 'people'>): readonly string[] =>
  people.proposers.flatMap((party, index) => addressLines(party, proposal.proposers[index]?.kind === 'individual'));

/** Whom a notice goes to: each proposer by itself, where the organ notifies individually (K 7), else all in one. */
export const addresseesOf = (occasion: ProposalOccasion): readonly (readonly string[])[] =>
  occasion.rules.notice.individually?.value
    ? occasion.people.proposers.map((party, index) =>
        addressLines(party, occasion.proposal.proposers[index]?.kind === 'individual'),
      )
    : [addresseeOf(occasion)];

/** What had happened in the case before the event, oldest first: a paper tells nothing that came later. */
export async function earlierEvents({ parts, organ, event }: Occasion): Promise<readonly StoredEvent[]> {
  const events = await parts.events.read(organ, event.stream);
  return events.filter(({ version }) => version < event.version);
}
