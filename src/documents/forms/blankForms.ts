import type { FormId } from '../../core/organ/form.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { hasForm } from '../frame/formOf.ts';
import { changeNotice } from './changeNotice.ts';
import { createdProposalForm } from './createdProposalForm.ts';
import { envelopeSheet } from './envelopeSheet.ts';
import { pledge } from './pledge.ts';
import { powerOfAttorney } from './powerOfAttorney.ts';
import { proposalForm, type UseFacts } from './proposalForm.ts';
import { usefulness } from './usefulness.ts';

const nobody = { date: null, proposers: [], agent: null };
const noUse: UseFacts = {
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

const makers = {
  proposal: (rules, date) =>
    proposalForm(rules, { ...nobody, ...noUse, fileName: null, persons: null, items: [], attached: null }, date),
  createdProposal: (rules, date) =>
    createdProposalForm(rules, { ...nobody, ...noUse, dataName: null, occasion: null, attached: null }, date),
  pledge: (rules, date) => pledge(rules, nobody, date),
  usefulness: (rules, date) =>
    usefulness(
      rules,
      { ...nobody, businessName: null, outline: null, aims: null, effects: null, contributes: [] },
      date,
    ),
  powerOfAttorney: (rules, date) => powerOfAttorney(rules, { ...nobody, fileName: null }, date),
  changeNotice: (rules, date) =>
    changeNotice(
      rules,
      {
        date: null,
        counterparties: [],
        contractOn: null,
        subject: null,
        changes: [],
        changesOn: null,
        reason: null,
        kind: null,
        beforeProvision: false,
      },
      date,
    ),
} as const satisfies Partial<Record<FormId, (rules: RuleSet, date: string) => OfficialDocument>>;

type BlankId = keyof typeof makers;
const isBlank = (id: FormId): id is BlankId => id in makers;

/** Forms to fill in of a call: those that the organ offers for download (PUB-8), else those of the proposal; and the envelope's sheet. */
export function blankForms(rules: RuleSet, date: string): readonly OfficialDocument[] {
  const offered = rules.publication.blankForms?.value ?? ['proposal', 'pledge', 'usefulness', 'powerOfAttorney'];
  const forms = offered.filter(isBlank).filter((id) => hasForm(rules, id));
  const envelope = hasForm(rules, 'envelopeSheet') ? [envelopeSheet(rules, date)] : [];
  return [...forms.map((id) => makers[id](rules, date)), ...envelope];
}
