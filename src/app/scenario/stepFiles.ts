import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import { openPointText } from '../../messages/openPointText.ts';
import type { Parts } from '../parts.ts';
import type { StoredFile } from '../ports/fileStore.ts';
import type { ColumnPlan, RecipeOptions } from '../release/deriveRecipe.ts';
import { keepFile } from '../release/keepFile.ts';
import { proposeRecipe } from '../release/proposeRecipe.ts';

/** What a creator chooses and decides when the recipe is derived from the proposal. */
export interface Decisions extends RecipeOptions {
  /** Columns that the derivation leaves open, or that the creator wants otherwise. */
  readonly columns?: Readonly<Record<string, ColumnPlan>>;
}

/** Where the files of a step come from and go to. */
export interface StepFiles {
  readonly keep: (content: Uint8Array) => Promise<StoredFile>;
  /** A file beside the scenario. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** The recipe derived from the proposal, with what the creator decided. @throws Error naming what is still open */
  readonly propose: (decisions: Decisions) => Promise<unknown>;
}

export const stepFiles = (parts: Parts, organ: OrganId, stream: StreamRef, read: StepFiles['read']): StepFiles => ({
  keep: (content) => keepFile(parts, organ, stream, content),
  read,
  async propose({ columns = {}, ...options }) {
    const proposed = await proposeRecipe(parts, organ, stream.id, options);
    if (proposed.outcome === 'sourceMissing')
      throw new Error('加工の手順を導くには、先に元データを引き渡してください。');
    if (proposed.outcome === 'unreadable') throw new Error(`${proposed.place}: ${proposed.message}`);
    const open = proposed.open.filter((point) => !('column' in point && point.column in columns));
    if (open.length > 0) throw new Error(open.map(openPointText).join(''));
    return { ...proposed.recipe, columns: { ...proposed.recipe.columns, ...columns } };
  },
});
