import type { Day } from '../calendar/day.ts';
import { minority } from '../calendar/minority.ts';
import type { CallStage } from '../call/state.ts';
import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { arrivalRefusal, channelRefusal } from './arrival.ts';
import type { PartyInput, ReceiveAttachment, ReceiveProposal } from './commands.ts';
import { obstaclesOn } from './eligibility.ts';
import type { FiledPart, ProposalEvent, ProposalPersonal } from './events.ts';
import { type Decided, type Known, todayOf } from './facts.ts';
import {
  filledFields,
  isIdentified,
  type Party,
  type PartyDetails,
  type PersonalForm,
  type ProposalForm,
} from './form.ts';
import { no } from './refusals.ts';
import { notReviewed } from './reviewState.ts';
import type { PartyId } from './state.ts';

/** Where a filing goes: the call, or data that was created before (STP-24). */
type Target = Pick<
  Extract<ProposalEvent, { type: 'proposalReceived' }>['data'],
  'call' | 'created' | 'guidelineVersion'
>;

/** 収受 (STP-06): refuses what may not be taken in at all; what is only incomplete is taken in and asked for later. */
export function receiveProposal(command: ReceiveProposal, rules: RuleSet, facts: Known): Decided {
  const { call, entry } = facts;
  if (call === null) return no('callUnknown', { call: command.call });
  if (entry === null || !call.entries.includes(command.entry)) return no('fileNotSolicited', { entry: command.entry });
  const target = { call: command.call, created: null, guidelineVersion: call.guidelineVersion };
  return (
    paperRefusal(command, rules) ??
    stageRefusal(call.stage) ??
    arrivalRefusal(command, call, rules, facts) ??
    partyRefusal(command, rules) ??
    received(command, target, rules, facts)
  );
}

/** A filing as it is taken in, whatever it goes to. */
export type Paper = Omit<ReceiveProposal, 'do' | 'call'>;

/** Papers over the desk; an online filing enters by itself, with the server's time. */
export const paperRefusal = (paper: Paper, rules: RuleSet) =>
  channelRefusal(paper, rules) ?? (paper.channel === 'online' ? no('onlineBySubmission') : null);

const stageRefusal = (stage: CallStage) =>
  stage === 'draft' || stage === 'withdrawn' ? no('callNotOpened', { stage }) : null;

export function received(paper: Paper, target: Target, rules: RuleSet, facts: Known): Decided {
  const { entry, number } = facts;
  if (number === null || entry === null) throw new Error('a receipt takes the next number');
  return receivedEvents(rules, facts, {
    type: 'proposalReceived',
    data: {
      ...filedPart(paper, paper.form, paper.receivedOn),
      ...target,
      ruleDay: facts.ruleDay,
      number,
      entry: paper.entry,
      responsibleOrganization: entry.responsibleOrganization,
      channel: paper.channel,
      receivedOn: paper.receivedOn,
      receivedTime: paper.receivedTime,
      dispatchedOn: paper.dispatchedOn,
      enteredOn: todayOf(facts),
      warnings: envelopeWarnings(paper, rules),
    },
    personal: personalOf(paper, paper.form),
  });
}

/** The receipt, and where something bars already on that day what it is (1c-26). */
function receivedEvents(rules: RuleSet, facts: Known, receipt: Receipt): Decided {
  const { minors, receivedOn } = receipt.data;
  const obstacles = obstaclesOn({ minors, receivedOn, review: notReviewed }, rules, facts, receivedOn);
  if (obstacles.length === 0) return happened(receipt);
  const look = { occasion: 'receipt' as const, on: receivedOn, by: facts.actor.person, obstacles, note: '' };
  return happened<ProposalEvent>(receipt, { type: 'eligibilityReviewed', data: look });
}

type Receipt = Extract<ProposalEvent, { type: 'proposalReceived' }>;

export function partyRefusal({ proposers }: Paper, { disqualification }: RuleSet) {
  const { excludedBodies, furtherExcludedBodies } = disqualification;
  if (excludedBodies === null) return null;
  const found = proposers.find(({ kind }) => kind === 'stateOrgan' || kind === 'independentAgency');
  if (found) return no('excludedBody', { kind: found.kind, bodies: excludedBodies.value }, excludedBodies.text);
  if (!proposers.some(({ kind }) => kind === 'listedBody')) return null;
  if (furtherExcludedBodies === null)
    return no('proposalSettingMissing', { setting: 'disqualification.furtherExcludedBodies' });
  const { value: bodies, text } = furtherExcludedBodies;
  return no('excludedBody', { kind: 'listedBody', bodies }, text);
}

const envelopeWarnings = ({ envelopeNoted }: Paper, { intake }: RuleSet): string[] =>
  intake.envelopeNote !== null && envelopeNoted === false ? ['envelopeNoteMissing'] : [];

type Filing = Pick<ReceiveProposal, 'proposers' | 'agent' | 'copies' | 'attachments'>;

/** What the state keeps of a filing: names, addresses and birth dates only as the findings they lead to. */
export function filedPart(filing: Filing, form: ProposalForm & PersonalForm, proposalDay: string): FiledPart {
  const { proposers, agent, copies, attachments } = filing;
  const { handlers: _h, placeOfUse: _u, placeOfStorage: _s, ...kept } = form;
  return {
    proposers: proposers.map(partyOf),
    agent: agent && partyOf(agent),
    minors: minorsOn(
      proposers,
      proposers.map(({ birthDate }) => birthDate),
      proposalDay,
    ),
    form: kept,
    filled: filledFields(form),
    identified: proposers.flatMap((party, index): PartyId[] =>
      isIdentified(party.kind, party) ? [`proposer:${index + 1}`] : [],
    ),
    copies,
    attachments,
  };
}

/** Proposers, by number, who are minors on the day of the proposal (DDL-16). */
export const minorsOn = (
  proposers: readonly Party[],
  birthDates: readonly (string | null)[],
  proposalDay: string,
): number[] =>
  proposers.flatMap(({ kind }, index) => {
    const born = birthDates[index] ?? null;
    const isMinor = kind === 'individual' && born !== null && minority(born as Day, proposalDay as Day).minor;
    return isMinor ? [index + 1] : [];
  });

const partyOf = ({ kind, account }: PartyInput) => ({ kind, account });

export function detailsOf({ kind: _k, account: _a, ...details }: PartyInput): PartyDetails {
  return details;
}

const personalOf = ({ proposers, agent }: Filing, form: PersonalForm): ProposalPersonal => ({
  proposers: proposers.map(detailsOf),
  agent: agent && detailsOf(agent),
  handlers: form.handlers,
  placeOfUse: form.placeOfUse,
  placeOfStorage: form.placeOfStorage,
});

export const receiveAttachment = ({ do: _, ...paper }: ReceiveAttachment): Decided =>
  happened({ type: 'attachmentReceived', data: paper });
