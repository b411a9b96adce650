import { attributeOf } from './hierarchy/attributeOf.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';
import { valueOrder } from './hierarchy/valueOrder.ts';
import { InputError } from './inputError.ts';
import type { Closeness, Requirements, ShareBound } from './lattice/requirements.ts';
import type { ClosenessChoice, Recipe, ShareChoice } from './recipe/recipe.ts';
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
    shares: recipe.shares.map((choice) =>
      shareBoundOf(
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
  switch (distance) {
    case 'ordered':
      return { column, t, distance, rank: valueOrder(coded.hierarchy, coded.values) };
    case 'hierarchical':
      return { column, t, distance, levels: levelsUpToRoot(coded.hierarchy, coded.values) };
    default:
      return unreachable(distance);
  }
}

/** A top of several groups gets a root above it, whether or not values of each of them occur. */
function levelsUpToRoot(hierarchy: Hierarchy, values: readonly (string | null)[]): Uint32Array[] {
  const levels = attributeOf(hierarchy, values)
    .levels.slice(1)
    .map(({ groupOf }) => groupOf);
  const tops = new Set(hierarchy.rows.map((row) => row.at(-1)));
  return tops.size > 1 ? [...levels, new Uint32Array(values.length)] : levels;
}

/** @throws InputError when a bounded value does not occur: a bound that bounds nothing is a slip of the pen. */
function shareBoundOf(choice: ShareChoice, coded: CodedColumn | undefined): ShareBound {
  if (choice.model !== 'frequency') return choice;
  if (choice.values === null) return { ...choice, values: null };
  const missing = choice.values.filter((value) => !coded?.values.includes(value));
  if (missing.length > 0)
    throw new InputError(
      `手順書の privacy → frequency → values`,
      `列「${choice.column}」に値「${missing.join('」「')}」はありません。加工した後の値を、一字ずつ同じに書いてください。`,
    );
  return { ...choice, values: choice.values.map((value) => coded?.values.indexOf(value) ?? -1) };
}

/** The sensitive columns that a requirement names. */
export const requiredSensitive = ({ diversity, closeness, shares }: Recipe): Set<string> =>
  new Set([...diversity, ...closeness, ...shares].map(({ column }) => column));
