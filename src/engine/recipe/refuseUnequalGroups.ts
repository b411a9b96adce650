import { isDeepStrictEqual } from 'node:util';
import { InputError } from '../inputError.ts';
import type { RecipeColumn, Treatment } from './recipe.ts';

/** @throws InputError when columns that are treated together are not treated in the same way. */
export function refuseUnequalGroups(columns: readonly RecipeColumn[]): void {
  const first = new Map<string, { readonly name: string; readonly treatment: Treatment }>();
  for (const { name, treatments } of columns)
    for (const [index, treatment] of treatments.entries()) {
      if (!('group' in treatment) || treatment.group === null) continue;
      const key = `${treatment.kind}:${treatment.group}`;
      const known = first.get(key);
      first.set(key, known ?? { name, treatment });
      if (known && (known.name === name || !isDeepStrictEqual(known.treatment, treatment)))
        throw new InputError(
          `手順書の columns → ${name} → treat → ${index} → ${treatment.kind}`,
          `組「${treatment.group}」の処理が、列「${known.name}」のものと違います。同じ組の列には、同じ処理を一度ずつ書いてください。`,
        );
    }
}
