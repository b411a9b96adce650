import { randomBytes } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const pieceBytes = 1024 * 1024;

/** Writes random bytes over a whole file and syncs it. A disk that writes elsewhere may keep the old bytes: use full-disk encryption beneath. */
export async function overwrite(file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  try {
    for (let at = 0; at < size; at += pieceBytes)
      await handle.write(randomBytes(Math.min(pieceBytes, size - at)), 0, null, at);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Overwrites every file of a folder and removes it; does nothing where there is none. */
export async function wipeFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isFile()) await overwrite(join(entry.parentPath, entry.name));
  await rm(folder, { recursive: true, force: true });
}
