import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { nothingThere } from '../files/nothingThere.ts';

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

/** The carried files of a folder as they are named there and in the archive, in the order of their names. */
export async function* carriedFiles(dataFolder: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(join(dataFolder, folder)).catch(nothingThere);
  for (const entry of entries?.toSorted() ?? []) {
    const name = `${folder}/${entry}`;
    // A folder may stand on another disk, behind a link.
    const found = await stat(join(dataFolder, name)).catch(nothingThere);
    if (found?.isDirectory()) yield* carriedFiles(dataFolder, name);
    else if (found?.isFile() && folderOfFile(name)) yield name;
  }
}

/** Whether a file's name promises other bytes than it has. */
export const isDamaged = ({ name, sha256 }: { name: string; sha256: string }): boolean =>
  folderOfFile(name) === 'files' && !name.endsWith(sha256);
