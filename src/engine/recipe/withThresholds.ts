import type { Recipe, RecipeColumn } from './recipe.ts';

type Json = Record<string, unknown>;

/** The recipe as run: where the data decided a threshold, it stands in the recipe as if it had been given. */
export function withThresholds(recipe: Recipe, resolved: readonly RecipeColumn[]): Recipe {
  const columns = recipe.columns.map((column) => resolved.find(({ name }) => name === column.name) ?? column);
  const document = structuredClone(recipe.document) as Json & { columns: Record<string, { treat?: Json[] }> };
  for (const [index, column] of columns.entries())
    for (const [place, treatment] of column.treatments.entries())
      if (treatment !== recipe.columns[index]?.treatments[place] && 'label' in treatment) {
        const written = document.columns[column.name]?.treat?.[place];
        const { kind, from, label } = treatment;
        if (written) written[kind] = { ...(written[kind] as Json), from, label };
      }
  return { ...recipe, columns, document };
}
