import { readRecipe } from '../recipe/readRecipe.ts';
import type { Report } from './reportTypes.ts';

/** The memory limit of the recipe, in MiB, where the run took more; null where it kept it, or had none. */
export function exceededMemory({ recipe, peakMemoryMiB }: Pick<Report, 'recipe' | 'peakMemoryMiB'>): number | null {
  const { memoryMiB } = readRecipe(JSON.stringify(recipe), '').search;
  return memoryMiB !== null && peakMemoryMiB > memoryMiB ? memoryMiB : null;
}
