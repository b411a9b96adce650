import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { changeNotice } from './changeNotice.ts';
import { confidentialityBriefing } from './confidentialityBriefing.ts';
import { contractApplication } from './contractApplication.ts';
import { createdProposalForm } from './createdProposalForm.ts';
import { dataReceipt } from './dataReceipt.ts';
import { envelopeSheet } from './envelopeSheet.ts';
import { handlerNotification } from './handlerNotification.ts';
import { pledge } from './pledge.ts';
import { powerOfAttorney } from './powerOfAttorney.ts';
import { proposalForm, type UseFacts } from './proposalForm.ts';
import { usefulness } from './usefulness.ts';
import { writtenOpinion } from './writtenOpinion.ts';

/** Nobody has filed it yet. */
const unfiled = { date: null, proposers: [], agent: null };
/** Nothing is written of the use. */
export const unused: UseFacts = {
  purpose: null,
  method: null,
  business: null,
  period: null,
  handlers: [],
  placeOfUse: null,
  environment: null,
  placeOfStorage: null,
  management: null,
  measures: null,
  medium: null,
  delivery: null,
};
const party = { date: null, counterparties: [], contractOn: null };

type Maker = (rules: RuleSet, formDate: string) => OfficialDocument;

/** Every form that a person fills in, in the order in which it is needed (PUB-8). */
export const blankPapers = {
  proposal: (rules, day) =>
    proposalForm(rules, { ...unfiled, ...unused, fileName: null, persons: null, items: [], attached: null }, day),
  createdProposal: (rules, day) =>
    createdProposalForm(rules, { ...unfiled, ...unused, dataName: null, occasion: null, attached: null }, day),
  pledge: (rules, day) => pledge(rules, unfiled, day),
  usefulness: (rules, day) =>
    usefulness(
      rules,
      { ...unfiled, businessName: null, outline: null, aims: null, effects: null, contributes: [] },
      day,
    ),
  powerOfAttorney: (rules, day) => powerOfAttorney(rules, { ...unfiled, fileName: null }, day),
  envelopeSheet: (rules, day) => envelopeSheet(rules, day),
  contractApplication: (rules, day) =>
    contractApplication(rules, { ...unfiled, notice: null, subject: null, feeYen: null }, day),
  handlerNotification: (rules, day) => handlerNotification(rules, { ...party, dataName: null, handlers: [] }, day),
  changeNotice: (rules, day) =>
    changeNotice(
      rules,
      { ...party, subject: null, changes: [], changesOn: null, reason: null, kind: null, beforeProvision: false },
      day,
    ),
  writtenOpinion: (rules, day) =>
    writtenOpinion(rules, { date: null, thirdParty: null, fileName: null, objects: null, text: null }, day),
  dataReceipt: (rules, day) => dataReceipt(rules, { ...party, dataName: null, medium: null }, day),
  confidentialityBriefing: (rules, day) =>
    confidentialityBriefing(rules, { date: null, subject: null, person: null, toldBy: null }, day),
} as const satisfies Record<string, Maker>;

export type BlankPaperId = keyof typeof blankPapers;
