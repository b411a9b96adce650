import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClosedRelease } from '../../app/ports/backups.ts';
import type { ReleaseRef } from '../../app/ports/releaseVault.ts';
import type { OrganId } from '../../core/role.ts';
import { nothingThere } from '../files/nothingThere.ts';
import { createReleaseKeyFiles } from './releaseKeyFiles.ts';

/** The releases that have sealed files in a data folder. */
async function sealedReleases(dataFolder: string): Promise<readonly ReleaseRef[]> {
  const names = await readdir(join(dataFolder, 'vault'), { recursive: true }).catch(nothingThere);
  return (names ?? []).toSorted().flatMap((name) => {
    const [, organ, release] = /^([^/]+)\/of-([^/]+)$/.exec(name) ?? [];
    return organ === undefined || release === undefined
      ? []
      : [{ organ: organ as OrganId, release: decodeURIComponent(release) }];
  });
}

/**
 * Closes for good, in a data folder that was brought back, every release whose key was destroyed and every one that has
 * sealed files and no key: it never gets another key.
 */
export async function closeReleases(
  dataFolder: string,
  destroyed: readonly ReleaseRef[],
): Promise<readonly ClosedRelease[]> {
  const keys = await createReleaseKeyFiles(join(dataFolder, 'keys', 'releases'));
  for (const release of destroyed) await keys.destroy(release);
  const closed: ClosedRelease[] = destroyed.map(({ organ, release }) => ({ organ, release, reason: 'destroyed' }));
  const isDestroyed = ({ organ, release }: ReleaseRef) =>
    destroyed.some((one) => one.organ === organ && one.release === release);
  for (const release of (await sealedReleases(dataFolder)).filter((one) => !isDestroyed(one))) {
    const standing = await keys.standing(release);
    if (standing === 'living') continue;
    if (standing === 'none') await keys.destroy(release);
    closed.push({ ...release, reason: standing === 'none' ? 'missing' : 'destroyed' });
  }
  return closed;
}
