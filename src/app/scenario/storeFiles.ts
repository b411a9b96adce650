import type { KeptFile } from '../../core/keptFile.ts';
import { generateAfterSchoolCare } from '../demonstration/generateAfterSchoolCare.ts';
import type { Decisions, StepFiles } from './stepFiles.ts';

/**
 * A value of a scenario that stands for a file: `{ "file": path }`, `{ "json": …, "name"? }`,
 * `{ "generated": name, "persons": n }`, or `{ "proposed": { "k", "suppressionLimit", "columns"? } }`: the recipe that the
 * proposal asks for, with the creator's decisions.
 */
type Named =
  | { readonly file: string }
  | { readonly json: unknown; readonly name?: string }
  | { readonly generated: 'afterSchoolCare'; readonly persons: number }
  | { readonly proposed: Decisions };

const shapes = ['file', 'json,name', 'json', 'generated,persons', 'proposed'];

const isNamed = (value: object): value is Named => shapes.includes(Object.keys(value).toSorted().join(','));

/** Stores the files that a step brings and puts what they are kept as in their place. */
export async function storeFiles(value: unknown, files: StepFiles): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map((one) => storeFiles(one, files)));
  if (isNamed(value) && !('file' in value && typeof value.file !== 'string')) return store(value, files);
  const members = Object.entries(value).map(async ([key, one]) => [key, await storeFiles(one, files)] as const);
  return Object.fromEntries(await Promise.all(members));
}

async function store(named: Named, { keep, read, propose }: StepFiles): Promise<KeptFile> {
  const json = (content: unknown) => keep(Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
  if ('file' in named)
    return { name: named.file.split('/').at(-1) ?? named.file, ...(await keep(await read(named.file))) };
  if ('json' in named) return { name: named.name ?? 'data.json', ...(await json(named.json)) };
  if ('proposed' in named) return { name: 'recipe.json', ...(await json(await propose(named.proposed))) };
  return { name: `${named.generated}.csv`, ...(await keep(generateAfterSchoolCare(named.persons))) };
}
