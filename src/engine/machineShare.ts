import { availableParallelism, totalmem } from 'node:os';
import type { Recipe } from './recipe/recipe.ts';

/** What the program itself takes of the memory of a run, beside the database and the search. */
export const ownMiB = 192;

/** What a thread of the database has to have: each groups and sorts in memory of its own. */
const threadMiB = 32;

/** What the database of a run begins with, its spill files as large as the recipe allows. */
export function machineShare(recipe: Recipe, threads?: number) {
  const { spillMiB } = recipe.search;
  return { ...shareOf(memoryLimit(recipe), threads), ...(spillMiB === null ? {} : { spillMiB }) };
}

/**
 * Memory and threads that the database begins with. The limit is for the whole process, so the database gets what the program
 * leaves of it; and of the threads, all of the machine unless told, as many as there is memory for.
 */
export function shareOf(limitMiB: number, threads = availableParallelism()) {
  const memoryMiB = limitMiB - ownMiB;
  return { memoryMiB, threads: Math.max(1, Math.min(threads, Math.floor(memoryMiB / threadMiB))) };
}

/** What the whole process may take, in MiB; unless the recipe says, half of the machine's memory beside the program itself. */
export function memoryLimit({ search }: Recipe): number {
  const constrained = process.constrainedMemory();
  const usable = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return search.memoryMiB ?? ownMiB + Math.max(256, Math.floor(usable / 2 ** 21));
}
