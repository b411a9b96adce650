import type { Hierarchy } from './hierarchy.ts';

/**
 * Value code → its place among the values that occur, in the order of the hierarchy's rows: what the ordered distance of
 * t-closeness needs. Null comes last. The values must all stand in the hierarchy (`attributeOf` checks it).
 */
export function valueOrder(hierarchy: Hierarchy, values: readonly (string | null)[]): Uint32Array {
  const place = new Map<string | null | undefined, number>();
  for (const [index, row] of hierarchy.rows.entries()) if (!place.has(row[0])) place.set(row[0], index);
  const placeOf = (code: number) => place.get(values[code]) ?? hierarchy.rows.length;
  const ordered = values.map((_, code) => code).sort((a, b) => placeOf(a) - placeOf(b));
  const rank = new Uint32Array(values.length);
  for (const [position, code] of ordered.entries()) rank[code] = position;
  return rank;
}
