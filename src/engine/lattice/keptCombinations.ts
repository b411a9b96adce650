import { classViewer } from '../measure/classView.ts';
import { classCriteria, judgeClasses } from '../measure/judgeClasses.ts';
import type { DistinctTable } from './distinctTable.ts';
import { createGrouper } from './grouping.ts';
import type { Requirements } from './requirements.ts';

/** Which combinations stand in classes that meet every requirement at the levels. */
export interface KeptCombinations {
  /** Per combination: 1 = kept. */
  readonly kept: Uint8Array;
  readonly suppressedRecords: number;
  /** Null where classes are counted in records. */
  readonly suppressedPersons: number | null;
  readonly classes: number;
  readonly smallestClass: number | null;
}

export function keptCombinations(
  table: DistinctTable,
  requirements: Requirements,
  levels: readonly number[],
): KeptCombinations {
  const grouper = createGrouper(table);
  const grouping = grouper.group(levels, grouper.base);
  const view = classViewer(table);
  const verdict = judgeClasses(requirements.k, classCriteria(table, requirements), view)(grouping);
  const { sizes } = view(grouping);
  const keyOf = classKey(table, levels);
  const failing = new Set<number | string>();
  const kept: number[] = [];
  for (let index = 0; index < grouping.classes; index++)
    if (verdict.fails[index] === 1) failing.add(keyOf(grouping.representatives[index] ?? 0));
    else kept.push(sizes[index] ?? 0);
  return {
    kept: Uint8Array.from({ length: table.combinations }, (_, index) => (failing.has(keyOf(index)) ? 0 : 1)),
    suppressedRecords: verdict.suppressedRecords,
    suppressedPersons: table.persons ? verdict.suppressed : null,
    classes: kept.length,
    smallestClass: kept.reduce<number | null>((least, size) => (least === null || size < least ? size : least), null),
  };
}

/** A key that two combinations share exactly when they are in the same class: a number while it is exact, else a text. */
export function classKey(
  { attributes, codes }: DistinctTable,
  levels: readonly number[],
): (combination: number) => number | string {
  const columns = attributes.map(({ levels: all }, index) => {
    const { groupOf = new Uint32Array(), groups = 1 } = all[levels[index] ?? 0] ?? {};
    return { groupOf, groups, values: codes[index] ?? new Uint32Array() };
  });
  const range = columns.reduce((product, { groups }) => product * groups, 1);
  const groupIn = ({ groupOf, values }: (typeof columns)[number], combination: number) =>
    groupOf[values[combination] ?? 0] ?? 0;
  if (range <= Number.MAX_SAFE_INTEGER)
    return (combination) => columns.reduce((key, column) => key * column.groups + groupIn(column, combination), 0);
  return (combination) => columns.map((column) => groupIn(column, combination)).join(',');
}
