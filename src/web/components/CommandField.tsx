import type { Child } from 'hono/jsx';
import type { Choice } from '../../app/cases/planning.ts';
import type { FieldShape, GroupShape, ListShape } from '../../app/fields/fieldShape.ts';
import { derivationText } from '../../messages/derivation.ts';
import { type FieldWords, fieldWords } from '../../messages/fieldWords.ts';
import { formWords, planNoteText } from '../../messages/formWords.ts';
import { siteWords } from '../../messages/siteWords.ts';
import type { CommandForm } from '../forms/commandForm.ts';
import { choicesOf, choiceWord, labelOf } from '../forms/fieldChoices.ts';
import { plainPath } from '../forms/readWritten.ts';
import { controlName, rowsName, rowsOf, under } from '../forms/written.ts';
import { Field, type Ties } from './Field.tsx';
import { FileInput } from './FileInput.tsx';
import { dayWords } from './momentWords.ts';
import { PaperRows } from './PaperRows.tsx';

interface FieldProps {
  readonly form: CommandForm;
  readonly shape: FieldShape;
  readonly path: string;
  /** The heading above says what the field is. */
  readonly isAlone?: boolean;
  /** The field's group may be left empty as a whole. */
  readonly isOptional?: boolean;
}

/** A field of a command with everything that belongs to it; nothing where the plan hides it. */
export function CommandField(props: FieldProps): Child {
  const { form, shape, path } = props;
  if (form.plan.hidden.includes(plainPath(path))) return null;
  if (shape.kind === 'group') return <Group {...props} shape={shape} />;
  if (shape.kind === 'list') return <List {...props} shape={shape} />;
  return <Single {...props} />;
}

const wordsOf = ({ form, path }: FieldProps): FieldWords => fieldWords(form.command, plainPath(path));
/** What the words, the rules and the case say below a field's label. */
function hintOf(props: FieldProps): string | undefined {
  const { form, path } = props;
  // The rows of a plain list stand under the hint of the list.
  if (/\.\d+$/.test(path)) return undefined;
  const plain = plainPath(path);
  const notes = form.plan.notes.filter((note) => note.path === plain).map((note) => planNoteText(note, dayWords));
  return [wordsOf(props).hint, ...notes].filter((text) => text !== undefined).join(' ') || undefined;
}

function Hint({ path, hint }: { readonly path: string; readonly hint: string | undefined }) {
  if (hint === undefined) return null;
  return (
    <p class="field__hint" id={`${controlName(path)}-hint`}>
      {hint}
    </p>
  );
}

function Derivation({ form, path }: FieldProps) {
  const steps = form.plan.derivations[plainPath(path)] ?? [];
  if (steps.length === 0) return null;
  return (
    <details class="small">
      <summary>{formWords.derivation}</summary>
      <ol class="bullets derivation">
        {steps.map((step) => (
          <li>{derivationText(step)}</li>
        ))}
      </ol>
    </details>
  );
}

function Single(props: FieldProps) {
  const { form, shape, path, isOptional = false } = props;
  const words = wordsOf(props);
  const isNeeded = (words.isNeeded ?? shape.isNeeded) && !isOptional;
  const error = form.mistakes.get(path);
  const label = labelOf(form, shape, path);
  if (isQuestion(form, shape, path)) return <Question {...props} label={label} isNeeded={isNeeded} error={error} />;
  return (
    <Field
      name={controlName(path)}
      label={label}
      isNeeded={isNeeded}
      hint={hintOf(props)}
      error={error}
      after={<Derivation {...props} />}
      control={(ties) => <Control {...props} ties={ties} />}
    />
  );
}

/** A few answers stand as buttons beside each other, many in a list that opens. */
const fewest = 6;

function isQuestion(form: CommandForm, shape: FieldShape, path: string): boolean {
  if (shape.kind === 'choices') return true;
  if (shape.kind === 'flag') return true;
  const choices = choicesOf(form, shape, path);
  return choices !== null && choices.length < fewest && !/\.\d+\./.test(path);
}

interface QuestionProps extends FieldProps {
  readonly label: string;
  readonly isNeeded: boolean;
  readonly error: string | undefined;
}

