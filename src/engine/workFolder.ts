import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from './inputError.ts';

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
 * @param replace whether an existing result may be replaced.
 * @throws InputError when the wanted folder exists and holds files, or its place can't be written.
 */
export async function makeWorkFolder(wanted: string, replace: boolean): Promise<WorkFolder> {
  const target = resolve(wanted);
  await refuseOccupied(target, replace);
  const parent = dirname(target);
  const prefix = `.${basename(target)}.running-`;
  const folder = await makeFolder(parent, prefix, wanted);
  const [result, spill] = [join(folder, 'result'), join(folder, 'spill')];
  await Promise.all([mkdir(result, { mode: 0o700 }), mkdir(spill, { mode: 0o700 })]);
  return {
    result,
    spill,
    release: async () => {
      const old = join(folder, 'replaced');
      if (existsSync(target)) await rename(target, old);
      await rename(result, target);
      await chmod(target, 0o700);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
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

async function makeFolder(parent: string, prefix: string, wanted: string): Promise<string> {
  try {
    await mkdir(parent, { recursive: true });
    await removeStale(parent, prefix);
    return await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  } catch (error) {
    throw new InputError(
      wanted,
      `出力先に書き込めません（${(error as NodeJS.ErrnoException).code ?? error}）。書き込み権を確かめてください。`,
    );
  }
}

async function removeStale(parent: string, prefix: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const owner = entry.startsWith(prefix) ? Number.parseInt(entry.slice(prefix.length), 10) : Number.NaN;
    if (owner > 0 && !isAlive(owner)) await rm(join(parent, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
