import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CannotStart } from '../../app/ports/cannotStart.ts';

/**
 * Makes a folder and those above it, one by one: Node's own way never ends where the system refuses with ENOENT (/proc).
 * Others may pass but not look: the embedded server may have to run as another user, in a closed folder of its own.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o711 });
}

/**
 * Makes the data folder where it is not there yet.
 * @returns its absolute path
 * @throws CannotStart when it cannot be made or written to.
 */
export function prepareDataFolder(dataFolder: string): string {
  const folder = resolve(dataFolder);
  try {
    makeFolder(folder);
    accessSync(`${folder}/.`, constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotStart(
      `DATA_DIR「${folder}」に書き込めません (${code})。書き込める場所を指定するか、この場所の持ち主と権限を確かめてください。`,
    );
  }
}
