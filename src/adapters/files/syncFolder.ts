import { open } from 'node:fs/promises';

/** Makes what was named or removed in a folder outlast a power failure. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
