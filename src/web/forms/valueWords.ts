import type { FieldShape } from '../../app/fields/fieldShape.ts';
import { fieldWords } from '../../messages/fieldWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { dayWords } from '../components/momentWords.ts';
import { sizeWords } from '../components/sizeWords.ts';
import type { CommandForm } from './commandForm.ts';
import { choicesOf, choiceWord, labelOf } from './fieldChoices.ts';
import { plainPath } from './readWritten.ts';
import { rowsOf, under } from './written.ts';

export type Value = readonly [label: string, value: string];

/** What a form says, field by field in words, for a last look; empty optional fields are left out. */
export function valueWords(form: CommandForm, shape: FieldShape = form.shape, path = ''): readonly Value[] {
  if (form.plan.hidden.includes(plainPath(path))) return [];
  switch (shape.kind) {
    case 'group':
      return shape.fields.flatMap((field) =>
        prefixed(form, shape, path, valueWords(form, field, under(path, field.name))),
      );
    case 'list':
      return Array.from({ length: rowsOf(form.written, path) }, (_, at) => at).flatMap((at) => {
        const inside = valueWords(form, { ...shape.item, label: shape.item.label || shape.label }, under(path, at));
        const text = inside.map(([, value]) => value).join('、');
        return text === '' ? [] : ([[`${labelOf(form, shape, path)} ${at + 1}`, text]] as const);
      });
    default: {
      const value = wordOf(form, shape, path);
      return value === '' ? [] : [[labelOf(form, shape, path), value]];
    }
  }
}

/** Values of a group carry the group's name, so that 「理由」 says whose. */
function prefixed(form: CommandForm, shape: FieldShape, path: string, values: readonly Value[]): readonly Value[] {
  const label = labelOf(form, shape, path);
  return label === '' ? values : values.map(([name, value]) => [`${label}：${name}`, value]);
}

function wordOf(form: CommandForm, shape: FieldShape, path: string): string {
  const given = form.written.getAll(path).filter((value) => value.trim() !== '');
  if (shape.kind === 'file') {
    const name = form.written.get(under(path, 'name'));
    return name ? `${name}（${sizeWords(Number(form.written.get(under(path, 'bytes')) ?? 0))}）` : '';
  }
  const choices = choicesOf(form, shape, path);
  if (choices)
    return given
      .map((value) => choices.find((choice) => choice.value === value))
      .map((choice) => (choice ? choiceWord(form.command, choice) : ''))
      .join('、');
  const [value = ''] = given;
  if (shape.kind === 'day') return value === '' ? '' : dayWords(value);
  if (shape.kind !== 'flag') return value;
  const { yes = formWords.yes, no = formWords.no } = fieldWords(form.command, plainPath(path));
  return value === 'yes' ? yes : value === 'no' ? no : '';
}
