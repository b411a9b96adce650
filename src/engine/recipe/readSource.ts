import { InputError } from '../inputError.ts';
import type { SourceChoice } from './recipe.ts';
import type { RecipeDocument } from './recipeSchema.ts';

/** Where the records come from, its keys fitting its format. */
export function readSource(document: RecipeDocument['source']): SourceChoice {
  const { format = 'csv', sheet, headerRow } = document;
  const place = '手順書の source';
  const path = pathOf(place, format, document);
  refuseTextKeys(place, format, document);
  if (format !== 'xlsx' && (sheet ?? headerRow) !== undefined)
    throw new InputError(place, 'sheet と headerRow は format が xlsx のときだけ使えます。');
  return {
    path,
    format,
    delimiter: document.delimiter ?? ',',
    encoding: document.encoding ?? 'utf-8',
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
  };
}

/** A database has tables, every other source is a file. */
function pathOf(place: string, format: SourceChoice['format'], { path, table }: RecipeDocument['source']): string {
  const [wanted, other] = format === 'postgresql' ? (['table', 'path'] as const) : (['path', 'table'] as const);
  const given = { path, table };
  if (given[other] !== undefined)
    throw new InputError(`${place} → ${other}`, `format が ${format} のときは使えません。${wanted} を書いてください。`);
  if (given[wanted] === undefined) throw new InputError(`${place} → ${wanted}`, 'この項目が必要です。');
  return given[wanted];
}

/** Only a text file has an encoding and a delimiter. */
export function refuseTextKeys(
  place: string,
  format: SourceChoice['format'],
  { encoding, delimiter }: { readonly encoding?: unknown; readonly delimiter?: unknown },
): void {
  if (format !== 'csv' && (encoding ?? delimiter) !== undefined)
    throw new InputError(place, 'encoding と delimiter は format が csv のときだけ使えます。');
}
