import { InputError } from '../inputError.ts';
import type { Hierarchy } from './hierarchy.ts';
import { nameValues } from './nameValues.ts';

/**
 * A hierarchy from the rows of its file, one row per value, level 0 first.
 *
 * @throws InputError that names column and values: no row, rows of different length, a value with two different rows,
 * a group of one level that belongs to two groups of the next.
 */
export function csvHierarchy(column: string, rows: readonly (readonly string[])[]): Hierarchy {
  const place = `列「${column}」の階層`;
  const [first] = rows;
  if (!first) throw new InputError(place, '行がありません。値ごとに 1 行、左から細かい順に書いてください。');
  refuseRagged(place, rows, first.length);
  const { different, equal } = repeatedValues(rows);
  if (different.length > 0)
    throw new InputError(place, `同じ値に異なる行があります: ${nameValues(different)}。値ごとに 1 行にしてください。`);
  for (let level = 1; level + 1 < first.length; level++) refuseUnnested(place, rows, level);
  const notes = equal.length > 0 ? [`${place}に同じ行の重なりがあります: ${nameValues(equal)}。`] : [];
  return { column, levels: first.length, rows, notes };
}

function refuseRagged(place: string, rows: readonly (readonly string[])[], levels: number): void {
  const ragged = rows.filter((row) => row.length !== levels).map((row) => row[0] ?? '');
  if (ragged.length > 0)
    throw new InputError(
      place,
      `最初の行は ${levels} 列ですが、列の数が異なる行があります: 値が${nameValues(ragged)}。列の数をそろえてください。`,
    );
}

/** Values with more than one row: those whose rows differ, and those whose rows are all equal. */
function repeatedValues(rows: readonly (readonly string[])[]): { different: string[]; equal: string[] } {
  const firstRow = new Map<string, readonly string[]>();
  const different = new Set<string>();
  const equal = new Set<string>();
  for (const row of rows) {
    const value = row[0] ?? '';
    const known = firstRow.get(value);
    if (!known) firstRow.set(value, row);
    else if (known.every((cell, level) => cell === row[level])) equal.add(value);
    else different.add(value);
  }
  return { different: [...different], equal: [...equal] };
}

function refuseUnnested(place: string, rows: readonly (readonly string[])[], level: number): void {
  const parentOf = new Map<string, string>();
  const split = new Set<string>();
  for (const row of rows) {
    const [group, parent] = [row[level] ?? '', row[level + 1] ?? ''];
    if ((parentOf.get(group) ?? parent) !== parent) split.add(group);
    parentOf.set(group, parent);
  }
  if (split.size > 0)
    throw new InputError(
      place,
      `段階 ${level} の区分が、段階 ${level + 1} で 2 つ以上の区分に分かれています: ${nameValues([...split])}。` +
        '下の段階で同じ区分になる値は、上の段階でも同じ区分にしてください。',
    );
}
