import { availableParallelism, totalmem } from 'node:os';
import type { Recipe } from './recipe/recipe.ts';

/** What the program itself takes of the memory of a run, beside the database. */
const ownMiB = 192;

/**
 * Memory and threads for the database of a run. The limit of the recipe is for the whole process, so the database gets what
 * the program leaves of it; without one it gets half of the machine's memory. All threads unless said otherwise.
 */
export function machineShare({ search }: Recipe, threads = availableParallelism()) {
  const constrained = process.constrainedMemory();
  const usable = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  const half = Math.max(256, Math.floor(usable / 2 ** 21));
  const limit = search.memoryMiB;
  return { memoryMiB: limit === null ? half : Math.max(Math.floor(limit / 2), limit - ownMiB), threads };
}
