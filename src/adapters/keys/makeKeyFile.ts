import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../files/syncFolder.ts';

/** Stands in the name of a key file that is being written; what a killed program left of one may be removed. */
export const asideMark = '.aside-';

/**
 * Makes a key file of mode 0600: written aside, synced and linked into place, so that of two that make a key at once one wins
 * and both use it. It outlasts a power failure when this returns.
 */
export async function makeKeyFile(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}${asideMark}${randomUUID()}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(aside, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(aside);
  await syncFolder(dirname(file));
}
