import { counterState } from '../calendar/counter.ts';
import type { Day } from '../calendar/day.ts';
import { minority } from '../calendar/minority.ts';
import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { PartyInput, ReceiveAttachment, ReceiveProposal } from './commands.ts';
import { obstaclesOn } from './eligibility.ts';
import type { FiledPart, ProposalEvent, ProposalPersonal } from './events.ts';
import { type Decided, type Known, todayOf } from './facts.ts';
import { filledFields, isIdentified, type PartyDetails, type PersonalForm, type ProposalForm } from './form.ts';
import { no } from './refusals.ts';
import { notReviewed } from './reviewState.ts';
import type { PartyId } from './state.ts';

/** 収受 (STP-06): refuses what may not be taken in at all; what is only incomplete is taken in and asked for later. */
export function receiveProposal(command: ReceiveProposal, rules: RuleSet, facts: Known): Decided {
  const { call, entry, number } = facts;
  if (call === null) return no('callUnknown', { call: command.call });
  if (number === null) throw new Error('a receipt takes the next number');
  if (entry === null || !call.entries.includes(command.entry)) return no('fileNotSolicited', { entry: command.entry });
  return (
    channelRefusal(command, rules) ??
    timeRefusal(command, call, rules, facts) ??
    partyRefusal(command, rules) ??
    receivedEvents(command, rules, facts, {
      type: 'proposalReceived',
      data: {
        ...filedPart(command, command.form, command.receivedOn),
        ruleDay: facts.ruleDay,
        number,
        call: command.call,
        entry: command.entry,
        responsibleOrganization: entry.responsibleOrganization,
        guidelineVersion: call.guidelineVersion,
        channel: command.channel,
        receivedOn: command.receivedOn,
        receivedTime: command.receivedTime,
        dispatchedOn: command.dispatchedOn,
        enteredOn: todayOf(facts),
        warnings: envelopeWarnings(command, rules),
      },
      personal: personalOf(command, command.form),
    })
  );
}

/** The receipt, and where something bars already on that day what it is (1c-26). */
function receivedEvents({ receivedOn }: ReceiveProposal, rules: RuleSet, facts: Known, receipt: Receipt): Decided {
  const standing = { minors: receipt.data.minors, receivedOn, review: notReviewed };
  const obstacles = obstaclesOn(standing, rules, facts, receivedOn);
  if (obstacles.length === 0) return happened(receipt);
  const look = { occasion: 'receipt' as const, on: receivedOn, by: facts.actor.person, obstacles, note: '' };
  return happened<ProposalEvent>(receipt, { type: 'eligibilityReviewed', data: look });
}

type Receipt = Extract<ProposalEvent, { type: 'proposalReceived' }>;

function channelRefusal({ channel }: ReceiveProposal, { intake }: RuleSet) {
  if (intake.channels === null) return no('proposalSettingMissing', { setting: 'intake.channels' });
  if (channel === 'online' && intake.onlineFiling?.value !== true)
    return no('onlineFilingClosed', {}, intake.onlineFiling?.text);
  const { value, text } = intake.channels;
  const onPaper = value.includes('writing') && channel !== 'online';
  return value.includes(channel) || onPaper ? null : no('channelNotAdmitted', { channel, channels: value }, text);
}

type Window = NonNullable<Known['call']>;

function timeRefusal(command: ReceiveProposal, call: Window, rules: RuleSet, facts: Known) {
  const { receivedOn } = command;
  if (call.stage === 'draft' || call.stage === 'withdrawn') return no('callNotOpened', { stage: call.stage });
  if (receivedOn > todayOf(facts)) return no('receivedInFuture', { receivedOn, today: todayOf(facts) });
  if (receivedOn < call.opensOn) return no('arrivedEarly', { receivedOn, opensOn: call.opensOn });
  return command.channel === 'inPerson'
    ? (counterRefusal(command, rules, facts) ?? lateRefusal(receivedOn, call))
    : mailRefusal(command, call, rules);
}

const lateRefusal = (receivedOn: string, { closesOn }: Window, basis?: string) =>
  receivedOn > closesOn ? no('arrivedLate', { receivedOn, closesOn }, basis) : null;

/** Arrival (必着) or dispatch decides, as the organ set it (CHK-REC-4). */
function mailRefusal({ receivedOn, dispatchedOn }: ReceiveProposal, call: Window, { intake }: RuleSet) {
  if (intake.arrivalRule === null) return no('proposalSettingMissing', { setting: 'intake.arrivalRule' });
  const { value, text } = intake.arrivalRule;
  if (value === 'arrival') return lateRefusal(receivedOn, call, text);
  return dispatchedOn === null ? no('dispatchDayMissing', {}, text) : lateRefusal(dispatchedOn, call, text);
}

/** A paper can't have come over a counter that was closed (DDL-03); only where hours are set and a time was noted. */
function counterRefusal({ receivedOn, receivedTime }: ReceiveProposal, { intake }: RuleSet, { closedDays }: Known) {
  if (intake.counter === null || receivedTime === null) return null;
  const { from, through } = intake.counter.value;
  const state = counterState({ day: receivedOn as Day, time: receivedTime }, { from, through }, closedDays);
  if ('outsideCalendar' in state) return no('calendarEnds', { day: receivedOn, through: closedDays.through });
  return state.open ? null : no('counterClosed', { receivedOn, receivedTime, from, through }, intake.counter.text);
}

function partyRefusal({ proposers }: ReceiveProposal, { disqualification }: RuleSet) {
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

const envelopeWarnings = ({ envelopeNoted }: ReceiveProposal, { intake }: RuleSet): string[] =>
  intake.envelopeNote !== null && envelopeNoted === false ? ['envelopeNoteMissing'] : [];

type Filing = Pick<ReceiveProposal, 'proposers' | 'agent' | 'copies' | 'attachments'>;

/** What the state keeps of a filing: names, addresses and birth dates only as the findings they lead to. */
export function filedPart(filing: Filing, form: ProposalForm & PersonalForm, proposalDay: string): FiledPart {
  const { proposers, agent, copies, attachments } = filing;
  const isMinor = ({ kind, birthDate }: PartyInput) =>
    kind === 'individual' && birthDate !== null && minority(birthDate as Day, proposalDay as Day).minor;
  const { handlers: _h, placeOfUse: _u, placeOfStorage: _s, ...kept } = form;
  return {
    proposers: proposers.map(partyOf),
    agent: agent && partyOf(agent),
    minors: proposers.flatMap((party, index) => (isMinor(party) ? [index + 1] : [])),
    form: kept,
    filled: filledFields(form),
    identified: proposers.flatMap((party, index): PartyId[] =>
      isIdentified(party.kind, party) ? [`proposer:${index + 1}`] : [],
    ),
    copies,
    attachments,
  };
}

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
