import type { FormId } from '../../core/organ/form.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { hasForm } from '../frame/formOf.ts';
import { blankPapers } from './blankPapers.ts';

/** What a call may bring to be filled in: the papers of a proposal and of what follows it, not those of a contract's making. */
const ofCall = ['proposal', 'createdProposal', 'pledge', 'usefulness', 'powerOfAttorney', 'changeNotice'] as const;
const isOfCall = (id: FormId): id is (typeof ofCall)[number] => ofCall.some((one) => one === id);

/** Forms to fill in of a call: those that the organ offers for download (PUB-8), else those of the proposal; and the envelope's sheet. */
export function blankForms(rules: RuleSet, date: string): readonly OfficialDocument[] {
  const offered = rules.publication.blankForms?.value ?? ['proposal', 'pledge', 'usefulness', 'powerOfAttorney'];
  const forms = offered.filter(isOfCall).filter((id) => hasForm(rules, id));
  const envelope = hasForm(rules, 'envelopeSheet') ? [blankPapers.envelopeSheet(rules, date)] : [];
  return [...forms.map((id) => blankPapers[id](rules, date)), ...envelope];
}
