import type { RecipeColumn, Treatment } from '../recipe/recipe.ts';

type PseudoId = Extract<Treatment, { kind: 'pseudoId' }>;

/** The treatment by which a column holds pseudo-IDs (仮ID). */
export const pseudoIdOf = ({ treatments }: RecipeColumn): PseudoId | undefined =>
  treatments.find((one): one is PseudoId => one.kind === 'pseudoId');

export const isPseudoId = (column: RecipeColumn): boolean => pseudoIdOf(column) !== undefined;
