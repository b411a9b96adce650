import { parseDay } from '../../core/calendar/day.ts';
import { fiscalYearOf } from '../../core/calendar/fiscalYear.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { type BlankPaperId, blankPapers } from '../../documents/forms/blankPapers.ts';
import { formOf, hasForm, type OwnForm } from '../../documents/frame/formOf.ts';
import { IncompletePaperError } from '../../documents/frame/makePaper.ts';

/** What proposers and their contracts fill in, in the order in which they need it (PUB-8). */
const ids = Object.keys(blankPapers) as BlankPaperId[];

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
    return blankPapers[id](rules, formDateOf(today));
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
