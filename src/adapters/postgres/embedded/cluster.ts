import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from '../../../app/ports/cannotStart.ts';
import type { PostgresPrograms } from './postgresPrograms.ts';
import type { PostgresUser } from './postgresUser.ts';

/** The database user to whom everything belongs. */
export const owner = 'tokumei';

const initialization = [
  ...['-U', owner, '--auth=trust', '-E', 'UTF8'],
  // With locale C pg_trgm finds no trigram in Japanese text, silently.
  ...['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=ja-JP'],
];

function checkVersion(folder: string, { major }: PostgresPrograms): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== major)
    throw new CannotStart(
      `「${folder}」のデータは PostgreSQL ${found} のもので、このプログラムの PostgreSQL ${major} では開けません。データを作った版のプログラムで「tokumei backup」を行い、新しい場所に「tokumei restore」してください。`,
    );
}

function initialize(folder: string, programs: PostgresPrograms, user: PostgresUser): void {
  const { file, args, options } = user.command(programs.initdb, [...initialization, '-D', folder]);
  const { status, error, stderr } = spawnSync(file, args, { ...options, encoding: 'utf8' });
  if (status === 0) return;
  const reason = error?.message ?? String(stderr).trim();
  throw new CannotStart(
    /No space left/.test(reason)
      ? `ディスクに空きがないため、データベースを作れません (${folder})。空きを作ってから、もう一度起動してください。`
      : `データベースを作れません (${folder}): ${reason}`,
  );
}

/** Removes what a program left that was killed while it made the cluster. */
export function removeUnfinished(folder: string): void {
  const unfinished = readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}.new-`));
  for (const name of unfinished) rmSync(join(dirname(folder), name), { recursive: true, force: true });
}

/**
 * Makes the cluster where there is none. It is made aside and renamed, so that a cluster is whole or not there, and of
 * two programs that begin at once one wins.
 * @throws CannotStart when the folder has another major version or the cluster cannot be made.
 */
export function prepareCluster(folder: string, programs: PostgresPrograms, user: PostgresUser): void {
  if (!existsSync(join(folder, 'PG_VERSION'))) makeCluster(folder, programs, user);
  checkVersion(folder, programs);
}

function makeCluster(folder: string, programs: PostgresPrograms, user: PostgresUser): void {
  const aside = mkdtempSync(`${folder}.new-`);
  try {
    user.own(aside);
    initialize(aside, programs, user);
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error;
  }
}
