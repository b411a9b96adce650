import type { KeptFile } from '../../core/keptFile.ts';
import { generateAfterSchoolCare } from '../demonstration/generateAfterSchoolCare.ts';
import type { StoredFile } from '../ports/fileStore.ts';

/** A value of a scenario that stands for a file: `{ "file": path }`, `{ "json": …, "name"? }` or `{ "generated": name, "persons": n }`. */
type Named =
  | { readonly file: string }
  | { readonly json: unknown; readonly name?: string }
  | { readonly generated: 'afterSchoolCare'; readonly persons: number };

const shapes = ['file', 'json,name', 'json', 'generated,persons'];

const isNamed = (value: object): value is Named => shapes.includes(Object.keys(value).toSorted().join(','));

/** Keeps the bytes of a file that a command names. */
type Keep = (content: Uint8Array) => Promise<StoredFile>;
type ReadFile = (path: string) => Promise<Uint8Array>;

/** Stores the files that a step brings and puts what they are kept as in their place. */
export async function storeFiles(value: unknown, keep: Keep, readFile: ReadFile): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map((one) => storeFiles(one, keep, readFile)));
  if (isNamed(value) && !('file' in value && typeof value.file !== 'string')) return store(value, keep, readFile);
  const members = Object.entries(value).map(
    async ([key, one]) => [key, await storeFiles(one, keep, readFile)] as const,
  );
  return Object.fromEntries(await Promise.all(members));
}

async function store(named: Named, keep: Keep, readFile: ReadFile): Promise<KeptFile> {
  if ('file' in named)
    return { name: named.file.split('/').at(-1) ?? named.file, ...(await keep(await readFile(named.file))) };
  if ('json' in named)
    return {
      name: named.name ?? 'data.json',
      ...(await keep(Buffer.from(`${JSON.stringify(named.json, null, 2)}\n`))),
    };
  return { name: `${named.generated}.csv`, ...(await keep(generateAfterSchoolCare(named.persons))) };
}
