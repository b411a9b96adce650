import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Anonymized,
  Anonymizer,
  AnonymizerOrder,
  BuiltInKind,
  MadeFile,
  Profiled,
  SourceColumn,
  SourceProfile,
} from '../../app/ports/anonymizer.ts';
import {
  anonymize,
  columnValues,
  InputError,
  makeHierarchy,
  type ProfiledColumn,
  type ProfiledFile,
  type ProfileOptions,
  profile,
  type Report,
  sheetNames,
  sourceFormat,
} from '../../engine/index.ts';
import { japaneseAreas } from '../areas/japaneseAreas.ts';

/** The anonymization engine as the procedure uses it: one recipe, one source, one folder. */
export function createEngineAnonymizer(): Anonymizer {
  return {
    profile: look,
    anonymize: (order) => run(order).catch(refusalOf(order.source)),
  };
}

async function look({ folder, source: file, sheet, headerRow }: ProfileOrder): Promise<Profiled> {
  const { path } = file;
  const isWorkbook = (await sourceFormat(path)) === 'xlsx';
  const sheets = isWorkbook ? await sheetNames(path).catch(() => []) : [];
  const options: ProfileOptions = {
    ...{ path, folder },
    ...(isWorkbook && sheet ? { sheet } : {}),
    ...(isWorkbook && headerRow ? { headerRow } : {}),
  };
  try {
    const { source, rows, columns } = await profile(options);
    const looked: SourceColumn[] = [];
    for (const column of columns) looked.push(await columnOf(column, options));
    return { outcome: 'profiled', profile: { source: sourceOf(source), rows, columns: looked }, sheets };
  } catch (error) {
    return { ...refusalOf(file)(error), sheets };
  }
}

type ProfileOrder = Parameters<Anonymizer['profile']>[0];

/** The source as a recipe names it: only a text has a delimiter and an encoding. */
function sourceOf({ format, delimiter, encoding, sheet, headerRow }: ProfiledFile['source']): SourceProfile['source'] {
  if (format === 'parquet') return { format };
  if (format !== 'xlsx') return { format: 'csv', delimiter, encoding };
  return { format, ...(sheet === undefined ? {} : { sheet }), ...(headerRow === undefined ? {} : { headerRow }) };
}

async function columnOf(
  { name, role, kind, type, distinct, empty, cuts }: ProfiledColumn,
  file: ProfileOptions,
): Promise<SourceColumn> {
  const builtIn = builtInOf(kind, type);
  const unreadable = builtIn === null ? 0 : await countUnreadable(name, builtIn, file);
  return {
    ...{ name, role, kind, type, distinct, empty, cuts },
    builtIn: builtIn === null ? null : { name: builtIn, unreadable },
  };
}

const kinds: Readonly<Record<string, BuiltInKind>> = {
  住所: 'address',
  電話番号: 'phone',
  郵便番号: 'postalCode',
  団体コード: 'municipality',
};

/** The built-in hierarchy of a kind of column. */
const builtInOf = (kind: string | null, type: string): BuiltInKind | null =>
  kinds[kind ?? ''] ?? (type === 'date' ? 'date' : null);

async function countUnreadable(column: string, builtIn: BuiltInKind, file: ProfileOptions): Promise<number> {
  const counted = (await columnValues(column, file)).filter(({ value }) => value !== '');
  const values = counted.map(({ value }) => value);
  const { unreadable } = await makeHierarchy({ column, hierarchy: { builtIn }, values, areas: japaneseAreas });
  const unplaced = new Set(unreadable.map(({ value }) => value));
  return counted.reduce((sum, { value, records }) => (unplaced.has(value) ? sum + records : sum), 0);
}

async function run(order: AnonymizerOrder): Promise<Anonymized> {
  const { folder, source, recipe: text, onStep, onSearch, onDone, signal } = order;
  const recipe = join(folder, 'recipe.json');
  const out = join(folder, 'result');
  await writeFile(recipe, withSource(text, source.path, await sourceFormat(source.path)), { mode: 0o600 });
  const outcome = await anonymize({
    recipe,
    out,
    areas: japaneseAreas,
    ...(signal ? { signal } : {}),
    onSearch: ({ left }) => onSearch?.(left),
    onDone: (share) => {
      signal?.throwIfAborted();
      onDone?.(share);
    },
    onStep: (step, records) => {
      signal?.throwIfAborted();
      onStep?.(step, records);
    },
  });
  if (outcome.kind === 'refused')
    return { outcome: 'refused', place: outcome.refusal.code, message: outcome.refusal.message };
  return { outcome: 'made', made: madeOf(outcome.report, out) };
}

/** The recipe with the handed-in source in the place of the one that it names, and its format where it names none. */
function withSource(text: string, path: string, format: string): string {
  const recipe = parse(text);
  const source = typeof recipe.source === 'object' ? recipe.source : {};
  return JSON.stringify({ ...recipe, source: { format, ...source, path } });
}

function parse(text: string): Record<string, unknown> {
  try {
    const recipe: unknown = JSON.parse(text);
    if (typeof recipe === 'object' && recipe !== null) return recipe as Record<string, unknown>;
  } catch (error) {
    throw new InputError('手順書', `JSON として読めません: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new InputError('手順書', '項目の集まり { … } で書いてください。');
}

const madeOf = (report: Report, out: string) => ({
  output: { name: report.outputFile, path: join(out, report.outputFile) },
  report: { name: 'report.json', path: join(out, 'report.json') },
  reportPage: { name: 'report.html', path: join(out, 'report.html') },
  publicReport: { name: 'public-report.json', path: join(out, 'public-report.json') },
  publicReportPage: { name: 'public-report.html', path: join(out, 'public-report.html') },
  rows: report.rows,
  outputRows: report.outputRows,
  suppressedRecords: report.suppressedRecords,
  // Some of the suppressed persons may have other records left: at least so many are in the output.
  persons: report.persons === null ? report.outputRows : report.persons - (report.suppressedPersons ?? 0),
  items: report.columns.filter(({ written }) => written).map(({ name }) => name),
  check: {
    passed: report.verification.passed,
    items: itemsOf(report),
    smallestClass: report.verification.smallestClass,
    classes: report.verification.classes,
  },
  engineVersion: report.engineVersion,
});

function itemsOf({ verification: { items } }: Report) {
  const passed = (item: keyof typeof items) => items[item].passed;
  return { '1': passed(1), '2': passed(2), '3': passed(3), '4': passed(4), '5': passed(5) };
}

/** What can't be used, in words that name the file as it was handed in and not its place on this machine. */
const refusalOf =
  ({ name, path }: MadeFile) =>
  (error: unknown): Extract<Anonymized, { outcome: 'refused' }> => {
    if (!(error instanceof InputError)) throw error;
    const named = (text: string) => text.replaceAll(path, name);
    return { outcome: 'refused', place: named(error.place), message: named(error.message) };
  };
