import type { Attribute } from '../lattice/distinctTable.ts';

/** A node whose classes were counted, and the memory that they take. */
export interface SizedNode {
  readonly levels: readonly number[];
  readonly bytes: number;
}

/**
 * A node at or below the given one that presumably takes no more memory, so that many nodes lie above it: from each counted
 * node the classes are taken to grow as the groups of the lowered attributes do. The attributes that add least are lowered
 * first. The given node itself where it could already take more.
 *
 * @param levels the number of its levels means that an attribute is left out.
 */
export function finestWithin(
  attributes: readonly Attribute[],
  levels: readonly number[],
  counted: readonly SizedNode[],
  mostBytes: number,
): readonly number[] {
  const groupsAt = (index: number, level: number) => attributes[index]?.levels[level]?.groups ?? 1;
  const grown = (node: readonly number[], from: SizedNode): number =>
    node.reduce((bytes, level, index) => {
      const start = from.levels[index] as number;
      return level < start ? (bytes * groupsAt(index, level)) / groupsAt(index, start) : bytes;
    }, from.bytes);
  const presumed = (node: readonly number[]): number =>
    counted.reduce((least, from) => Math.min(least, grown(node, from)), Number.POSITIVE_INFINITY);
  for (let finest = levels; ; ) {
    let [next, least]: [readonly number[] | null, number] = [null, mostBytes];
    for (const [index, level] of finest.entries()) {
      if (level === 0) continue;
      const lower = finest.with(index, level - 1);
      const bytes = presumed(lower);
      if (bytes <= least) [next, least] = [lower, bytes];
    }
    if (!next) return finest;
    finest = next;
  }
}
