import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { DetermineFee } from './commands.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import type { EstimateEffort, RecordOutsourcingContract, RecordOutsourcingQuote } from './reviewCommands.ts';
import type { ProposalState } from './state.ts';

/** 積算 (FRM-24, STP-28): the minutes of each task; the formalities of outsourcing count among them (FEE-03). */
export function estimateEffort({ tasks }: EstimateEffort, facts: Known): Decided {
  const silent = tasks.filter(({ task, note }) => task === 'other' && isBlank(note));
  if (silent.length > 0) return no('otherTaskUnnamed');
  return happened({ type: 'effortEstimated', data: { tasks, on: todayOf(facts), by: facts.actor.person } });
}

/** 委託料の見積りと精査 (STP-13), with the desk asked on the cost where the organ reports outsourcing to it. */
export function recordOutsourcingQuote(command: RecordOutsourcingQuote, rules: RuleSet, facts: Known): Decided {
  const { quotedOn, yen, file, scrutiny, deskConsultedOn, contractor } = command;
  const { conditionPrecedent, reportsOutsourcingToDesk } = rules.creation;
  if (isBlank(scrutiny)) return no('quoteNotScrutinised', {}, conditionPrecedent?.text);
  if (reportsOutsourcingToDesk?.value && deskConsultedOn === null)
    return no('deskNotConsulted', {}, reportsOutsourcingToDesk.text);
  return happened({
    type: 'outsourcingQuoteRecorded',
    data: { quotedOn, yen, file, scrutiny, deskConsultedOn, by: facts.actor.person },
    personal: { contractor },
  });
}

export function recordOutsourcingContract(
  { concludedOn, conditionPrecedent }: RecordOutsourcingContract,
  { review }: ProposalState,
  { creation }: RuleSet,
): Decided {
  const basis = creation.conditionPrecedent?.text;
  if (review.quote === null) return no('quoteMissing', {}, basis);
  if (creation.conditionPrecedent?.value && !conditionPrecedent) return no('conditionPrecedentMissing', {}, basis);
  return happened({ type: 'outsourcingContractRecorded', data: { concludedOn, conditionPrecedent } });
}

/** What is to be charged for outsourcing is what was quoted, where the organ has quotes scrutinised before the notice. */
export function quoteRefusal({ outsourcingYen }: DetermineFee, { review }: ProposalState, { creation }: RuleSet) {
  if (outsourcingYen === null || creation.conditionPrecedent?.value !== true) return null;
  const basis = creation.conditionPrecedent.text;
  if (review.quote === null) return no('quoteMissing', {}, basis);
  return review.quote.yen === outsourcingYen
    ? null
    : no('quoteDiffers', { quoted: review.quote.yen, outsourcingYen }, basis);
}

/** The quote comes before the notice (A 第９-1(4)ア: 「通知前において」). */
export function quotedLateRefusal({ fee, review }: ProposalState, noticeDate: string, { creation }: RuleSet) {
  if (fee === null || fee.outsourcingYen === null || creation.conditionPrecedent?.value !== true) return null;
  const { quote } = review;
  if (quote === null) return no('quoteMissing', {}, creation.conditionPrecedent.text);
  return quote.quotedOn < noticeDate
    ? null
    : no('quoteAfterNotice', { quotedOn: quote.quotedOn, noticeDate }, creation.conditionPrecedent.text);
}
