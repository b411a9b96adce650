import type { z } from 'zod';
import type { CommandName } from '../aggregates.ts';
import { commandFields } from './commandFields.ts';

/** What an empty control means: null, nothing said at all, or the empty value itself (an error where text must stand). */
export type WhenBlank = 'null' | 'omit' | 'empty';

interface Common {
  /** The member's name; empty for the whole and for an item of a list. */
  readonly name: string;
  readonly label: string;
  readonly whenBlank: WhenBlank;
  /** Whether the schema refuses an empty control. */
  readonly isNeeded: boolean;
}

/** A field of a command as a form draws it, from the schema that the API and scenario files read. */
export type FieldShape =
  | (Common & { readonly kind: 'text' | 'day' | 'writtenDay' | 'time' | 'number' | 'file' })
  /** `unsaid` = a tick that is not set means no. */
  | (Common & { readonly kind: 'flag'; readonly unsaid: boolean })
  | (Common & { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] })
  | (Common & { readonly kind: 'group'; readonly fields: readonly FieldShape[] })
  | (Common & { readonly kind: 'list'; readonly item: FieldShape });
export type GroupShape = Extract<FieldShape, { kind: 'group' }>;
export type ListShape = Extract<FieldShape, { kind: 'list' }>;

/** The fields of a command as one group. */
export function shapeOf(command: CommandName): GroupShape {
  const shape = readShape('', commandFields[command]);
  if (shape.kind !== 'group') throw new Error(`${command} has no fields`);
  return shape;
}

/** The parts of a schema's definition that are read here. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly defaultValue?: unknown;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly pattern?: RegExp } } }[];
}

const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

/** A schema without what stands around it: whether it may be null or left out, and its label. */
interface Bare {
  readonly schema: z.ZodType;
  readonly label: string;
  readonly whenBlank: WhenBlank;
  readonly unsaid: boolean;
}

function bare(schema: z.ZodType, label = '', whenBlank: WhenBlank = 'empty', unsaid = false): Bare {
  const { type, innerType, defaultValue } = definitionOf(schema);
  const named = label || (schema.description ?? '');
  if (!innerType) return { schema, label: named, whenBlank, unsaid };
  const blank = type === 'nullable' ? 'null' : type === 'optional' && whenBlank === 'empty' ? 'omit' : whenBlank;
  return bare(innerType, named, blank, unsaid || defaultValue === false);
}

function readShape(name: string, wrapped: z.ZodType): FieldShape {
  const { schema, label, whenBlank, unsaid } = bare(wrapped);
  const isNeeded = whenBlank === 'empty' && !unsaid && refusesBlank(schema);
  const common = { name, label, whenBlank, isNeeded };
  const { type, in: input, element, shape = {}, entries = {} } = definitionOf(schema);
  switch (type) {
    case 'object':
      if ('digest' in shape) return { ...common, kind: 'file' };
      return { ...common, kind: 'group', fields: Object.entries(shape).map(([key, one]) => readShape(key, one)) };
    case 'array':
      return readList(common, element);
    case 'enum':
      return { ...common, kind: 'choice', options: Object.values(entries) };
    case 'boolean':
      return { ...common, kind: 'flag', unsaid };
    case 'number':
      return { ...common, kind: 'number' };
    case 'pipe':
      return { ...common, kind: input && definitionOf(input).type === 'string' ? 'writtenDay' : 'text' };
    default:
      return { ...common, kind: textKind(schema) };
  }
}

/** Text may be empty unless a length is asked for; every other value must be there. */
const refusesBlank = (schema: z.ZodType): boolean =>
  !('minLength' in schema) ||
  Number((schema as { minLength: number | null }).minLength ?? 0) > 0 ||
  ('format' in schema && schema.format !== null);

function readList(common: Common, element: z.ZodType | undefined): FieldShape {
  if (!element) throw new Error(`a list of nothing: ${common.name}`);
  const item = readShape('', element);
  return item.kind === 'choice'
    ? { ...common, kind: 'choices', options: item.options }
    : { ...common, kind: 'list', item };
}

function textKind(schema: z.ZodType): 'text' | 'day' | 'time' {
  if ((schema as { format?: string }).format === 'date') return 'day';
  const patterns = (definitionOf(schema).checks ?? []).map((check) => check._zod.def.pattern);
  return patterns.some((pattern) => pattern?.test('09:00') && !pattern.test('24:00')) ? 'time' : 'text';
}

/** The field at a path of names (`form.items.detail`); items of lists are passed through without a number. */
export function fieldAt(shape: FieldShape, path: string): FieldShape | null {
  const [name = '', ...rest] = path.split('.');
  const inside = shape.kind === 'list' ? shape.item : shape;
  const found = inside.kind === 'group' ? inside.fields.find((field) => field.name === name) : undefined;
  if (!found) return null;
  return rest.length === 0 ? found : fieldAt(found, rest.join('.'));
}
