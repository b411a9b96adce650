import { randomBytes } from 'node:crypto';
import { InputError } from '../inputError.ts';
import { textEncodings } from '../write/textEncoder.ts';
import { describeIssue } from './describeIssue.ts';
import { readColumn } from './readColumn.ts';
import { readRecordStep, readSynthesis } from './readRecords.ts';
import { readSource, refuseTextKeys } from './readSource.ts';
import type { DiversityChoice, OutputChoice, Recipe, RecipeColumn, ShareChoice } from './recipe.ts';
import { type RecipeDocument, recipeSchema } from './recipeSchema.ts';
import { refuseUndisclosedReads } from './refuseUndisclosedReads.ts';
import { refuseUnequalGroups } from './refuseUnequalGroups.ts';

/**
 * Reads a recipe from its JSON text and checks everything that can be known without the data.
 *
 * @param folder what the paths of the recipe are relative to.
 * @throws InputError that names key, column and value of the first thing that is wrong.
 */
export function readRecipe(text: string, folder: string): Recipe {
  const json = parseJson(text);
  const parsed = recipeSchema.safeParse(json);
  const [issue] = parsed.error?.issues ?? [];
  if (issue) throw describeIssue(issue, json);
  if (!parsed.data) throw new InputError('手順書', '読めません。');
  return toRecipe(parsed.data, json as Record<string, unknown>, folder);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError(
      '手順書',
      `JSON として読めません（${error instanceof Error ? error.message : String(error)}）。かっこ、引用符、コンマを確かめてください。数は半角の数字で書き、NaN や Infinity は書けません。`,
    );
  }
}

function toRecipe(document: RecipeDocument, json: Record<string, unknown>, folder: string): Recipe {
  const columns = Object.entries(document.columns).map(([name, column]) => readColumn(name, column));
  if (columns.length === 0) throw new InputError('手順書の columns', '列が一つもありません。');
  if (columns.every(isDropped))
    throw new InputError('手順書の columns', 'すべての項目が削除され、出力する項目がありません。');
  refuseUnequalGroups(columns);
  const records = (document.records ?? []).flatMap(readRecordStep);
  const personKey = readPersonKey(document, columns);
  refuseUndisclosedReads({ columns, records, personKey });
  const seed = readSeed(document.seed);
  return {
    document: { ...json, seed },
    folder,
    source: readSource(document.source),
    columns,
    records,
    synthesis: readSynthesis(document, columns),
    personKey,
    k: document.privacy.k,
    diversity: (document.privacy.diversity ?? []).map((one, index) => readDiversity(one, index, columns)),
    closeness: (document.privacy.closeness ?? []).map((one, index) => readCloseness(one, index, columns)),
    shares: readShares(document.privacy, columns),
    suppressionLimit: document.suppressionLimit ?? 0,
    recoding: document.recoding ?? 'global',
    search: readSearch(document.search),
    refusedRows: document.refusedRows ?? 0,
    keptOrder: readKeptOrder(document),
    seed,
    output: readOutput(document.output, document.recoding),
  };
}

const readSearch = (document: RecipeDocument['search']): Recipe['search'] => ({
  seconds: document?.seconds ?? null,
  memoryMiB: document?.memoryMiB ?? null,
  spillMiB: document?.spillMiB ?? null,
});

export const isDropped = (column: RecipeColumn) => column.treatments.some(({ kind }) => kind === 'dropColumn');

function readSeed(seed: string | undefined): string {
  if (seed === undefined) return randomBytes(16).toString('hex');
  if (!/^[0-9a-fA-F]{32}$/.test(seed))
    throw new InputError(
      '手順書の seed',
      `値「${seed}」は使えません。32 桁の十六進数で書くか、書かずに実行のたびに作らせてください。`,
    );
  return seed.toLowerCase();
}

function readPersonKey({ person }: RecipeDocument, columns: readonly RecipeColumn[]): readonly string[] {
  const key = person?.key ?? [];
  for (const name of key)
    if (!columns.some((column) => column.name === name))
      throw new InputError('手順書の person → key', `列「${name}」は columns にありません。`);
  return [...new Set(key)];
}

type PrivacyDocument = RecipeDocument['privacy'];

