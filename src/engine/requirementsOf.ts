import { attributeOf } from './hierarchy/attributeOf.ts';
import { valueOrder } from './hierarchy/valueOrder.ts';
import type { Closeness, Requirements } from './lattice/requirements.ts';
import type { ClosenessChoice, Recipe } from './recipe/recipe.ts';
import type { CodedColumn } from './treat/encodeRecords.ts';
import { unreachable } from './unreachable.ts';

/** The requirements of a recipe in the codes of its sensitive columns. */
export function requirementsOf(recipe: Recipe, sensitive: readonly CodedColumn[]): Requirements {
  return {
    k: recipe.k,
    diversity: recipe.diversity,
    closeness: recipe.closeness.map((choice) =>
      closenessOf(
        choice,
        sensitive.find(({ column }) => column.name === choice.column),
      ),
    ),
    suppressionLimit: recipe.suppressionLimit,
  };
}

function closenessOf({ column, t, distance }: ClosenessChoice, coded: CodedColumn | undefined): Closeness {
  if (distance === 'equal') return { column, t, distance };
  if (!coded?.hierarchy) throw new Error(`the sensitive column ${column} has no hierarchy`);
  const attribute = attributeOf(coded.hierarchy, coded.values);
  switch (distance) {
    case 'ordered':
      return { column, t, distance, rank: valueOrder(coded.hierarchy, coded.values) };
    case 'hierarchical':
      return { column, t, distance, levels: attribute.levels.slice(1).map(({ groupOf }) => groupOf) };
    default:
      return unreachable(distance);
  }
}

/** The sensitive columns that a requirement names. */
export const requiredSensitive = ({ diversity, closeness }: Recipe): Set<string> =>
  new Set([...diversity, ...closeness].map(({ column }) => column));
