import type { DeriveRecipe } from '../../core/release/commands.ts';
import type { ReleaseFacts } from '../../core/release/facts.ts';
import { isUndecided } from '../../core/release/openPoint.ts';
import type { OrganId } from '../../core/role.ts';
import { openPointText } from '../../messages/openPointText.ts';
import type { Parts } from '../parts.ts';
import { proposeRecipe } from './proposeRecipe.ts';
import { withoutValues } from './withoutValues.ts';

/**
 * The recipe that `deriveRecipe` asks for, kept encrypted with the release, and in words what the creator still has to
 * decide.
 */
export async function keepDerivedRecipe(
  parts: Parts,
  organ: OrganId,
  id: string,
  { k, suppressionPercent, decisions, objectorColumn = null, sheet = null, headerRow = null }: DeriveRecipe,
): Promise<ReleaseFacts['derived']> {
  const proposed = await proposeRecipe(parts, organ, id, {
    k,
    suppressionLimit: suppressionPercent / 100,
    decisions,
    ...{ objectorColumn, sheet, headerRow },
  });
  if (proposed.outcome === 'unreadable') return { recipe: null, open: [withoutValues(proposed.message)] };
  if (proposed.outcome === 'sourceMissing') return null;
  const text = Buffer.from(`${JSON.stringify(proposed.recipe, null, 2)}\n`);
  const recipe = { name: 'recipe.json', ...(await parts.vault.put({ organ, release: id }, text)) };
  return { recipe, open: proposed.open.filter(isUndecided).map(openPointText) };
}