function sensitiveColumn(place: string, name: string, columns: readonly RecipeColumn[]): RecipeColumn {
  const column = columns.find((one) => one.name === name);
  if (!column) throw new InputError(`${place} → column`, `列「${name}」は columns にありません。`);
  if (column.role !== 'sensitive')
    throw new InputError(
      `${place} → column`,
      `列「${name}」の役割は「${column.role}」です。sensitive の列を書いてください。`,
    );
  if (isDropped(column)) throw new InputError(`${place} → column`, `列「${name}」は削除されます。`);
  return column;
}

function readDiversity(
  document: NonNullable<PrivacyDocument['diversity']>[number],
  index: number,
  columns: readonly RecipeColumn[],
): DiversityChoice {
  const place = `手順書の privacy → diversity → ${index}`;
  const { column, model, l, c } = document;
  sensitiveColumn(place, column, columns);
  if (model !== 'entropy' && !Number.isInteger(l))
    throw new InputError(`${place} → l`, `値「${l}」は使えません。整数にしてください。`);
  if (model !== 'recursive') {
    if (c !== undefined) throw new InputError(`${place} → c`, 'c は model が recursive のときだけ使えます。');
    return { column, model, l };
  }
  if (c === undefined) throw new InputError(`${place} → c`, 'model が recursive のときは c が必要です。');
  return { column, model, l, c };
}

function readCloseness(
  document: NonNullable<PrivacyDocument['closeness']>[number],
  index: number,
  columns: readonly RecipeColumn[],
) {
  const place = `手順書の privacy → closeness → ${index}`;
  const column = sensitiveColumn(place, document.column, columns);
  if (document.distance !== 'equal' && column.hierarchy.kind === 'none')
    throw new InputError(
      `${place} → distance`,
      `距離「${document.distance}」には、列「${column.name}」の hierarchy が必要です。`,
    );
  return document;
}

/** (α,k)-anonymity, δ-disclosure privacy and β-likeness. */
function readShares(privacy: PrivacyDocument, columns: readonly RecipeColumn[]): ShareChoice[] {
  const { frequency = [], disclosure = [], likeness = [] } = privacy;
  for (const [model, choices] of Object.entries({ frequency, disclosure, likeness }))
    for (const [index, { column }] of choices.entries())
      sensitiveColumn(`手順書の privacy → ${model} → ${index}`, column, columns);
  return [
    ...frequency.map((one) => ({ ...one, model: 'frequency' as const, values: one.values ?? null })),
    ...disclosure.map((one) => ({ ...one, model: 'disclosure' as const, values: one.values ?? ('all' as const) })),
    ...likeness.map((one) => ({ ...one, model: 'likeness' as const })),
  ];
}

function readKeptOrder({ shuffle, shuffleReason }: RecipeDocument): string | null {
  if (shuffle === false) {
    if (shuffleReason !== undefined) return shuffleReason;
    throw new InputError('手順書の shuffle', '行の順を変えないときは shuffleReason に理由を書いてください。');
  }
  if (shuffleReason !== undefined)
    throw new InputError('手順書の shuffleReason', 'shuffle が false のときだけ書けます。');
  return null;
}

function readOutput(document: RecipeDocument['output'] = {}, recoding?: RecipeDocument['recoding']): OutputChoice {
  const output: OutputChoice = {
    format: document.format ?? 'csv',
    delimiter: document.delimiter ?? ',',
    encoding: document.encoding ?? 'utf-8',
    suppressedAs: document.suppressedAs ?? '*',
    suppressedRecords: document.suppressedRecords ?? 'drop',
    neutralizeFormulas: document.neutralizeFormulas ?? false,
    replacement: document.unencodable?.replaceWith ?? null,
  };
  const place = '手順書の output';
  refuseTextKeys(place, output.format, document);
  if (recoding === 'local' && output.suppressedRecords === 'mark')
    throw new InputError(
      `${place} → suppressedRecords`,
      '値「mark」は recoding が local のときは使えません。除いた記録の印が、残った組を見分ける手がかりになるためです。',
    );
  if (output.replacement !== null && textEncodings[output.encoding].missing(output.replacement) !== undefined)
    throw new InputError(
      `${place} → unencodable → replaceWith`,
      `値「${output.replacement}」も ${output.encoding} で書けません。「〓」などにしてください。`,
    );
  if (/["\r\n]/.test(output.delimiter))
    throw new InputError(`${place} → delimiter`, '引用符と改行は区切りに使えません。');
  return output;
}
