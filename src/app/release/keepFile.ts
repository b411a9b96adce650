import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import type { Parts } from '../parts.ts';
import type { StoredFile } from '../ports/fileStore.ts';

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
