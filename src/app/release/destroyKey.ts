import type { OrganId } from '../../core/role.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';

/** The job behind `destroyReleaseKey`: overwrites and removes the key that two people gave up. Done again it does nothing. */
export async function destroyKey(parts: Parts, organ: OrganId, id: string): Promise<null> {
  const release = await loadCase(parts, organ, 'release', id);
  if (release?.keyDestruction) await parts.vault.destroyKey({ organ, release: id });
  return null;
}
