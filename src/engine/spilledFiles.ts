import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The temporary files of a run took all that they may. */
export class SpillLimitError extends Error {
  override readonly name = 'SpillLimitError';
}

/** Files that a run has its database write for later, and that count with those that the database spills by itself. */
export interface SpilledFiles {
  bytes(): Promise<number>;
  /**
   * Waits for one to be written, and ends that when all together grow too large.
   * @throws SpillLimitError
   */
  write(path: string, writing: Promise<unknown>, interrupt: () => void): Promise<void>;
  /** One of them was removed. */
  forget(path: string): void;
}

/** How often the files are looked at while one is written, in milliseconds. */
const interval = 50;

/** Names of the files that the database spills. */
const ofDatabase = /^duckdb_temp_/;

/** @param folder of the run. @param mostBytes that all together may take. */
export function spilledFiles(folder: string, mostBytes: number): SpilledFiles {
  const written = new Set<string>();
  const sizeOf = async (names: readonly string[]): Promise<number> => {
    // The database removes its own at any time.
    const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => ({ size: 0 }))));
    return sizes.reduce((sum, { size }) => sum + size, 0);
  };
  const isOver = async () => {
    const names = (await readdir(folder)).filter((name) => written.has(name) || ofDatabase.test(name));
    return (await sizeOf(names)) > mostBytes;
  };
  return {
    bytes: () => sizeOf([...written]),
    write: async (path, writing, interrupt) => {
      written.add(basename(path));
      const ended = writing.then(
        () => true,
        () => true,
      );
      for (let ends = false; !ends; ) {
        ends = await Promise.race([ended, setTimeout(interval, false, { ref: false })]);
        if (!(await isOver())) continue;
        interrupt();
        await ended;
        throw new SpillLimitError();
      }
      await writing;
    },
    forget: (path) => void written.delete(basename(path)),
  };
}
