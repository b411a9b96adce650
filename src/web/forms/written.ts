import type { FieldShape } from '../../app/fields/fieldShape.ts';

/**
 * What stands in a form, by the names of its controls: `form.items.0.name`. `form.items.rows` is how many rows of a list
 * the form shows; `file.name`, `file.digest`, `file.bytes` and `file.held` stand for a file that was sent before.
 */
export type Written = URLSearchParams;

/** The name of a control: never that of a member of the form element itself (`matches`, `title`); ids follow it. */
export const controlName = (path: string): string => `in.${path}`;

/** What was sent, by the paths of the controls. */
export const pathsOf = <Value>(sent: Iterable<readonly [string, Value]>): [string, Value][] =>
  [...sent].flatMap(([name, value]): [string, Value][] => (name.startsWith('in.') ? [[name.slice(3), value]] : []));

export const under = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
export const rowsName = (path: string): string => `${path}.rows`;

/** The most rows that a list of a form can have. */
export const mostRows = 200;

/** How many rows of a list the form shows. */
export function rowsOf(written: Written, path: string): number {
  const rows = Number(written.get(rowsName(path)) ?? '0');
  return Number.isSafeInteger(rows) && rows > 0 ? Math.min(rows, mostRows) : 0;
}

/** Puts a value of a command into the controls of its fields; members that are not there leave their controls empty. */
export function writeValue(written: Written, shape: FieldShape, value: unknown, path = shape.name): Written {
  if (value === null || value === undefined) return written;
  switch (shape.kind) {
    case 'group':
      for (const field of shape.fields)
        writeValue(written, field, (value as Record<string, unknown>)[field.name], under(path, field.name));
      return written;
    case 'list': {
      const rows = value as readonly unknown[];
      written.set(rowsName(path), String(rows.length));
      for (const [at, row] of rows.entries()) writeValue(written, shape.item, row, under(path, at));
      return written;
    }
    case 'choices':
      for (const one of value as readonly string[]) written.append(path, one);
      return written;
    case 'flag':
      written.set(path, value === true ? 'yes' : 'no');
      return written;
    case 'file':
      for (const [name, part] of Object.entries(value as object)) written.set(under(path, name), String(part));
      return written;
    case 'writtenDay':
      written.set(path, typeof value === 'string' ? value : (value as { on: string }).on);
      return written;
    default:
      written.set(path, String(value));
      return written;
  }
}

/**
 * Adds an empty row to a list, takes one out and moves the others up, or lets a file go: `add:form.items`,
 * `remove:form.items.2`, `drop:file`.
 */
export function changeRows(written: Written, step: string): Written {
  const [act = '', path = ''] = step.split(':');
  if (act === 'add') {
    const next = new URLSearchParams(written);
    next.set(rowsName(path), String(Math.min(rowsOf(written, path) + 1, mostRows)));
    return next;
  }
  if (act === 'drop') return new URLSearchParams([...written].filter(([name]) => !name.startsWith(`${path}.`)));
  const at = path.lastIndexOf('.');
  return withoutRow(written, path.slice(0, at), Number(path.slice(at + 1)));
}

function withoutRow(written: Written, list: string, gone: number): Written {
  const next = new URLSearchParams();
  for (const [name, value] of written) {
    const [row, ...rest] = name.startsWith(`${list}.`) ? name.slice(list.length + 1).split('.') : [];
    const at = Number(row);
    if (row === undefined || !Number.isSafeInteger(at)) next.append(name, value);
    else if (at !== gone) next.append([list, at > gone ? at - 1 : at, ...rest].join('.'), value);
  }
  next.set(rowsName(list), String(Math.max(0, rowsOf(written, list) - 1)));
  return next;
}
