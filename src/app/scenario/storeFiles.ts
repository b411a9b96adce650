import type { KeptFile } from '../../core/keptFile.ts';
import { generateAfterSchoolCare } from '../demonstration/generateAfterSchoolCare.ts';
import type { FileStore } from '../ports/fileStore.ts';

/** A value of a scenario that stands for a file: `{ "file": path }`, `{ "json": …, "name"? }` or `{ "generated": name, "persons": n }`. */
type Named =
  | { readonly file: string }
  | { readonly json: unknown; readonly name?: string }
  | { readonly generated: 'afterSchoolCare'; readonly persons: number };

const shapes = ['file', 'json,name', 'json', 'generated,persons'];

const isNamed = (value: object): value is Named => shapes.includes(Object.keys(value).toSorted().join(','));

/** Stores the files that a step brings and puts what they are kept as in their place. */
export async function storeFiles(
  value: unknown,
  files: FileStore,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map((one) => storeFiles(one, files, readFile)));
  if (isNamed(value) && !('file' in value && typeof value.file !== 'string')) return store(value, files, readFile);
  const members = Object.entries(value).map(
    async ([key, one]) => [key, await storeFiles(one, files, readFile)] as const,
  );
  return Object.fromEntries(await Promise.all(members));
}

async function store(
  named: Named,
  files: FileStore,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<KeptFile> {
  if ('file' in named)
    return { name: named.file.split('/').at(-1) ?? named.file, ...(await files.put(await readFile(named.file))) };
  if ('json' in named)
    return {
      name: named.name ?? 'data.json',
      ...(await files.put(Buffer.from(`${JSON.stringify(named.json, null, 2)}\n`))),
    };
  return { name: `${named.generated}.csv`, ...(await files.put(Buffer.from(generateAfterSchoolCare(named.persons)))) };
}
