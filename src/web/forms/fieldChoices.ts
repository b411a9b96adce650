import type { Choice } from '../../app/cases/planning.ts';
import type { FieldShape } from '../../app/fields/fieldShape.ts';
import { fieldWords, optionWord } from '../../messages/fieldWords.ts';
import type { CommandForm } from './commandForm.ts';
import { plainPath } from './readWritten.ts';

/** The label of a field in the words of its command. */
export const labelOf = ({ command }: CommandForm, shape: FieldShape, path: string): string =>
  fieldWords(command, plainPath(path)).label ?? shape.label;

/** What can be chosen in a field: the case's or the organ's own values, else those of the schema; null = anything. */
export function choicesOf({ plan }: CommandForm, shape: FieldShape, path: string): readonly Choice[] | null {
  const own = plan.choices[plainPath(path)];
  if (own) return own;
  const isChoice = shape.kind === 'choice' || shape.kind === 'choices';
  return isChoice ? shape.options.map((value) => ({ value, part: value })) : null;
}

export const choiceWord = (command: CommandForm['command'], choice: Choice): string =>
  'label' in choice ? choice.label : optionWord(command, choice.part);
