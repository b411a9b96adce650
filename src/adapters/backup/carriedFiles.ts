import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The folders of a data folder that a backup carries, and the names of their files; what is being written has another. */
const shapes = {
  /** Checkpoints of the audit log: a witness outside the database. */
  audit: /^audit\/[\w-][\w.-]*$/,
  files: /^files\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/,
  vault: /^vault\/[a-z0-9-]+\/of-[\w.!~*'()%-]+\/[0-9a-f]{64}$/,
} as const;

export type CarriedFolder = keyof typeof shapes;

/** The folder of a name that a carried file may have; undefined for any other. */
export const folderOfFile = (name: string): CarriedFolder | undefined =>
  (Object.keys(shapes) as CarriedFolder[]).find((folder) => shapes[folder].test(name));

export interface CarriedFile {
  /** As it stands in the data folder and in the archive. */
  readonly name: string;
  readonly bytes: number;
}

const byName = (one: Dirent, other: Dirent): number => (one.name < other.name ? -1 : 1);

/** The carried files of a folder, in the order of their names. */
export async function* carriedFiles(dataFolder: string, folder: string): AsyncGenerator<CarriedFile> {
  const entries = await readdir(join(dataFolder, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted(byName)) {
    const path = join(dataFolder, folder, entry.name);
    if (entry.isDirectory()) yield* carriedFiles(dataFolder, relative(dataFolder, path));
    const name = relative(dataFolder, path);
    if (!entry.isFile() || !folderOfFile(name)) continue;
    const found = await stat(path).catch(() => null);
    if (found) yield { name, bytes: found.size };
  }
}

/** Whether a file's name promises other bytes than it has. */
export const isDamaged = ({ name, sha256 }: { name: string; sha256: string }): boolean =>
  folderOfFile(name) === 'files' && !name.endsWith(sha256);
