import type { ShapeMember, ValueShape } from '../../core/organ/valueShape.ts';

/** The codes of the member by which variants are told apart. */
export const variantCodes = (variants: readonly (readonly ShapeMember[])[]): readonly string[] =>
  variants.flatMap(([first]) => (first?.shape.kind === 'choice' ? first.shape.options : []));

/** The variant of a code, without the member that tells it. */
const variantOf = (variants: readonly (readonly ShapeMember[])[], code: string): readonly ShapeMember[] =>
  variants.find(([first]) => first?.shape.kind === 'choice' && first.shape.options.includes(code))?.slice(1) ?? [];

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const readMembers = (members: readonly ShapeMember[], name: string, form: URLSearchParams): object =>
  Object.fromEntries(members.map((member) => [member.name, readValue(member.shape, `${name}.${member.name}`, form)]));

/** The value that a form says, in the shape of the rule set; null where it says nothing. What doesn't fit stays text. */
export function readValue(shape: ValueShape, name: string, form: URLSearchParams): unknown {
  const text = form.get(name)?.trim() ?? '';
  switch (shape.kind) {
    case 'yesNo':
      return text === '' ? null : text === 'yes';
    case 'number':
      return text === '' ? null : /^\d{1,12}$/.test(text) ? Number(text) : text;
    case 'choices':
      return form.getAll(name).length === 0 ? null : form.getAll(name);
    case 'texts':
      return linesOf(text).length === 0 ? null : linesOf(text);
    case 'group':
      return readMembers(shape.members, name, form);
    case 'sections': {
      const said = shape.ids.map((id) => ({ id, ...readMembers(shape.members, `${name}.${id}`, form) }));
      const full = said.filter(({ id: _, ...members }) => Object.values(members).some((member) => member !== null));
      return full.length === 0 ? null : full;
    }
    case 'variants': {
      const code = form.get(`${name}.kind`) ?? '';
      return code === ''
        ? null
        : { kind: code, ...readMembers(variantOf(shape.variants, code), `${name}.${code}`, form) };
    }
    default:
      return text === '' ? null : text;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Entry = readonly [name: string, text: string];

const writeMembers = (members: readonly ShapeMember[], name: string, value: unknown): readonly Entry[] =>
  isRecord(value)
    ? members.flatMap((member) => writeValue(member.shape, `${name}.${member.name}`, value[member.name]))
    : [];

/** The fields that say a value. */
export function writeValue(shape: ValueShape, name: string, value: unknown): readonly Entry[] {
  if (value === null || value === undefined) return [];
  switch (shape.kind) {
    case 'yesNo':
      return [[name, value === true ? 'yes' : 'no']];
    case 'choices':
      return Array.isArray(value) ? value.map((code) => [name, String(code)]) : [];
    case 'texts':
      return [[name, Array.isArray(value) ? value.join('\n') : String(value)]];
    case 'group':
      return writeMembers(shape.members, name, value);
    case 'sections':
      return (Array.isArray(value) ? value : []).flatMap((one) =>
        isRecord(one) ? writeMembers(shape.members, `${name}.${String(one.id)}`, one) : [],
      );
    case 'variants': {
      const code = isRecord(value) ? String(value.kind) : '';
      return [[`${name}.kind`, code], ...writeMembers(variantOf(shape.variants, code), `${name}.${code}`, value)];
    }
    default:
      return [[name, String(value)]];
  }
}
