import * as z from 'zod';
import { parseJapaneseDate } from '../../japan/parseJapaneseDate.ts';

/** A field with its Japanese label, which forms, the API and the reference show. */
export const labelled = <Schema extends z.ZodType>(label: string, schema: Schema): Schema => schema.describe(label);

/** Text of one or more lines; blanks around it are no part of it. */
export const text = (label: string) => labelled(label, z.string().trim());

/** Text that may not be empty. */
export const filledText = (label: string) => labelled(label, z.string().trim().min(1));

/** May be left out or null: the paper is silent on it. */
export const silent = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullable()
    .default(null as never)
    .describe(schema.description ?? '');

/** 文書番号 of a paper that may deliberately bear none. */
export const paperNumber = silent(filledText('文書番号'));

export const day = (label: string) => labelled(label, z.iso.date());

/** Japan's local date and time, `YYYY-MM-DDThh:mm`. */
export const localTime = (label: string) =>
  labelled(label, z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'YYYY-MM-DDThh:mm'));

/** `hh:mm` of Japan's local time. */
export const timeOfDay = (label: string) => labelled(label, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hh:mm'));

export const count = (label: string) => labelled(label, z.int().min(0));

export const flag = (label: string) => labelled(label, z.boolean());

export const oneOf = <const Values extends readonly [string, ...string[]]>(label: string, values: Values) =>
  labelled(label, z.enum(values));

export const list = <Schema extends z.ZodType>(label: string, schema: Schema) =>
  labelled(label, z.array(schema).default([]));

/** A file that was stored before. */
export const keptFile = (label: string) =>
  labelled(
    label,
    z.strictObject({
      name: filledText('ファイル名'),
      digest: labelled('SHA-256', z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256')),
      bytes: count('バイト数'),
    }),
  );

/**
 * A date of the register in 西暦 or 和暦. The text is kept where it is no plain date: 平成31年7月1日 means 2019-07-01 and lies
 * outside of its era (1c-16).
 */
export const writtenDate = (label: string) =>
  labelled(
    label,
    z.string().transform((written, context) => {
      const read = parseJapaneseDate(written);
      if (read === undefined) {
        context.addIssue({ code: 'custom', message: 'date', input: written });
        return z.NEVER;
      }
      return { on: read.day, asWritten: read.day === written ? null : written };
    }),
  );

export const desk = (label: string) =>
  labelled(label, z.strictObject({ name: filledText('名称'), address: filledText('所在地') }));

export const period = (label: string) => labelled(label, z.strictObject({ from: day('初日'), to: day('末日') }));
