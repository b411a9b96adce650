import { writeFile } from 'node:fs/promises';
import {
  type AreaTable,
  type CheckedHierarchy,
  checkHierarchy,
  columnValues,
  InputError,
  type MadeHierarchy,
  makeHierarchy,
} from '../engine/index.ts';
import { displayWidth, padDisplay } from '../japan/displayWidth.ts';
import type { Command, Io } from './command.ts';
import { readOptions } from './readOptions.ts';
import { usages } from './usages.ts';

const { usage } = usages.hierarchy;

const options = {
  'built-in': { type: 'string' },
  levels: { type: 'string' },
  widths: { type: 'string' },
  within: { type: 'string' },
  bands: { type: 'string' },
  from: { type: 'string' },
  redact: { type: 'boolean' },
  unreadable: { type: 'string' },
  data: { type: 'string' },
  column: { type: 'string' },
  delimiter: { type: 'string' },
  encoding: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * `tokumei hierarchy make|check|print …`: makes hierarchies by a rule, checks files, prints both.
 * @param areas reads the tables of municipalities and towns for the rules that need them.
 */
export const hierarchyCommand =
  (areas: () => AreaTable): Command =>
  async (args, io) => {
    try {
      const asked = readArguments(args);
      const hasRule = ruleOf(asked) !== null;
      if (asked.action === 'make' && hasRule) return await make(asked, areas, io);
      if (asked.action === 'print' && hasRule) return showMade(await makeFrom(asked, areas), asked, io);
      if (asked.action === 'check') return showFaults(await check(asked), asked, io);
      if (asked.action === 'print') return showFile(await check(asked), asked, io);
      throw new InputError('引数', usage);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      io.error(error.message);
      return 2;
    }
  };

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = readOptions('hierarchy', args, options);
  const [action = '', ...rest] = positionals;
  return { ...values, action, rest, column: values.column ?? '値', json: values.json ?? false };
}

const numbersIn = (option: string, text: string) => text.split(',').map((one) => numberOf(option, one));

function numberOf(option: string, text: string): number {
  if (/^\s*-?\d+\s*$/.test(text)) return Number(text);
  throw new InputError(option, `値「${text}」は使えません。半角の整数で書いてください。例: ${option} 5`);
}

/** The rule as the key `hierarchy` of a recipe would say it; null without one. */
function ruleOf(asked: Asked): object | null {
  const { levels, widths, within, bands, from, redact, unreadable } = asked;
  const builtIn = asked['built-in'];
  if (builtIn === undefined && bands === undefined && !redact) return null;
  return {
    ...(builtIn === undefined ? {} : { builtIn }),
    ...(levels === undefined ? {} : { levels: levels.split(',') }),
    ...(widths === undefined ? {} : { widths: numbersIn('--widths', widths) }),
    ...(within === undefined ? {} : { within }),
    ...(bands === undefined
      ? {}
      : {
          bands: {
            widths: numbersIn('--bands', bands),
            ...(from === undefined ? {} : { from: numberOf('--from', from) }),
          },
        }),
    ...(redact ? { redact: {} } : {}),
    ...(unreadable === undefined ? {} : { unreadable }),
  };
}

