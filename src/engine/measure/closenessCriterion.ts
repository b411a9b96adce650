import type { Histogram } from '../lattice/histogram.ts';
import type { Closeness } from '../lattice/requirements.ts';
import { unreachable } from '../unreachable.ts';
import { type ClassCriterion, caution, tolerance } from './classCriterion.ts';

/**
 * t-closeness of one sensitive column (t-近似性), by the earth mover's distance to the distribution over all records.
 *
 * @param overall share of each value over all records.
 */
export function closenessCriterion(
  closeness: Closeness,
  column: number,
  overall: Float64Array,
  k: number,
): ClassCriterion {
  const criterion = { name: `closeness:${closeness.column}`, column, sharesOf: 'values' } as const;
  switch (closeness.distance) {
    case 'equal':
      return { ...criterion, ...equalCriterion(closeness.t, overall, k) };
    case 'ordered':
      return {
        ...criterion,
        ...workCriterion(closeness.t, orderedDistance(closeness.rank, overall), overall.length, k),
      };
    case 'hierarchical':
      return {
        ...criterion,
        ...workCriterion(closeness.t, treeDistance(closeness.levels, overall), overall.length, k),
      };
    default:
      return unreachable(closeness);
  }
}

type Tests = Pick<ClassCriterion, 'meets' | 'couldMeet'>;

/**
 * All values are 1 apart: the distance is what the two distributions do not have in common. A part with at least k
 * records can have no more of a value than the class has, ÷ k.
 */
function equalCriterion(t: number, overall: Float64Array, k: number): Tests {
  const common = ({ offsets, valueCodes, counts }: Histogram, index: number, size: number): number => {
    let sum = 0;
    for (let entry = offsets[index] as number; entry < (offsets[index + 1] as number); entry++)
      sum += Math.min((counts[entry] as number) / size, overall[valueCodes[entry] as number] as number);
    return sum;
  };
  return {
    meets: (values, index, size) => 1 - common(values, index, size) <= t + tolerance,
    couldMeet: (values, index) => 1 - common(values, index, k) <= t + caution,
  };
}

/** How much the share of a set of values in a class differs from its share over all records, or has to at least. */
type Difference = (inClass: number, overall: number) => number;
/** The earth mover's distance as a weighted sum of the differences of sets of values; `counts` holds one per value. */
type Distance = (counts: Float64Array, difference: Difference) => number;

function workCriterion(t: number, distance: Distance, values: number, k: number): Tests {
  const perValue = new Float64Array(values);
  const measure = (histogram: Histogram, index: number, difference: Difference): number => {
    spread(histogram, index, perValue);
    const result = distance(perValue, difference);
    clear(histogram, index, perValue);
    return result;
  };
  return {
    meets: (histogram, index, size) =>
      measure(histogram, index, (inClass, all) => Math.abs(inClass / size - all)) <= t + tolerance,
    couldMeet: (histogram, index, size) => measure(histogram, index, leastDifference(size, k)) <= t + caution,
  };
}

/** Of a part with at least k records, a set can hold at most its records ÷ k, and so can the other values. */
const leastDifference =
  (size: number, k: number): Difference =>
  (inClass, all) =>
    Math.max(0, all - inClass / k, 1 - all - (size - inClass) / k);

function spread({ offsets, valueCodes, counts }: Histogram, index: number, perValue: Float64Array): void {
  for (let entry = offsets[index] as number; entry < (offsets[index + 1] as number); entry++)
    perValue[valueCodes[entry] as number] = counts[entry] as number;
}

function clear({ offsets, valueCodes }: Histogram, index: number, perValue: Float64Array): void {
  for (let entry = offsets[index] as number; entry < (offsets[index + 1] as number); entry++)
    perValue[valueCodes[entry] as number] = 0;
}

/** Neighbours in the order are 1 ÷ (values − 1) apart: the sets are the beginnings of the order. */
function orderedDistance(rank: Uint32Array, overall: Float64Array): Distance {
  const order = [...rank.keys()].sort((a, b) => (rank[a] as number) - (rank[b] as number));
  return (counts, difference) => {
    let [inClass, all, sum] = [0, 0, 0];
    for (const value of order) {
      inClass += counts[value] as number;
      all += overall[value] as number;
      sum += difference(inClass, all);
    }
    return order.length > 1 ? sum / (order.length - 1) : 0;
  };
}

/**
 * Values whose lowest common group is at level L of D are L ÷ D apart. Moving along the tree, each step from a group to
 * the one above costs 1 ÷ 2D: the sets are the groups below the root.
 */
function treeDistance(levels: readonly Uint32Array[], overall: Float64Array): Distance {
  const steps = [Uint32Array.from(overall.keys()), ...levels.slice(0, -1)].map((groupOf) => {
    const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
    return { groupOf, overall: sumByGroup(overall, groupOf, new Float64Array(groups)), sums: new Float64Array(groups) };
  });
  return (counts, difference) => {
    let sum = 0;
    for (const step of steps) {
      sumByGroup(counts, step.groupOf, step.sums.fill(0));
      for (let group = 0; group < step.sums.length; group++)
        sum += difference(step.sums[group] as number, step.overall[group] as number);
    }
    return sum / (2 * steps.length);
  };
}

function sumByGroup(values: Float64Array, groupOf: Uint32Array, sums: Float64Array): Float64Array {
  for (let value = 0; value < values.length; value++) {
    const group = groupOf[value] as number;
    sums[group] = (sums[group] as number) + (values[value] as number);
  }
  return sums;
}
