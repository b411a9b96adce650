import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../inputError.ts';
import { readRecipe } from './readRecipe.ts';
import type { Recipe } from './recipe.ts';

/**
 * Reads a recipe file; its paths are relative to its folder.
 * @throws InputError when the file can't be read or the recipe can't be used.
 */
export async function readRecipeFile(path: string): Promise<{ readonly recipe: Recipe; readonly bytes: Buffer }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(path, `手順書を読めません（${error.code}）。場所を確かめてください。`);
  });
  return { recipe: readRecipe(bytes.toString('utf8'), dirname(resolve(path))), bytes };
}
