import { proposerIds } from '../../core/proposal/missingParts.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { intakeNotes } from '../../messages/intakeNotes.ts';
import { partWord } from '../../messages/partWord.ts';
import type { CommandName } from '../aggregates.ts';
import { ownCancellations } from '../proposal/ownCancellations.ts';
import { effortNotes } from './effortNotes.ts';
import { partyChoices, proposalChoice, siblings } from './intakePlans.ts';
import { type Choice, type FormPlan, type PlanNote, type Planner, type Planning, stateOf } from './planning.ts';

/** What the forms of the review begin with. */
export const reviewPlans: Partial<Record<CommandName, Planner>> = {
  recordGround: (planning) => {
    const parties = proposerIds(stateOf<ProposalState>(planning));
    return { filled: { party: parties[0] }, choices: { party: partyChoices(parties) } };
  },
  dismissGround: planDismissal,
  recordConsultation: ({ today }) => ({ filled: { on: today } }),
  referToCommittee: ({ today }) => ({ filled: { referredOn: today, papers: [null, null] } }),
  fileCommitteeReport: ({ today }) => ({ filled: { reportedOn: today } }),
  notifyThirdParties: ({ today, rules }) => ({
    filled: { notifiedOn: today, thirdParties: [{}, {}, {}] },
    notes: manner(rules.thirdPartyProcedure.manner?.value),
  }),
  recordWrittenOpinion: planOpinion,
  concludeThirdPartyProcedure: (planning) => ({
    hidden: stateOf<ProposalState>(planning).review.thirdParties === null ? [] : ['reason'],
  }),
  offerMerge: async (planning) => {
    const others = await siblings(planning);
    const open = others.filter(({ state }) => (state as ProposalState).stage === 'inReview');
    return { choices: { proposals: open.map(proposalChoice) } };
  },
  recordMergeConsent: planConsent,
  estimateEffort: async (planning) => ({
    filled: { tasks: [{}, {}, {}] },
    notes: await effortNotes(planning, 'tasks', (item) => item !== 'outsourcingYen'),
  }),
  recordOutsourcingQuote: ({ today, rules }) => ({
    filled: { quotedOn: today },
    hidden: rules.creation.reportsOutsourcingToDesk?.value === true ? [] : ['deskConsultedOn'],
  }),
  recordOutsourcingContract: ({ today }) => ({ filled: { concludedOn: today } }),
};

const manner = (text: string | undefined): readonly PlanNote[] =>
  text === undefined ? [] : [{ path: 'notifiedOn', note: 'said', text }];

/** Grounds that were recorded, and those that the organ's own records or a birth date tell. */
async function planDismissal(planning: Planning): Promise<Partial<FormPlan>> {
  const { parts, organ, record } = planning;
  const { review, minors } = stateOf<ProposalState>(planning);
  const found = await ownCancellations(parts, organ, record?.stream.id ?? '', { do: 'reviewEligibility', note: '' });
  const choices: readonly Choice[] = [
    ...review.grounds.map(({ ground, label, basis, through }) => ({
      value: ground,
      label: intakeNotes.ground(label || basis, through),
    })),
    ...found.map(({ id, cancelledOn }) => ({ value: `case:${id}`, label: intakeNotes.foundCase(id, cancelledOn) })),
    ...minors.map((number) => ({
      value: `minor:proposer:${number}`,
      label: intakeNotes.minor(partWord(`proposer:${number}`)),
    })),
  ];
  return { choices: { ground: choices.filter(({ value }) => !review.dismissed.includes(value)) } };
}

function planOpinion(planning: Planning): Partial<FormPlan> {
  const step = stateOf<ProposalState>(planning).review.thirdParties;
  const numbers = Array.from({ length: step?.notified ?? 0 }, (_, at) => at + 1);
  return {
    filled: { receivedOn: planning.today },
    choices: {
      thirdParty: numbers.map((number) => ({ value: String(number), label: intakeNotes.numbered(number) })),
    },
    notes: step?.opinionsDueOn ? [{ path: 'receivedOn', note: 'due', day: step.opinionsDueOn }] : [],
  };
}

/** The others of the offer; nothing chosen means this proposal. */
async function planConsent(planning: Planning): Promise<Partial<FormPlan>> {
  const { merge } = stateOf<ProposalState>(planning).review;
  const offered = merge?.others.map(({ proposal }) => proposal) ?? [];
  const others = (await siblings(planning)).filter(({ stream }) => offered.includes(stream.id));
  return { filled: { proposer: 1, on: planning.today }, choices: { other: others.map(proposalChoice) } };
}
