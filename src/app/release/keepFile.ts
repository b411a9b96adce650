import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import type { Parts } from '../parts.ts';
import type { StoredFile } from '../ports/fileStore.ts';
import { KeyDestroyed } from '../ports/releaseVault.ts';

/**
 * Keeps a file that a command of this case will name: those of a release (its source, its recipe) encrypted under the
 * release's key, all others in the file store. Every way in (form, API, scenario) comes through here.
 * @throws KeyDestroyed
 */
export const keepFile = (
  { files, vault }: Pick<Parts, 'files' | 'vault'>,
  organ: OrganId,
  { kind, id }: StreamRef,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<StoredFile> => (kind === 'release' ? vault.put({ organ, release: id }, content) : files.put(content));

/**
 * The bytes of a file of a case, from where the case keeps it; null when the key of its release was destroyed. Asks no
 * policy: whoever hands it out has asked.
 */
export async function takeFile(
  { files, vault }: Pick<Parts, 'files' | 'vault'>,
  organ: OrganId,
  { kind, id }: StreamRef,
  digest: string,
): Promise<Uint8Array | null> {
  const release = { organ, release: id };
  if (kind !== 'release' || !(await vault.has(release, digest))) return files.get(digest);
  return vault.get(release, digest).catch((error: unknown) => {
    if (error instanceof KeyDestroyed) return null;
    throw error;
  });
}
