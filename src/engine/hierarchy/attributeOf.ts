import { delimiterHint } from '../import/delimiterHint.ts';
import { InputError } from '../inputError.ts';
import type { Attribute, AttributeLevel } from '../lattice/distinctTable.ts';
import type { Hierarchy } from './hierarchy.ts';
import { nameValues } from './nameValues.ts';

/**
 * Joins a hierarchy with the values that occur: the value at index i has value code i.
 *
 * A null value is a cell that a treatment suppressed. It needs no row in the hierarchy: its share is 1, and it is a
 * group of its own until the top, where it joins the one group there, if there is one only. A row that is suppressed at a
 * level stands in the same group as it.
 *
 * @param values the distinct treated values.
 * @throws InputError that names the column and the values that the hierarchy misses.
 */
export function attributeOf(hierarchy: Hierarchy, values: readonly (string | null)[]): Attribute {
  const { column, levels, rows } = hierarchy;
  const rowOf = new Map(rows.map((row) => [row[0], row]));
  const missing = values.filter((value) => value !== null && !rowOf.has(value)) as string[];
  if (missing.length > 0)
    throw new InputError(
      `列「${column}」の階層`,
      `データにある値が階層にありません: ${nameValues(missing)}。階層にこれらの値の行を加えてください。${delimiterHint(rows)}`,
    );
  const valueRows = values.map((value) => (value === null ? null : (rowOf.get(value) ?? null)));
  return {
    column,
    domain: rows.length,
    levels: Array.from({ length: levels }, (_, level) => levelOf(hierarchy, level, valueRows)),
  };
}

type Row = readonly (string | null)[];

function levelOf({ rows, levels }: Hierarchy, level: number, valueRows: readonly (Row | null)[]): AttributeLevel {
  const rowsPerLabel = countBy(rows.map((row) => row[level] ?? null));
  const joins = level === levels - 1 && rowsPerLabel.size === 1;
  const [only = null] = joins ? rowsPerLabel.keys() : [];
  const codeOf = new Map<string | null | undefined, number>();
  const labels: (string | null)[] = [];
  const share: number[] = [];
  const groupOf = Uint32Array.from(valueRows, (row) => {
    const label = row === null && joins ? only : (row?.[level] ?? null);
    const own = label === null && !joins;
    const known = codeOf.get(own ? undefined : label);
    if (known !== undefined) return known;
    codeOf.set(own ? undefined : label, labels.length);
    share.push(own ? 1 : (rowsPerLabel.get(label) ?? 0) / rows.length);
    return labels.push(label) - 1;
  });
  return { groupOf, groups: labels.length, labels, share: Float64Array.from(share) };
}

function countBy<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
