import type { Circumstances, CommonRefusal } from '../aggregate.ts';
import { type Decision, happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ConsultCouncil, RecordCouncilOpinion, SetStandards } from './commands.ts';
import type { OfficeEvent } from './events.ts';
import { no, type OfficeRefusal } from './refusals.ts';
import type { CouncilConsultation, OfficeState, StandardId } from './state.ts';

export type Decided = Decision<OfficeEvent, OfficeRefusal | CommonRefusal>;

/** 諮問: about the standards on which the organ has a council heard. */
export function consultCouncil(
  { do: _, ...consultation }: ConsultCouncil,
  state: OfficeState,
  { creation }: RuleSet,
): Decided {
  const asked = creation.councilOpinion;
  if (asked === null) return no('noCouncil');
  if (consultation.standards.length === 0) return no('standardsMissing', {}, asked.text);
  const open = openConsultation(state);
  if (open) return no('councilAskedBefore', { consultedOn: open.consultedOn }, asked.text);
  return happened({ type: 'councilConsulted', data: consultation });
}

const openConsultation = ({ consultations }: OfficeState): CouncilConsultation | null =>
  consultations.find(({ opinion }) => opinion === null) ?? null;

export function recordCouncilOpinion(
  { do: _, ...opinion }: RecordCouncilOpinion,
  state: OfficeState,
  { creation }: RuleSet,
): Decided {
  const basis = creation.councilOpinion?.text;
  const open = openConsultation(state);
  if (open === null) return no('councilNotAsked', {}, basis);
  if (opinion.answeredOn < open.consultedOn)
    return no('opinionBeforeConsultation', { answeredOn: opinion.answeredOn, consultedOn: open.consultedOn }, basis);
  if (opinion.summary.trim() === '') return no('opinionEmpty', {}, basis);
  return happened({ type: 'councilOpinionRecorded', data: opinion });
}

/** 基準を定める (STP-27): each on no earlier day than the council's answer about it. */
export function setStandards(
  { do: _, ...setting }: SetStandards,
  state: OfficeState,
  { creation }: RuleSet,
  { actor }: Circumstances,
): Decided {
  const { standards, setOn } = setting;
  if (standards.length === 0) return no('standardsMissing', {}, creation.councilOpinion?.text);
  const needed = standards.filter((standard) => creation.councilOpinion?.value.includes(standard));
  const unheard = needed.filter((standard) => answerOn(state, standard) === null);
  if (unheard.length > 0) return no('councilNotHeard', { standards: unheard }, creation.councilOpinion?.text);
  const early = needed.map((standard) => answerOn(state, standard) ?? '').find((answeredOn) => setOn < answeredOn);
  if (early) return no('setBeforeOpinion', { setOn, answeredOn: early }, creation.councilOpinion?.text);
  return happened({ type: 'standardsSet', data: { ...setting, by: actor.person } });
}

/** The day of the council's last answer about a standard. */
const answerOn = ({ consultations }: OfficeState, standard: StandardId): string | null =>
  consultations.findLast(({ standards, opinion }) => opinion !== null && standards.includes(standard))?.opinion
    ?.answeredOn ?? null;
