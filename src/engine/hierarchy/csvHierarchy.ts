import { InputError } from '../inputError.ts';
import type { Hierarchy } from './hierarchy.ts';
import { hierarchyFaults, repeatedValues } from './hierarchyFaults.ts';
import { nameValues } from './nameValues.ts';

/**
 * A hierarchy from the rows of its file, one row per value, level 0 first.
 *
 * @throws InputError that names column and values: no row, rows of different length, a value with two different rows,
 * a group of one level that belongs to two groups of the next, groups that lead back to themselves.
 */
export function csvHierarchy(column: string, rows: readonly (readonly string[])[]): Hierarchy {
  const place = `列「${column}」の階層`;
  const [fault] = hierarchyFaults(rows);
  if (fault) throw new InputError(place, fault.message);
  const { equal } = repeatedValues(rows);
  const notes = equal.length > 0 ? [`${place}に同じ行の重なりがあります: ${nameValues(equal)}。`] : [];
  return { column, levels: rows[0]?.length ?? 0, rows, notes };
}
