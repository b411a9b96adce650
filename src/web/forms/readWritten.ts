import type { CommandName } from '../../app/aggregates.ts';
import type { FieldError } from '../../app/fields/commandFields.ts';
import type { FieldShape, GroupShape, ListShape } from '../../app/fields/fieldShape.ts';
import type { KeptFile } from '../../core/keptFile.ts';
import { fieldMistakes } from '../../messages/fieldMistakes.ts';
import { fieldWords } from '../../messages/fieldWords.ts';
import { rowsOf, under, type Written } from './written.ts';

/** The fields of a command as a form says them, and which rows of its lists were kept (empty ones say nothing). */
export interface ReadForm {
  readonly fields: Record<string, unknown>;
  /** By the path of a list: the number of each kept row in the form. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

interface Reading {
  readonly written: Written;
  readonly rows: Map<string, readonly number[]>;
  /** Paths without row numbers that the form does not show, and so does not say. */
  readonly hidden: ReadonlySet<string>;
}

/** Reads what a form says into the raw fields of a command; `readCommand` then judges them. */
export function readWritten(shape: GroupShape, written: Written, hidden: ReadonlySet<string> = new Set()): ReadForm {
  const reading: Reading = { written, rows: new Map(), hidden };
  const fields = groupOf(shape, '', reading);
  return { fields, rows: reading.rows };
}

const nothing = Symbol('nothing');

/** The path of a field without the numbers of rows. */
export const plainPath = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');

function groupOf(shape: GroupShape, path: string, reading: Reading): Record<string, unknown> {
  const members = shape.fields.flatMap((field) => {
    const at = under(path, field.name);
    const value = reading.hidden.has(plainPath(at)) ? nothing : saidBy(field, at, reading);
    return value === nothing ? [] : [[field.name, value] as const];
  });
  return Object.fromEntries(members);
}

function saidBy(shape: FieldShape, path: string, reading: Reading): unknown {
  if (shape.kind !== 'list' && shape.whenBlank !== 'empty' && isBlank(shape, path, reading))
    return shape.whenBlank === 'null' ? null : nothing;
  const text = (reading.written.get(path) ?? '').trim();
  switch (shape.kind) {
    case 'group':
      return groupOf(shape, path, reading);
    case 'list':
      return listOf(shape, path, reading);
    case 'choices':
      return reading.written.getAll(path);
    case 'flag':
      return text === 'yes' ? true : text === 'no' || shape.unsaid ? false : nothing;
    case 'number':
      return numberOf(text);
    case 'file':
      return fileOf(path, reading.written) ?? nothing;
    case 'text':
      return text;
    default:
      return text === '' ? nothing : text;
  }
}

/** A number as it is written in Japan: wide digits and separators are read too; other text stays text. */
function numberOf(text: string): unknown {
  const plain = text.normalize('NFKC').replaceAll(/[,\s円人分件]/g, '');
  if (plain === '') return nothing;
  return /^-?\d+$/.test(plain) ? Number(plain) : text;
}

/** The stored file that a control holds; null = none. */
export function fileOf(path: string, written: Written): KeptFile | null {
  const [name = '', digest, bytes] = ['name', 'digest', 'bytes'].map((part) => written.get(under(path, part)) ?? '');
  return digest ? { name, digest, bytes: Number(bytes) } : null;
}

function listOf(shape: ListShape, path: string, reading: Reading): unknown {
  const kept = Array.from({ length: rowsOf(reading.written, path) }, (_, at) => at).filter(
    (at) => !isBlank(shape.item, under(path, at), reading),
  );
  reading.rows.set(path, kept);
  const values = kept.map((at) => saidBy(shape.item, under(path, at), reading));
  return shape.whenBlank === 'null' && values.length === 0 ? null : values;
}

function isBlank(shape: FieldShape, path: string, reading: Reading): boolean {
  const { written } = reading;
  switch (shape.kind) {
    case 'group':
      return shape.fields.every((field) => isBlank(field, under(path, field.name), reading));
    case 'list':
      return Array.from({ length: rowsOf(written, path) }, (_, at) => at).every((at) =>
        isBlank(shape.item, under(path, at), reading),
      );
    case 'file':
      return !written.get(under(path, 'digest'));
    case 'flag':
      return shape.unsaid ? written.get(path) !== 'yes' : !written.get(path);
    default:
      return written.getAll(path).every((text) => text.trim() === '');
  }
}

/** Mistakes by the name of the control they concern. */
export type Mistakes = ReadonlyMap<string, string>;

/** The errors of a reading in words of a form, at the controls that they are about. */
export function mistakesOf(
  command: CommandName,
  shape: GroupShape,
  { rows }: ReadForm,
  errors: readonly FieldError[],
): Mistakes {
  return new Map(
    errors.map(({ field }) => {
      const { path, found } = locate(shape, field.replaceAll(/\[(\d+)\]/g, '.$1').split('.'), rows);
      const label = fieldWords(command, plainPath(path)).label ?? found.label;
      return [path, fieldMistakes[found.kind](label)] as const;
    }),
  );
}

/** The control of an error: rows that said nothing are counted again. */
function locate(shape: GroupShape, parts: readonly string[], rows: ReadForm['rows']) {
  let found: FieldShape = shape;
  let path = '';
  for (const part of parts) {
    const inside = insideOf(found, part);
    if (!inside) break;
    path = under(path, found.kind === 'list' ? (rows.get(path)?.[Number(part)] ?? part) : part);
    found = inside.label === '' ? { ...inside, label: found.label } : inside;
  }
  return { path, found };
}

function insideOf(shape: FieldShape, part: string): FieldShape | undefined {
  if (shape.kind === 'list') return shape.item;
  return shape.kind === 'group' ? shape.fields.find(({ name }) => name === part) : undefined;
}
