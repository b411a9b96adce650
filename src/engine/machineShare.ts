import { availableParallelism, totalmem } from 'node:os';
import type { Recipe } from './recipe/recipe.ts';

/** What the program itself takes of the memory of a run, beside the database and the search. */
export const ownMiB = 192;

/**
 * Memory and threads for the database of a run. The limit of the recipe is for the whole process, so the database gets what
 * the program leaves of it; without one it gets half of the machine's memory. All threads unless said otherwise. Spill
 * files as large as the recipe allows.
 */
export function machineShare(recipe: Recipe, threads = availableParallelism()) {
  const limit = memoryLimit(recipe);
  const { spillMiB } = recipe.search;
  return { memoryMiB: limit - ownMiB, threads, ...(spillMiB === null ? {} : { spillMiB }) };
}

/** What the whole process may take, in MiB. */
export function memoryLimit({ search }: Recipe): number {
  const constrained = process.constrainedMemory();
  const usable = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return search.memoryMiB ?? ownMiB + Math.max(256, Math.floor(usable / 2 ** 21));
}
