import { parseDay } from '../../core/calendar/day.ts';
import { fiscalYearOf } from '../../core/calendar/fiscalYear.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { changeNotice } from '../../documents/forms/changeNotice.ts';
import { contractApplication } from '../../documents/forms/contractApplication.ts';
import { createdProposalForm } from '../../documents/forms/createdProposalForm.ts';
import { envelopeSheet } from '../../documents/forms/envelopeSheet.ts';
import { handlerNotification } from '../../documents/forms/handlerNotification.ts';
import { pledge } from '../../documents/forms/pledge.ts';
import { powerOfAttorney } from '../../documents/forms/powerOfAttorney.ts';
import { proposalForm } from '../../documents/forms/proposalForm.ts';
import { usefulness } from '../../documents/forms/usefulness.ts';
import { formOf, hasForm, type OwnForm } from '../../documents/frame/formOf.ts';
import { IncompletePaperError } from '../../documents/frame/makePaper.ts';

/** Nobody has filed it yet. */
const unfiled = { date: null, proposers: [], agent: null };
const unused = {
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

/** What proposers and their contracts fill in, in the order in which they need it (PUB-8). */
const makers = {
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
} as const satisfies Record<string, Maker>;
type BlankFormId = keyof typeof makers;
const ids = Object.keys(makers) as BlankFormId[];

/** A form to be filled in, as the organ names and numbers it. */
export interface BlankForm extends OwnForm {
  readonly id: string;
}

/** The blank forms of an organ: those that it has, and whose every value is set. */
export const blankForms = (rules: RuleSet, today: string): readonly BlankForm[] =>
  ids.flatMap((id) => (blankForm(rules, id, today) === null ? [] : [{ id, ...formOf(rules, id) }]));

/** A blank form; null when the organ has none of this name, or a value that it needs is unset. */
export function blankForm(rules: RuleSet, name: string, today: string): OfficialDocument | null {
  const id = ids.find((known) => known === name);
  if (id === undefined || !hasForm(rules, id)) return null;
  try {
    return makers[id](rules, formDateOf(today));
  } catch (error) {
    if (error instanceof IncompletePaperError) return null;
    throw error;
  }
}

/** The files of a form stay the same for a 年度: they bear its first day. */
function formDateOf(today: string): string {
  const day = parseDay(today);
  return day ? `${fiscalYearOf(day)}-04-01` : today;
}
