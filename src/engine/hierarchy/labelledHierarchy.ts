import type { UnreadableChoice } from '../recipe/recipe.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { LabelReader } from './labelReader.ts';

/** A value that a reader could not place. */
export interface UnreadableValue {
  readonly value: string;
  readonly reason: string;
}

/**
 * The hierarchy that a reader makes of the values that occur: the value, one level per label, and suppressed at the top.
 *
 * @param values the distinct treated values; null (a suppressed cell) needs no row.
 * @param kept values that stay what they are up to the top, as the label of a top coding (`80歳以上`).
 * @param unreadable what becomes of the values that the reader can't place: `suppress` hides them from the first level on,
 * else they stay what they are up to the top. Whoever refuses them does so by the list that comes back.
 */
export function labelledHierarchy(
  column: string,
  { levels, read }: LabelReader,
  values: readonly (string | null)[],
  kept: ReadonlySet<string> = new Set(),
  unreadable: UnreadableChoice = 'refuse',
): { readonly hierarchy: Hierarchy; readonly unreadable: readonly UnreadableValue[] } {
  const found: UnreadableValue[] = [];
  const rows = [...new Set(values)].flatMap((value) => {
    if (value === null) return [];
    const labels = kept.has(value) ? levels.map(() => value) : read(value);
    if (!('unreadable' in labels)) return [[value, ...labels, null]];
    found.push({ value, reason: labels.unreadable });
    return [[value, ...levels.map(() => (unreadable === 'suppress' ? null : value)), null]];
  });
  return { hierarchy: { column, levels: levels.length + 2, rows, notes: [] }, unreadable: found };
}
