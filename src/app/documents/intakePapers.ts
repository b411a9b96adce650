import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { ProposalForm } from '../../core/proposal/form.ts';
import type { CorrectionRequest, ProposalState } from '../../core/proposal/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { correctionRequest } from '../../documents/forms/correctionRequest.ts';
import { createdProposalForm } from '../../documents/forms/createdProposalForm.ts';
import { proposalForm } from '../../documents/forms/proposalForm.ts';
import { proposalReceipt } from '../../documents/forms/proposalReceipt.ts';
import { formOf, hasForm } from '../../documents/frame/formOf.ts';
import { granularityWords } from '../../messages/granularityWords.ts';
import { homeWords } from '../../messages/homeWords.ts';
import { partWord } from '../../messages/partWord.ts';
import { addresseeOf, addressLines, type ProposalOccasion } from './occasion.ts';

/** 加工の方法 of each wanted item, in words. */
export const itemsOf = ({ items }: ProposalForm) =>
  items.map(({ name, detail, granularity }) => ({
    item: name,
    detail: detail ?? (granularity ? granularityWords[granularity] : ''),
  }));

/** 提案書 as it stands after its corrections: of a new proposal, or of one on created data (FRM-18). */
export function proposalPapers({ rules, proposal, people }: ProposalOccasion): readonly OfficialDocument[] {
  const { form, created, receivedOn, attachments } = proposal;
  const common = {
    date: receivedOn,
    proposers: people.proposers,
    agent: people.agent,
    ...form,
    handlers: people.handlers,
    placeOfUse: people.placeOfUse,
    placeOfStorage: people.placeOfStorage,
    attached: attachments.map(({ kind }) => kind),
  };
  if (created !== null)
    return [createdProposalForm(rules, { ...common, dataName: created.name, occasion: null }, receivedOn)];
  return [proposalForm(rules, { ...common, items: itemsOf(form) }, receivedOn)];
}

/** The papers that came in, by name. */
export const filedPapers = (rules: RuleSet, { created, attachments }: ProposalState): readonly string[] => [
  formOf(rules, created === null ? 'proposal' : 'createdProposal').name,
  ...attachments.map(({ kind, of }) => partWord(of === null ? kind : `${kind}:proposer:${of}`)),
];

/** 提案書 and its receipt (STP-06). */
export function receiptPapers(occasion: ProposalOccasion): readonly OfficialDocument[] {
  const { rules, proposal, number, subject } = occasion;
  const { channel, copies, receivedOn } = proposal;
  const receipt = proposalReceipt(rules, {
    receivedOn,
    number,
    addressee: addresseeOf(occasion),
    subject,
    channel: homeWords.channel[channel],
    copies,
    papers: filedPapers(rules, proposal),
  });
  return [...proposalPapers(occasion), receipt];
}

/** 説明又は訂正の求め (STP-09): to the agent where it is the agent who is identified (H 6(4)). */
export function correctionPapers(occasion: ProposalOccasion): readonly OfficialDocument[] {
  const { rules, proposal, people, number, event, documentNumber } = occasion;
  if (!hasForm(rules, 'correctionRequest')) return [];
  const { points, requestedOn, deadline } = event.data as CorrectionRequest;
  const toAgent =
    people.agent !== null && rules.identityCheck.identifiedWithAgent?.value.includes('proposer') === false;
  const addressee =
    people.agent && toAgent ? addressLines(people.agent, proposal.agent?.kind === 'individual') : addresseeOf(occasion);
  const asked = points.map(({ field, text }) => ({ part: partWord(field), text }));
  const facts = {
    documentNumber,
    date: requestedOn,
    addressee,
    proposalDate: proposal.receivedOn,
    number,
    deadline,
  };
  return [correctionRequest(rules, { ...facts, points: asked })];
}
