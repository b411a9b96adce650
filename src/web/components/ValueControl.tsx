import type { ShapeMember, ValueShape } from '../../core/organ/valueShape.ts';
import { settingWords } from '../../messages/settingWords.ts';
import { codeWord, memberWord } from '../../messages/valueWords.ts';
import { variantCodes } from '../settings/valueForm.ts';
import { Field, type Ties } from './Field.tsx';

interface ValueControlProps {
  readonly shape: ValueShape;
  readonly name: string;
  readonly label: string;
  readonly isNeeded?: boolean;
  /** What stands in the fields. */
  readonly written: URLSearchParams;
}

/** The fields in which a value of the rule set is typed, by its shape. */
export function ValueControl({ shape, name, label, isNeeded = false, written }: ValueControlProps) {
  switch (shape.kind) {
    case 'group':
      return <Members {...{ name, label, written }} members={shape.members} />;
    case 'sections':
      return (
        <>
          {shape.ids.map((id) => (
            <Members name={`${name}.${id}`} label={codeWord(id)} written={written} members={shape.members} />
          ))}
        </>
      );
    case 'variants':
      return <Variants {...{ name, written }} variants={shape.variants} />;
    case 'choices':
      return <Choices {...{ name, label, written }} options={shape.options} />;
    default: {
      const text = written.get(name) ?? '';
      const hint = hints[shape.kind];
      return (
        <Field
          {...{ name, label, isNeeded, hint }}
          control={(ties) => <PlainControl shape={shape} text={text} ties={ties} />}
        />
      );
    }
  }
}

const hints: Partial<Readonly<Record<ValueShape['kind'], string>>> = {
  texts: settingWords.linesHint,
  monthDay: settingWords.monthDayHint,
};

interface MembersProps {
  readonly name: string;
  readonly label: string;
  readonly members: readonly ShapeMember[];
  readonly written: URLSearchParams;
}

function Members({ name, label, members, written }: MembersProps) {
  return (
    <fieldset class="group">
      <legend class="group__title">{label}</legend>
      {members.map((member) => (
        <ValueControl
          shape={member.shape}
          name={`${name}.${member.name}`}
          label={memberWord(member.name)}
          written={written}
        />
      ))}
    </fieldset>
  );
}

interface VariantsProps {
  readonly name: string;
  readonly variants: readonly (readonly ShapeMember[])[];
  readonly written: URLSearchParams;
}

/** All variants stand below each other: without a script the choice decides which one is read. */
function Variants({ name, variants, written }: VariantsProps) {
  const codes = variantCodes(variants);
  return (
    <>
      <ValueControl
        shape={{ kind: 'choice', options: codes }}
        name={`${name}.kind`}
        label={memberWord('kind')}
        written={written}
        isNeeded
      />
      {codes.map((code, at) => (
        <Members
          name={`${name}.${code}`}
          label={codeWord(code)}
          members={variants[at]?.slice(1) ?? []}
          written={written}
        />
      ))}
    </>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
  readonly written: URLSearchParams;
}

function Choices({ name, label, options, written }: ChoicesProps) {
  const chosen = written.getAll(name);
  return (
    <fieldset class="group">
      <legend class="group__title">{label}</legend>
      <div class="checks">
        {options.map((option) => (
          <label class="check">
            <input type="checkbox" name={name} value={option} checked={chosen.includes(option)} />
            {codeWord(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface PlainControlProps {
  readonly shape: ValueShape;
  readonly text: string;
  readonly ties: Ties;
}

function PlainControl({ shape, text, ties }: PlainControlProps) {
  if (shape.kind === 'yesNo')
    return (
      <Select
        ties={ties}
        text={text}
        options={[
          ['yes', settingWords.yes],
          ['no', settingWords.no],
        ]}
      />
    );
  if (shape.kind === 'choice')
    return <Select ties={ties} text={text} options={shape.options.map((option) => [option, codeWord(option)])} />;
  if (shape.kind === 'text' || shape.kind === 'texts')
    return (
      <textarea class="input input--line" rows={shape.kind === 'texts' ? 4 : 2} {...ties}>
        {text}
      </textarea>
    );
  const type = shape.kind === 'time' ? 'time' : shape.kind === 'day' ? 'date' : 'text';
  const numeric = shape.kind === 'number' ? { inputmode: 'numeric' as const } : {};
  return <input class="input input--short" type={type} value={text} {...numeric} {...ties} />;
}

interface SelectProps {
  readonly ties: Ties;
  readonly text: string;
  readonly options: readonly (readonly [value: string, word: string])[];
}

const Select = ({ ties, text, options }: SelectProps) => (
  <select class="input input--middle" {...ties}>
    <option value="">{settingWords.choose}</option>
    {options.map(([value, word]) => (
      <option value={value} selected={value === text}>
        {word}
      </option>
    ))}
  </select>
);
