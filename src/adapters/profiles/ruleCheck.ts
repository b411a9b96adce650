import * as z from 'zod';
import type { RuleCheck } from '../../app/ruleBook.ts';
import type { ShapeMember, ValueShape } from '../../core/organ/valueShape.ts';
import { readRuleSet } from './loadProfiles.ts';
import { profileSchema } from './profileSchema.ts';
import { monthDay, timeOfDay } from './sourced.ts';

/** The part of JSON Schema in which the schema of a profile is written. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** Of a record whose names are not all there. */
  readonly additionalProperties?: Schema | false;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const root = z.toJSONSchema(profileSchema) as Schema;

/** A schema without the null that stands beside it. */
const unlessNull = (schema: Schema): Schema => schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;

const memberOf = ({ properties, additionalProperties }: Schema, name: string): Schema | null =>
  properties?.[name] ?? (additionalProperties || null);

function schemaAt(setting: string): Schema | null {
  return setting.split('.').reduce<Schema | null>((schema, name) => schema && memberOf(unlessNull(schema), name), root);
}

/** The shape of a value: `value` of a sourced one, name and number of a form. */
function shapeOf(setting: string): ValueShape | null {
  const schema = schemaAt(setting);
  if (schema === null) return null;
  const { text, source, law, value, ...rest } = unlessNull(schema).properties ?? {};
  if (!text || !source) return null;
  return value ? valueShape(value) : groupOf({ properties: rest });
}

const groupOf = ({ properties = {} }: Schema): ValueShape => ({ kind: 'group', members: membersOf(properties) });

const membersOf = (properties: Readonly<Record<string, Schema>>): readonly ShapeMember[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    shape: valueShape(unlessNull(schema)),
    isSilent: unlessNull(schema) !== schema,
  }));

function valueShape(schema: Schema): ValueShape {
  const { type, properties, oneOf, minimum = 0 } = schema;
  if (oneOf) return { kind: 'variants', variants: oneOf.map(({ properties: members = {} }) => membersOf(members)) };
  if (schema.enum ?? schema.const) return { kind: 'choice', options: schema.enum ?? [schema.const ?? ''] };
  if (properties) return groupOf(schema);
  if (type === 'boolean') return { kind: 'yesNo' };
  if (type === 'integer') return { kind: 'number', atLeast: minimum };
  return type === 'array' ? listShape(schema.items ?? {}) : textShape(schema);
}

function listShape({ enum: options, properties }: Schema): ValueShape {
  if (options) return { kind: 'choices', options };
  if (!properties) return { kind: 'texts' };
  const { id, ...rest } = properties;
  return { kind: 'sections', ids: id?.enum ?? [], members: membersOf(rest) };
}

function textShape({ pattern }: Schema): ValueShape {
  if (pattern === timeOfDay.source) return { kind: 'time' };
  if (pattern === monthDay.source) return { kind: 'monthDay' };
  return { kind: pattern === undefined ? 'text' : 'day' };
}

/** The check of the profiles, for rule sets and values that come from elsewhere than a file. */
export const ruleCheck: RuleCheck = {
  mistakesIn(ruleSet) {
    const reading = readRuleSet(ruleSet, '');
    return 'mistakes' in reading ? reading.mistakes.map((mistake) => mistake.replace(/^: /, '')) : [];
  },
  shapeOf,
};
