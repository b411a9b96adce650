import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ReceiveCorrection, RequestCorrection } from './commands.ts';
import type { ProposalPersonal } from './events.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { personsOfFile } from './fileCount.ts';
import { type CorrectableId, type FormFieldId, filledFields, formFieldIds } from './form.ts';
import { missingParts, solicitedNames } from './missingParts.ts';
import { personCount } from './personCount.ts';
import { detailsOf, filedPart } from './receive.ts';
import { no } from './refusals.ts';
import { openCorrection, type ProposalState } from './state.ts';

export function confirmCompleteness(state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { call, entry } = facts;
  const names = solicitedNames(entry?.fileName, call?.group);
  const missing = missingParts(state, rules, names, entry?.recordItems ?? null);
  return missing.length > 0
    ? no('incomplete', { missing }, rules.citations.proposal?.text)
    : happened({
        type: 'completenessConfirmed',
        data: { confirmedOn: todayOf(facts), warnings: personsFinding(state, rules, facts) },
      });
}

/** CHK-DOC: the desk reports a number of persons outside 1,000 … the file's; the division asks or judges it (CRI-2). */
function personsFinding(state: ProposalState, rules: RuleSet, facts: Known): string[] {
  const { form } = state;
  const { minPersons } = rules.review;
  const filePersons = personsOfFile(state, rules, facts);
  if (state.created !== null || form.persons === null || minPersons === null || filePersons === null) return [];
  return personCount(form.persons, filePersons, minPersons.value).conforming ? [] : ['personCountOutside'];
}

/** Who asks (STP-09): the division in Aomori, the head at Hokkaido University; where the rules are silent, any of them. */
function requesterRefusal({ intake }: RuleSet, { actor }: Known) {
  const by = intake.correctionBy;
  if (by === null || by.value === 'organ' || by.value === actor.role) return null;
  return no('wrongRequester', { role: actor.role, by: by.value }, by.text);
}

export function requestCorrection(
  { points, deadline }: RequestCorrection,
  { created }: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const requestedOn = todayOf(facts);
  const { corrections } = rules.createdData;
  if (created !== null && corrections?.value !== true) return no('correctionNotProvided', {}, corrections?.text);
  const requester = requesterRefusal(rules, facts);
  if (requester) return requester;
  if (points.length === 0) return no('nothingToAsk');
  const silent = points.filter(({ text }) => isBlank(text)).map(({ field }) => field);
  if (silent.length > 0) return no('correctionTextMissing', { fields: silent });
  if (deadline <= requestedOn) return no('deadlinePassed', { deadline, today: requestedOn });
  return happened({ type: 'correctionRequested', data: { points, requestedOn, deadline } });
}

/** A corrected version: only what was asked for may change; everything else stays as it was filed. */
export function receiveCorrection(command: ReceiveCorrection, state: ProposalState): Decided {
  const request = openCorrection(state);
  const changed = changedParts(command);
  if (changed.length === 0) return no('nothingCorrected');
  const open = request?.points.map(({ field }) => field) ?? [];
  const closed = changed.filter((field) => !open.includes(field));
  if (closed.length > 0) return no('fieldNotOpen', { fields: closed, open });
  const late = request !== null && command.receivedOn > request.deadline;
  return happened({
    type: 'correctionReceived',
    data: {
      ...correctedPart(command, state),
      receivedOn: command.receivedOn,
      changed,
      warnings: late ? ['correctionLate'] : [],
    },
    personal: correctedPersonal(command),
  });
}

type Corrected = Omit<ReceiveCorrection, 'do' | 'receivedOn'>;

const namedFields = (form: ReceiveCorrection['form']): FormFieldId[] =>
  formFieldIds.filter((id) => form[id] !== undefined);

const changedParts = ({ form, proposers, agent, copies, attachments }: ReceiveCorrection): CorrectableId[] => [
  ...namedFields(form),
  ...(proposers ? (['proposers'] as const) : []),
  ...(agent ? (['agent'] as const) : []),
  ...(copies !== null ? (['copies'] as const) : []),
  ...new Set(attachments.map(({ kind }) => kind)),
];

/** What the state keeps of a corrected version; what it does not name stays. */
export function correctedPart(command: Corrected, state: ProposalState) {
  const { form, proposers, agent, copies, attachments } = command;
  const named = namedFields(form);
  const whole = { ...state.form, handlers: [], placeOfUse: null, placeOfStorage: null, ...form };
  const filed = filedPart(
    {
      proposers: proposers ?? [],
      agent,
      copies: copies ?? state.copies,
      attachments: [...state.attachments, ...attachments],
    },
    whole,
    state.receivedOn,
  );
  return {
    ...filed,
    filled: [...state.filled.filter((id) => !named.includes(id)), ...filledFields(form)],
    proposers: proposers
      ? proposers.map(({ kind }, index) => ({ kind, account: accountAt(state, index) }))
      : state.proposers,
    minors: proposers ? filed.minors : state.minors,
    identified: proposers ? filed.identified : state.identified,
    agent: agent ? { kind: agent.kind, account: state.agent?.account ?? null } : state.agent,
  };
}

/** A correction of names and addresses leaves the case with the accounts that filed it. */
const accountAt = ({ proposers }: ProposalState, index: number): string | null => proposers[index]?.account ?? null;

function correctedPersonal({ form, proposers, agent }: ReceiveCorrection): Partial<ProposalPersonal> {
  const { handlers, placeOfUse, placeOfStorage } = form;
  return {
    ...(proposers ? { proposers: proposers.map(detailsOf) } : {}),
    ...(agent ? { agent: detailsOf(agent) } : {}),
    ...(handlers === undefined ? {} : { handlers }),
    ...(placeOfUse === undefined ? {} : { placeOfUse }),
    ...(placeOfStorage === undefined ? {} : { placeOfStorage }),
  };
}
