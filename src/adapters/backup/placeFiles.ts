import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupOrder } from '../../app/ports/backups.ts';
import { syncFolder } from '../files/syncFolder.ts';
import { isDamaged } from './carriedFiles.ts';
import type { OpenBackup } from './openBackup.ts';
import { whyNotWritten } from './writeAside.ts';

/**
 * Puts the files of a backup in their places in a data folder that holds none; they are on the disk when this returns.
 * Those that were damaged when they were backed up are left out.
 * @throws CannotStart when the disk is full
 */
export async function placeFiles(dataFolder: string, backup: OpenBackup, order: BackupOrder): Promise<void> {
  try {
    const folders = new Set<string>();
    for (const entry of backup.files.filter((one) => !isDamaged(one))) {
      order.signal.throwIfAborted();
      const path = join(dataFolder, entry.name);
      await placeFile(path, backup.content(entry));
      for (let folder = dirname(path); folder !== dataFolder; folder = dirname(folder)) folders.add(folder);
      order.onProgress({ step: 'files', name: entry.name, bytes: entry.bytes });
    }
    for (const folder of folders) await syncFolder(folder);
  } catch (error) {
    throw whyNotWritten(dataFolder, error);
  }
}

async function placeFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
