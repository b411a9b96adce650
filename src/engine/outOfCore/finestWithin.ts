import type { Attribute } from '../lattice/distinctTable.ts';

/**
 * A node at or below the given one that surely has no more classes: there are not more combinations of its groups. The
 * attributes that a level lower has the fewest groups more are lowered first. The given node itself where it could have more.
 *
 * @param levels the number of its levels means that an attribute is left out.
 */
export function finestWithin(
  attributes: readonly Attribute[],
  levels: readonly number[],
  mostClasses: number,
): readonly number[] {
  const groupsAt = (index: number, level: number) => attributes[index]?.levels[level]?.groups ?? 1;
  let [finest, classes] = [levels, levels.reduce((product, level, index) => product * groupsAt(index, level), 1)];
  for (;;) {
    const [index, ratio] = leastRatio(finest, groupsAt);
    if (index < 0 || classes * ratio > mostClasses) return finest;
    classes *= ratio;
    finest = finest.with(index, (finest[index] as number) - 1);
  }
}

function leastRatio(levels: readonly number[], groupsAt: (index: number, level: number) => number): [number, number] {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [index, level] of levels.entries()) {
    const ratio = level > 0 ? groupsAt(index, level - 1) / groupsAt(index, level) : Number.POSITIVE_INFINITY;
    if (ratio < least) [best, least] = [index, ratio];
  }
  return [best, least];
}
