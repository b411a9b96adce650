import { InputError } from '../inputError.ts';
import { describeIssue } from './describeIssue.ts';
import { readBuiltIn } from './readBuiltIn.ts';
import { onlyOf, readHierarchyFile } from './readTreatment.ts';
import type { HierarchyChoice } from './recipe.ts';
import { type HierarchyDocument, hierarchySchema } from './recipeSchema.ts';

/** Which other keys each kind of hierarchy takes. */
const keys = {
  csv: ['delimiter', 'encoding'],
  bands: ['unreadable'],
  builtIn: ['widths', 'levels', 'within', 'unreadable'],
  redact: [],
} as const satisfies Record<string, readonly (keyof HierarchyDocument)[]>;
const kinds = ['csv', 'bands', 'builtIn', 'redact'] as const;

/** The hierarchy of a column. @throws InputError for keys that contradict or that the kind does not take. */
export function readHierarchy(place: string, document: HierarchyDocument | undefined): HierarchyChoice {
  if (!document) return { kind: 'none' };
  const by = onlyOf(place, document, kinds);
  for (const kind of kinds)
    for (const key of keys[kind])
      if (document[key] !== undefined && !(keys[by] as readonly string[]).includes(key))
        throw new InputError(`${place} → ${key}`, `この項目は ${kindsWith(key)} と一緒にだけ使えます。`);
  const unreadable = document.unreadable ?? 'refuse';
  if (by === 'csv') return { kind: 'csv', ...readHierarchyFile(document) };
  if (by === 'redact') return { kind: 'redact', unreadable };
  if (by === 'bands')
    return { kind: 'bands', widths: document.bands?.widths ?? [], from: document.bands?.from ?? 0, unreadable };
  return { kind: 'builtIn', builtIn: readBuiltIn(place, document.builtIn ?? 'age', document), unreadable };
}

/** The same from JSON that stands alone. @throws InputError that names key and value. */
export function parseHierarchy(place: string, json: unknown): HierarchyChoice {
  const parsed = hierarchySchema.safeParse(json);
  const [issue] = parsed.error?.issues ?? [];
  if (issue) throw describeIssue(issue, json);
  return readHierarchy(place, parsed.data);
}

const kindsWith = (key: string) => kinds.filter((kind) => (keys[kind] as readonly string[]).includes(key)).join(' か ');
