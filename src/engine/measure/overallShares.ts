import type { DistinctTable, SensitiveHistogram } from '../lattice/distinctTable.ts';
import type { ClassCriterion } from './classCriterion.ts';

/** Share of each value of a sensitive column over all records or persons, or over the values that they have. */
export function overallShares(
  table: Pick<DistinctTable, 'persons'>,
  sensitive: SensitiveHistogram,
  of: ClassCriterion['sharesOf'],
): Float64Array {
  const counts = wholeCounts(sensitive);
  const units = of === 'units' ? table.persons?.values : undefined;
  const all = units ?? counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

/** Records, or persons, that have each value over the whole table. */
export function wholeCounts({ values, valueCodes, counts, valueOfPair, whole }: SensitiveHistogram): Float64Array {
  if (whole) return whole;
  const perValue = new Float64Array(values);
  if (valueOfPair) for (const value of valueOfPair) perValue[value] = (perValue[value] as number) + 1;
  else
    valueCodes.forEach((value, entry) => {
      perValue[value] = (perValue[value] as number) + (counts[entry] as number);
    });
  return perValue;
}
