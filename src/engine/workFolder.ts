import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from './inputError.ts';
import { isAlive } from './isAlive.ts';
import { makeFolder } from './makeFolder.ts';
import { whileUnfinished } from './unfinished.ts';

/** A folder beside the wanted one in which a run works; nothing appears in the wanted one before the run is done. */
export interface WorkFolder {
  /** Files that become the result. */
  readonly result: string;
  /** Spill files of the database. */
  readonly spill: string;
  /** Puts the result in its place, at once. */
  release(): Promise<void>;
  /** Removes what is left, whether released or not. */
  remove(): Promise<void>;
}

/**
 * Makes the work folder of a run, and removes those that crashed runs left.
 *
 * @param replace whether an existing result may be replaced; other files beside it stay.
 * @throws InputError when the wanted folder exists and holds files, or its place can't be written.
 */
export async function makeWorkFolder(wanted: string, replace: boolean): Promise<WorkFolder> {
  const target = await realpath(wanted).catch(() => resolve(wanted));
  const prefix = `.${basename(target)}.running-`;
  await removeStale(dirname(target), prefix, target);
  await refuseOccupied(target, replace);
  const folder = await makeOwnFolder(dirname(target), prefix, target);
  const [result, spill] = [join(folder, 'result'), join(folder, 'spill')];
  const forget = whileUnfinished(() => undo(folder, target));
  await Promise.all([mkdir(result, { mode: 0o700 }), mkdir(spill, { mode: 0o700 })]);
  return {
    result,
    spill,
    release: () => putInPlace(result, target, join(folder, replaced)),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      forget();
    },
  };
}

/** Name in a work folder of the result that is being replaced. */
const replaced = 'replaced';

/** Without waiting for anything; a result that was just being replaced goes back. */
function undo(folder: string, target: string): void {
  const old = join(folder, replaced);
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  rmSync(folder, { recursive: true, force: true });
}

async function putInPlace(result: string, target: string, old: string): Promise<void> {
  const replaces = existsSync(target);
  if (replaces) await rename(target, old);
  try {
    await rename(result, target);
  } catch (error) {
    if (replaces) await rename(old, target);
    throw error;
  }
  if (replaces) await keepForeign(old, target);
}

/** Names of the files of a result. */
const own = /^(output(\.rejected)?\.(csv|xlsx|parquet)|(public-)?report\.(json|html)|(refused|unencodable)\.csv)$/;

/** What else stood in the folder of the old result was not made by a run, and goes back. */
async function keepForeign(old: string, target: string): Promise<void> {
  for (const entry of await readdir(old))
    if (!own.test(entry) && !existsSync(join(target, entry))) await rename(join(old, entry), join(target, entry));
}

async function refuseOccupied(target: string, replace: boolean): Promise<void> {
  const files = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new InputError(target, `出力先のフォルダとして使えません（${error.code}）。`);
  });
  if (files.length > 0 && !replace)
    throw new InputError(
      target,
      '出力先のフォルダが空ではありません。別のフォルダにするか、--replace を付けてください。',
    );
}

async function makeOwnFolder(parent: string, prefix: string, target: string): Promise<string> {
  try {
    await makeFolder(parent);
    return await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  } catch (error) {
    throw new InputError(
      target,
      `出力先に書き込めません（${(error as NodeJS.ErrnoException).code ?? error}）。書き込み権を確かめてください。`,
    );
  }
}

async function removeStale(parent: string, prefix: string, target: string): Promise<void> {
  for (const entry of await readdir(parent).catch(() => [])) {
    const owner = entry.startsWith(prefix) ? Number.parseInt(entry.slice(prefix.length), 10) : Number.NaN;
    if (!(owner > 0) || isAlive(owner)) continue;
    await restoreReplaced(join(parent, entry, replaced), target);
    await rm(join(parent, entry), { recursive: true, force: true });
  }
}

/** A run that ended between taking the old result away and putting the new one in its place gives the old one back. */
async function restoreReplaced(old: string, target: string): Promise<void> {
  if (!existsSync(old)) return;
  if (existsSync(target)) await keepForeign(old, target);
  else await rename(old, target);
}
