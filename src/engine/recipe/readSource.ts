import { InputError } from '../inputError.ts';
import type { SourceChoice, TableFormat } from './recipe.ts';
import type { RecipeDocument } from './recipeSchema.ts';

/** Where the records come from, its keys fitting its format. */
export function readSource(document: RecipeDocument['source']): SourceChoice {
  const { path, format = 'csv', sheet, headerRow } = document;
  const place = '手順書の source';
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

/** Only a text file has an encoding and a delimiter. */
export function refuseTextKeys(
  place: string,
  format: TableFormat,
  { encoding, delimiter }: { readonly encoding?: unknown; readonly delimiter?: unknown },
): void {
  if (format !== 'csv' && (encoding ?? delimiter) !== undefined)
    throw new InputError(place, 'encoding と delimiter は format が csv のときだけ使えます。');
}
