import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotStart } from '../../app/ports/cannotStart.ts';

/**
 * Makes the data folder where it is not there yet.
 * @returns its absolute path
 * @throws CannotStart when it cannot be made or written to.
 */
export function prepareDataFolder(dataFolder: string): string {
  const folder = resolve(dataFolder);
  try {
    // Others may pass but not look: the embedded server may have to run as another user, in a closed folder of its own.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotStart(
      `DATA_DIR「${folder}」に書き込めません (${code})。書き込める場所を指定するか、この場所の持ち主と権限を確かめてください。`,
    );
  }
}
