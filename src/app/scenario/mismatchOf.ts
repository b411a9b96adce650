/** Where something differs from what was wanted. */
export interface Mismatch {
  readonly path: string;
  readonly wanted: unknown;
  readonly got: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Compares in part: members that are not named may be anything; a list must have its elements in their places. Null = it fits. */
export function mismatchOf(path: string, wanted: unknown, got: unknown): Mismatch | null {
  if (isObject(wanted) && isObject(got)) return firstOf(Object.entries(wanted), path, (key) => got[key], '.');
  if (Array.isArray(wanted) && Array.isArray(got) && wanted.length === got.length)
    return firstOf([...wanted.entries()], path, (index) => got[index], '#');
  return Object.is(wanted, got) ? null : { path, wanted, got: got ?? null };
}

function firstOf<Key extends string | number>(
  entries: readonly (readonly [Key, unknown])[],
  path: string,
  at: (key: Key) => unknown,
  join: string,
): Mismatch | null {
  for (const [key, wanted] of entries) {
    const found = mismatchOf(`${path}${join}${key}`, wanted, at(key));
    if (found) return found;
  }
  return null;
}

/** Whether the wanted names occur in this order; others may stand between them. */
export function orderMismatch(path: string, wanted: readonly string[], got: readonly string[]): Mismatch | null {
  let from = 0;
  for (const name of wanted) {
    const found = got.indexOf(name, from);
    if (found < 0) return { path, wanted, got };
    from = found + 1;
  }
  return null;
}
