import * as z from 'zod';

/** Text that says something. */
export const text = z.string().min(1);

const source = z.enum(['Y', 'I', 'A', 'H', 'K', '機関', '法', '規則', '民法', '設計', '設定']);

export const citation = { text, source, law: text.exactOptional() };

/** `09:00` */
export const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;
/** `12-29` */
export const monthDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A value with its source, or null where no source gives it. */
export const sourced = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, ...citation }).nullable();

export const provision = { label: z.string(), wording: text.nullable(), ...citation };

export const yesNo = sourced(z.boolean());
export const words = sourced(text);
export const wordList = sourced(z.array(text).min(1));
export const count = sourced(z.int().min(1));
/** Yen, whole and not negative. */
export const yen = z.int().min(0);

/** A list of some of these names. */
export const some = <const Name extends string>(...names: readonly Name[]) => z.array(z.enum(names)).min(1);
/** One of these names, with its source. */
export const oneOf = <const Name extends string>(...names: readonly Name[]) => sourced(z.enum(names));
/** An object that has exactly these names. */
export const each = <const Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>);
