import { delimiterHint } from '../import/delimiterHint.ts';
import { InputError } from '../inputError.ts';
import type { Condition, Recipe } from './recipe.ts';

/** @throws InputError when the columns of the source and those of the recipe are not the same, naming them. */
export function refuseHeader(recipe: Recipe, header: readonly string[]): void {
  const known = new Set(recipe.columns.map(({ name }) => name));
  const unclassified = header.filter((name) => !known.has(name));
  if (unclassified.length > 0)
    throw new InputError(
      '手順書の columns',
      `役割の決まっていない列があります: 「${unclassified.join('」「')}」。columns にそれぞれの role を書いてください。${delimiterHint([header])}`,
    );
  const missing = recipe.columns.filter(({ name }) => !header.includes(name)).map(({ name }) => name);
  if (missing.length > 0)
    throw new InputError(
      '手順書の columns',
      `データにない列があります: 「${missing.join('」「')}」。見出しと一字ずつ比べてください。`,
    );
  for (const { column } of conditionsOf(recipe))
    if (!known.has(column)) throw new InputError('手順書の条件', `列「${column}」はデータにありません。`);
  for (const { place, column } of namedColumns(recipe))
    if (!known.has(column)) throw new InputError(place, `列「${column}」はデータにありません。`);
}

/** Columns that a recipe names beside those of its conditions. */
const namedColumns = ({ columns, records }: Recipe) => [
  ...records.flatMap((step, index) =>
    step.kind === 'objectors'
      ? step.key.map((column) => ({ place: `手順書の records → ${index} → objectors → key`, column }))
      : [],
  ),
  ...columns.flatMap(({ name, treatments }) =>
    treatments.flatMap((one) =>
      one.kind === 'swap'
        ? one.within.map((column) => ({ place: `手順書の columns → ${name} → treat → swap → within`, column }))
        : [],
    ),
  ),
];

/** Every condition of a recipe: of dropped and kept records and of suppressed cells. */
export function conditionsOf(recipe: Recipe): Condition[] {
  const drops = recipe.records.flatMap((step) => ('condition' in step ? [step.condition] : []));
  const cells = recipe.columns.flatMap(({ treatments }) =>
    treatments.flatMap((one) => (one.kind === 'suppressCell' ? [one.condition] : [])),
  );
  return [...drops, ...cells];
}
