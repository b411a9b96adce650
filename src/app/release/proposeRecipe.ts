import { extname, join } from 'node:path';
import type { OrganId } from '../../core/role.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { TableChoice } from '../ports/anonymizer.ts';
import { type DerivedRecipe, deriveRecipe, type RecipeOptions } from './deriveRecipe.ts';
import { objectorRecords } from './objectorRecords.ts';

/** A recipe as proposed, or why there is none yet. */
export type ProposedRecipe =
  | ({ readonly outcome: 'proposed'; readonly format: string; readonly sheets: readonly string[] } & DerivedRecipe)
  /** The release has no source yet. */
  | { readonly outcome: 'sourceMissing' }
  /** The source can't be read: where, and what to do. */
  | {
      readonly outcome: 'unreadable';
      readonly place: string;
      readonly message: string;
      /** Of a workbook; none of another file. */
      readonly sheets: readonly string[];
    };

/**
 * The recipe that the proposal behind a release asks for, from a look at its source. Nothing is set by it: the creator
 * looks at it, decides what is open, and gives `setRecipe`. Asks no policy: whoever shows it has asked for `releaseFiles`.
 * @throws KeyDestroyed
 */
export async function proposeRecipe(
  parts: Parts,
  organ: OrganId,
  id: string,
  options: RecipeOptions & TableChoice,
): Promise<ProposedRecipe> {
  const release = await loadCase(parts, organ, 'release', id);
  const proposal = release && (await loadCase(parts, organ, 'proposal', release.proposal));
  const source = release?.source;
  if (!source || !proposal) return { outcome: 'sourceMissing' };
  const looked = await parts.vault.inPrivateFolder(async (folder) => {
    const path = join(folder, `source${extname(source.name)}`);
    await parts.vault.extract({ organ, release: id }, source.digest, path);
    const { sheet = null, headerRow = null } = options;
    return parts.anonymizer.profile({ folder, source: { name: source.name, path }, sheet, headerRow });
  });
  const { sheets } = looked;
  if (looked.outcome === 'refused')
    return { outcome: 'unreadable', place: looked.place, message: looked.message, sheets };
  const objectors = await objectorRecords(parts, organ, release.proposal, proposal);
  const { format } = looked.profile.source;
  return {
    outcome: 'proposed',
    format,
    sheets,
    ...deriveRecipe(looked.profile, proposal.form.items, { ...options, objectors }),
  };
}
