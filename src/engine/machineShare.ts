import { availableParallelism, totalmem } from 'node:os';
import type { Recipe } from './recipe/recipe.ts';

/** Memory and threads for the database of a run: what the recipe says, else half of the memory and all threads. */
export function machineShare({ search }: Recipe, threads = availableParallelism()) {
  const constrained = process.constrainedMemory();
  const usable = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  const half = Math.max(256, Math.floor(usable / 2 ** 21));
  return { memoryMiB: search.memoryMiB ?? half, threads };
}