function Question(props: QuestionProps) {
  const { form, shape, path, label, error } = props;
  if (shape.kind === 'flag' && shape.unsaid) return <Tick {...props} />;
  const several = shape.kind === 'choices';
  const given = form.written.getAll(path);
  const described = [hintOf(props) && `${controlName(path)}-hint`, error && `${controlName(path)}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset class="field" id={controlName(path)} {...(described ? { 'aria-describedby': described } : {})}>
      <legend class="field__label">
        {label}
        <Need isNeeded={props.isNeeded} />
      </legend>
      <Hint path={path} hint={hintOf(props)} />
      <div class={answersOf(props).some(({ word }) => word.length > 24) ? 'checks checks--long' : 'checks'}>
        {answersOf(props).map(({ value, word }) => (
          <label class="check">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={controlName(path)}
              value={value}
              checked={isGiven(given, value)}
            />
            {word}
          </label>
        ))}
        {answersOf(props).length === 0 && <p>{formWords.noChoices}</p>}
      </div>
      <Mistake path={path} error={error} />
    </fieldset>
  );
}

const isGiven = (given: readonly string[], value: string) =>
  given.includes(value) || (value === '' && given.length === 0);

const Need = ({ isNeeded }: { readonly isNeeded: boolean }) =>
  isNeeded && <span class="field__need">{siteWords.needed}</span>;

function Mistake({ path, error }: { readonly path: string; readonly error: string | undefined }) {
  if (!error) return null;
  return (
    <p class="field__error" id={`${controlName(path)}-error`}>
      {error}
    </p>
  );
}

function answersOf(props: FieldProps): readonly { readonly value: string; readonly word: string }[] {
  const { form, shape, path } = props;
  const { unsaid = formWords.unsaid } = wordsOf(props);
  const silent = shape.whenBlank === 'null' ? [{ value: '', word: unsaid }] : [];
  if (shape.kind === 'flag') {
    const { yes = formWords.yes, no = formWords.no } = wordsOf(props);
    return [{ value: 'yes', word: yes }, { value: 'no', word: no }, ...silent];
  }
  const choices = choicesOf(form, shape, path) ?? [];
  return [...choices.map((choice) => ({ value: choice.value, word: choiceWord(form.command, choice) })), ...silent];
}

function Tick({ form, path, label }: QuestionProps) {
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          id={controlName(path)}
          name={controlName(path)}
          value="yes"
          checked={form.written.get(path) === 'yes'}
        />
        {label}
      </label>
    </div>
  );
}

function Control(props: FieldProps & { readonly ties: Ties }) {
  const { form, shape, path, ties } = props;
  const value = form.written.get(path) ?? '';
  const choices = choicesOf(form, shape, path);
  if (choices) return <Select form={form} choices={choices} value={value} ties={ties} />;
  switch (shape.kind) {
    case 'file':
      return <FileInput form={form} path={path} ties={ties} />;
    case 'day':
      return <input class="input input--short" type="date" value={value} {...ties} />;
    case 'time':
      return <input class="input input--short" type="time" value={value} {...ties} />;
    case 'number':
      return <input class="input input--short" type="text" inputmode="numeric" value={value} {...ties} />;
    case 'writtenDay':
      return <input class="input input--middle" type="text" value={value} {...ties} />;
    default:
      return wordsOf(props).isLong ? (
        <textarea class="input input--line" rows={3} {...ties}>
          {value}
        </textarea>
      ) : (
        <input class="input" type="text" value={value} {...ties} />
      );
  }
}

interface SelectProps {
  readonly form: CommandForm;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly ties: Ties;
}

function Select({ form, choices, value, ties }: SelectProps) {
  return (
    <select class="input input--middle" {...ties}>
      <option value="">{formWords.choose}</option>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === value}>
          {choiceWord(form.command, choice)}
        </option>
      ))}
    </select>
  );
}

function Group(props: FieldProps & { readonly shape: GroupShape }) {
  const { form, shape, path } = props;
  const isOptional = props.isOptional || shape.whenBlank !== 'empty';
  const fields = shape.fields.map((field) => (
    <CommandField form={form} shape={field} path={under(path, field.name)} isOptional={isOptional} />
  ));
  const label = labelOf(form, shape, path);
  if (label === '') return <>{fields}</>;
  return (
    <fieldset class={props.isAlone ? 'group group--alone' : 'group'} id={controlName(path)}>
      <legend class={props.isAlone ? 'unseen' : 'group__title'}>
        {label}
        <Optional form={form} shape={shape} path={path} />
      </legend>
      <Hint path={path} hint={hintOf(props)} />
      {fields}
      <Derivation {...props} />
      <Mistake path={path} error={form.mistakes.get(path)} />
    </fieldset>
  );
}

/** Whether a group or a list may be left empty: not where no rule gives what it asks for. */
function Optional({ form, shape, path }: FieldProps) {
  if (form.plan.notes.some((note) => note.path === plainPath(path) && note.note === 'noRule')) return <Need isNeeded />;
  return shape.whenBlank === 'empty' ? null : <span class="soft">{formWords.optional}</span>;
}

function List(props: FieldProps & { readonly shape: ListShape }) {
  const { form, shape, path } = props;
  const choices = shape.item.kind === 'text' ? form.plan.choices[plainPath(path)] : undefined;
  const papers = form.plan.choices[`${plainPath(path)}.kind`];
  const row = wordsOf(props).row ?? formWords.row;
  return (
    <fieldset class={props.isAlone ? 'group group--alone' : 'group'} id={controlName(path)}>
      <legend class={props.isAlone ? 'unseen' : 'group__title'}>
        {labelOf(form, shape, path)}
        <Optional form={form} shape={shape} path={path} />
      </legend>
      <Hint path={path} hint={hintOf(props)} />
      <Mistake path={path} error={form.mistakes.get(path)} />
      {choices && <TickRows form={form} path={path} choices={choices} />}
      {!choices && papers && plainPath(path) === 'attachments' && <PaperRows form={form} path={path} papers={papers} />}
      {!choices && plainPath(path) !== 'attachments' && <Rows {...props} row={row} />}
    </fieldset>
  );
}

/** The rows of a list whose values can be chosen: one tick each. */
function TickRows({
  form,
  path,
  choices,
}: {
  readonly form: CommandForm;
  readonly path: string;
  readonly choices: readonly Choice[];
}) {
  const given = Array.from({ length: rowsOf(form.written, path) }, (_, at) => form.written.get(under(path, at)));
  return (
    <>
      <input type="hidden" name={controlName(rowsName(path))} value={choices.length} />
      <div class="checks checks--long">
        {choices.map((choice, at) => (
          <label class="check">
            <input
              type="checkbox"
              name={controlName(under(path, at))}
              value={choice.value}
              checked={given.includes(choice.value)}
            />
            {choiceWord(form.command, choice)}
          </label>
        ))}
        {choices.length === 0 && <p>{formWords.noChoices}</p>}
      </div>
    </>
  );
}

function Rows({
  form,
  shape,
  path,
  row,
  isOptional,
}: FieldProps & { readonly shape: ListShape; readonly row: string }) {
  const count = rowsOf(form.written, path);
  const isPlain = shape.item.kind !== 'group';
  return (
    <>
      <input type="hidden" name={controlName(rowsName(path))} value={count} />
      {Array.from({ length: count }, (_, at) => (
        <div class={isPlain ? 'row row--plain' : 'row'}>
          <RowFields
            form={form}
            shape={shape}
            path={under(path, at)}
            title={formWords.rowTitle(row, at + 1)}
            isOptional={isOptional ?? false}
          />
          <button
            class="button button--small row__remove"
            type="submit"
            name="step"
            value={`remove:${under(path, at)}`}
          >
            {formWords.removeRow(row, at + 1)}
          </button>
        </div>
      ))}
      <div class="actions">
        <button class="button button--small" type="submit" name="step" value={`add:${path}`}>
          {formWords.addRow(row)}
        </button>
      </div>
    </>
  );
}

interface RowFieldsProps {
  readonly form: CommandForm;
  readonly shape: ListShape;
  readonly path: string;
  readonly title: string;
  readonly isOptional: boolean;
}

/** A row of several fields under its number, or of one with its number as label. */
function RowFields({ form, shape: { item }, path, title, isOptional }: RowFieldsProps) {
  if (item.kind !== 'group')
    return (
      <Single form={form} shape={{ ...item, label: title, isNeeded: false }} path={path} isOptional={isOptional} />
    );
  return (
    <fieldset class="row__fields">
      <legend class="row__title">{title}</legend>
      {item.fields.map((field) => (
        <CommandField form={form} shape={field} path={under(path, field.name)} isOptional={isOptional} />
      ))}
    </fieldset>
  );
}
