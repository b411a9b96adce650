import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './isAlive.ts';
import { whileUnfinished } from './unfinished.ts';

/** A folder of one process alone for what is on disk only while it works. */
export interface ScratchFolder {
  readonly path: string;
  remove(): Promise<void>;
}

const prefix = 'tokumei-scratch-';

/** Makes a scratch folder, and removes those that killed processes left in the same place. */
export async function makeScratchFolder(within: string = tmpdir()): Promise<ScratchFolder> {
  for (const entry of await readdir(within)) {
    const owner = entry.startsWith(prefix) ? Number.parseInt(entry.slice(prefix.length), 10) : Number.NaN;
    // One of another account stays: it can't be removed.
    if (owner > 0 && !isAlive(owner)) await rm(join(within, entry), { recursive: true }).catch(() => undefined);
  }
  const path = await mkdtemp(join(within, `${prefix}${process.pid}-`));
  const forget = whileUnfinished(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true });
      forget();
    },
  };
}
