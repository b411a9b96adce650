import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '../../../app/ports/cannotStart.ts';
import type { PostgresPrograms } from './postgresPrograms.ts';

/** How a program of PostgreSQL is run: it refuses to work as root. */
export interface PostgresUser {
  /** The command line, with the options that spawn needs for it. */
  command(
    program: string,
    args: readonly string[],
  ): { readonly file: string; readonly args: readonly string[]; readonly options: SpawnOptions };
  /** Makes a new folder of ours usable for the programs. */
  own(folder: string): void;
}

const nobody = 65534;
const namespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
/** Programs of PostgreSQL see nothing of our environment. */
const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' };

const ourselves: PostgresUser = {
  command: (program, args) => ({ file: program, args, options: { env } }),
  own: () => undefined,
};

/** Root under another name: files stay root's, so closed home folders are no hindrance. */
const renamedRoot: PostgresUser = {
  command: (program, args) => ({ file: 'unshare', args: [...namespace, program, ...args], options: { env } }),
  own: () => undefined,
};

const otherUser = (uid: number, gid: number): PostgresUser => ({
  command: (program, args) => ({ file: program, args, options: { env, uid, gid } }),
  own: (folder) => chownSync(folder, uid, gid),
});

function ancestors(path: string): string[] {
  return path === dirname(path) ? [path] : [...ancestors(dirname(path)), path];
}

/** The first folder on the way to a path that another user cannot pass. */
function firstClosed(path: string, uid: number, gid: number): string | undefined {
  return ancestors(path).find((folder) => {
    const { uid: owner, gid: group, mode } = statSync(folder);
    if (owner === uid) return (mode & 0o100) === 0;
    return (mode & (group === gid ? 0o010 : 0o001)) === 0;
  });
}

const canRenameRoot = (): boolean => spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0;

/**
 * Who runs the server of a cluster. A cluster that is there already is run by its owner.
 * @param cluster the cluster's folder; its parent exists
 * @throws CannotStart naming the first folder that the chosen user cannot pass.
 */
export function postgresUser(cluster: string, { postgres }: PostgresPrograms): PostgresUser {
  if (process.geteuid?.() !== 0) return ourselves;
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if ((owner?.uid ?? 0) === 0 && canRenameRoot()) return renamedRoot;
  const { uid, gid } = owner && owner.uid !== 0 ? owner : { uid: nobody, gid: nobody };
  const closed = firstClosed(dirname(cluster), uid, gid) ?? firstClosed(postgres, uid, gid);
  if (closed)
    throw new CannotStart(
      `組み込みのデータベースは管理者 (root) では動かせず、利用者番号 ${uid} は「${closed}」を通れません。一般の利用者で起動するか、DATA_DIR にその利用者が通れる場所を指定してください。`,
    );
  return otherUser(uid, gid);
}
