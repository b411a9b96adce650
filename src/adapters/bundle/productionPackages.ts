/** A package of the lockfile that the program needs to run. */
export interface ProductionPackage {
  /** Its folder below the root: `node_modules/pg`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** As its author says it, mostly an SPDX expression. */
  readonly licence: string | null;
  /** Subresource Integrity of its archive in the registry. */
  readonly integrity: string | null;
  /** Folders of the packages that it asks for. */
  readonly dependencies: readonly string[];
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/**
 * The packages of a lockfile that are no tools of development and are there, in the order of their folders.
 * @param lockfile content of `package-lock.json` (version 3)
 * @param isThere packages for other machines are named, but not installed
 */
export function productionPackages(lockfile: string, isThere: (path: string) => boolean): ProductionPackage[] {
  const { packages } = JSON.parse(lockfile) as { readonly packages: Readonly<Record<string, Locked>> };
  const paths = Object.keys(packages)
    .filter((path) => path !== '' && !packages[path]?.dev && isThere(path))
    .sort();
  const present = new Set(paths);
  return paths.map((path) => {
    const { version = '', license, integrity, ...asked } = packages[path] ?? {};
    const names = [asked.dependencies, asked.optionalDependencies, asked.peerDependencies].flatMap((one) =>
      Object.keys(one ?? {}),
    );
    const found = names.map((name) => resolved(path, name, present)).filter((one) => one !== null);
    return {
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? null,
      integrity: integrity ?? null,
      dependencies: [...new Set(found)].sort(),
    };
  });
}

/** Where a package finds another: below itself, else below one of the folders around it. */
function resolved(from: string, name: string, present: ReadonlySet<string>): string | null {
  for (let folder = from; ; ) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (present.has(path)) return path;
    if (folder === '') return null;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
  }
}