async function valuesOf({ data, column, rest, encoding, delimiter }: Asked): Promise<string[]> {
  if (data === undefined && rest.length === 0) throw new InputError('引数', usage);
  if (data === undefined) return rest;
  const dialect = {
    ...(encoding === undefined ? {} : { encoding: encodingOf(encoding) }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
  };
  return (await columnValues(column, { path: data, ...dialect })).map(({ value }) => value);
}

const encodings = ['utf-8', 'utf-8-bom', 'cp932', 'utf-16'] as const;

function encodingOf(text: string): (typeof encodings)[number] {
  const encoding = encodings.find((one) => one === text);
  if (encoding) return encoding;
  throw new InputError('--encoding', `「${text}」は使えません。${encodings.join('、')} のどれかにしてください。`);
}

function delimiterOf(text: string): string {
  if (text === '\\t') return '\t';
  if ([...text].length === 1) return text;
  throw new InputError('--delimiter', `「${text}」は使えません。1 字にしてください。`);
}

const makeFrom = async (asked: Asked, areas: () => AreaTable): Promise<MadeHierarchy> =>
  makeHierarchy({ column: asked.column, hierarchy: ruleOf(asked), values: await valuesOf(asked), areas });

async function make(asked: Asked, areas: () => AreaTable, io: Io): Promise<number> {
  const made = await makeFrom(asked, areas);
  for (const { value, reason } of made.unreadable)
    io.error(`列「${asked.column}」の値「${value}」は読めません: ${reason}。`);
  if (made.unreadable.length > 0 && made.refuses) {
    io.error(`読めない値が ${made.unreadable.length} 種類あります。--unreadable keep か suppress で扱いを選べます。`);
    return 2;
  }
  const lines = made.rows.map((row) => row.map((cell) => quoted(cell ?? '*')).join(','));
  if (asked.json) io.out(JSON.stringify(made));
  else if (asked.out === undefined) for (const line of lines) io.out(line);
  else await save(asked.out, `${lines.join('\n')}\n`);
  return 0;
}

async function save(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EEXIST' ? '既にあります。別の名前にしてください' : `書けません（${error.code}）`;
    throw new InputError(path, `${reason}。`);
  });
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

async function check(asked: Asked): Promise<CheckedHierarchy> {
  const [csv, ...more] = asked.rest;
  if (csv === undefined || more.length > 0) throw new InputError('引数', usage);
  const encoding = encodingOf(asked.encoding ?? 'utf-8');
  const file = { csv, delimiter: delimiterOf(asked.delimiter ?? ','), encoding, column: asked.column };
  if (asked.data === undefined) return checkHierarchy(file);
  const values = await columnValues(asked.column, { path: asked.data });
  return checkHierarchy({ ...file, values: values.map(({ value }) => value) });
}

function showFaults(checked: CheckedHierarchy, asked: Asked, io: Io): number {
  const { groups, faults, notes } = checked;
  const passed = faults.length === 0;
  if (asked.json) io.out(JSON.stringify({ passed, groups, faults, notes }));
  else for (const note of notes) io.out(`注意: ${note}`);
  if (passed && !asked.json) io.out(`使えます。段階ごとの区分の数: ${groups.join('、')}`);
  return tellFaults(checked, asked, io);
}

function tellFaults({ faults }: CheckedHierarchy, { column, rest }: Asked, io: Io): number {
  for (const { message } of faults) io.error(`列「${column}」の階層 ${rest[0]}: ${message}`);
  return faults.length === 0 ? 0 : 1;
}

function showFile(checked: CheckedHierarchy, asked: Asked, io: Io): number {
  const { groups, rows } = checked;
  const levels = groups.map((_, level) => `段階 ${level}`);
  if (asked.json) io.out(JSON.stringify({ levels, groups, rows }));
  else printTable([levels, ...rows, groups.map((count) => `${count} 区分`)], io);
  return tellFaults(checked, asked, io);
}

function showMade({ levels, rows, unreadable }: MadeHierarchy, { json }: Asked, io: Io): number {
  const reasons = new Map(unreadable.map(({ value, reason }) => [value, reason]));
  if (json) io.out(JSON.stringify({ levels, rows, unreadable }));
  else {
    const read = rows.filter(([value]) => !reasons.has(value ?? ''));
    printTable([levels, ...read.map((row) => row.map((cell) => cell ?? '*'))], io);
    for (const [value, reason] of reasons) io.error(`「${value}」は読めません: ${reason}。`);
  }
  return unreadable.length === 0 ? 0 : 1;
}

function printTable(rows: readonly (readonly string[])[], io: Io): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? '')), 0),
  );
  for (const row of rows)
    io.out(
      row
        .map((cell, column) => padDisplay(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
