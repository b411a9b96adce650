import type { Hierarchy } from './hierarchy.ts';

/** The hierarchy of a column that was given none: the value itself, and suppressed. */
export function plainHierarchy(column: string, values: readonly (string | null)[]): Hierarchy {
  const rows = [...new Set(values)].filter((value) => value !== null).map((value) => [value, null]);
  return { column, levels: 2, rows, notes: [] };
}
