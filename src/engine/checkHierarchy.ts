import { type HierarchyFault, hierarchyFaults, repeatedValues } from './hierarchy/hierarchyFaults.ts';
import { nameValues } from './hierarchy/nameValues.ts';
import { readHierarchyRows } from './hierarchyFile.ts';
import type { HierarchyFile } from './recipe/recipe.ts';

export interface CheckHierarchyOptions extends HierarchyFile {
  readonly column: string;
  /** The values that the data have; without them nobody knows whether any is missing. */
  readonly values?: readonly string[];
}

/** What a hierarchy file holds, and everything that is wrong with it. */
export interface CheckedHierarchy {
  readonly rows: readonly (readonly string[])[];
  /** Different groups at each level, level 0 first. */
  readonly groups: readonly number[];
  readonly faults: readonly HierarchyFault[];
  /** What can be used all the same. */
  readonly notes: readonly string[];
}

/**
 * Checks a hierarchy file; its path is relative to the working folder.
 * @throws InputError when it can't be read.
 */
export async function checkHierarchy({
  column,
  values = [],
  ...file
}: CheckHierarchyOptions): Promise<CheckedHierarchy> {
  const rows = await readHierarchyRows('', column, file);
  const { equal } = repeatedValues(rows);
  return {
    rows,
    groups: (rows[0] ?? []).map((_, level) => new Set(rows.map((row) => row[level])).size),
    faults: hierarchyFaults(rows, values),
    notes: equal.length === 0 ? [] : [`同じ行の重なりがあります: ${nameValues(equal)}。`],
  };
}
