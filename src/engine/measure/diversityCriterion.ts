import type { Histogram } from '../lattice/grouping.ts';
import type { Diversity } from '../lattice/requirements.ts';
import { unreachable } from '../unreachable.ts';
import { type ClassCriterion, caution, tolerance } from './classCriterion.ts';

/** l-diversity of one sensitive column (l-多様性). */
export function diversityCriterion(diversity: Diversity, column: number, k: number): ClassCriterion {
  const name = `${diversity.model}:${diversity.column}`;
  const { l } = diversity;
  switch (diversity.model) {
    case 'distinct': {
      const meets = ({ offsets }: Histogram, index: number) =>
        (offsets[index + 1] as number) - (offsets[index] as number) >= l;
      return { name, column, meets, couldMeet: meets };
    }
    case 'entropy':
      return {
        name,
        column,
        meets: (values, index, size) => entropy(values, index, size) >= Math.log(l) - tolerance,
        couldMeet: (values, index) => flattestEntropy(countsOf(values, index), k) >= Math.log(l) - caution,
      };
    case 'recursive':
      return {
        name,
        column,
        meets: (values, index) => isRecursive(countsOf(values, index), l, diversity.c),
        couldMeet: (values, index) => couldBeRecursive(countsOf(values, index), l, diversity.c, k),
      };
    default:
      return unreachable(diversity);
  }
}

function entropy({ offsets, counts }: Histogram, index: number, size: number): number {
  let sum = 0;
  for (let entry = offsets[index] as number; entry < (offsets[index + 1] as number); entry++) {
    const share = (counts[entry] as number) / size;
    sum -= share * Math.log(share);
  }
  return sum;
}

/** Counts of the values of a class, the rarest first. */
const countsOf = ({ offsets, counts }: Histogram, index: number): Float64Array =>
  counts.slice(offsets[index], offsets[index + 1]).sort();

function isRecursive(counts: Float64Array, l: number, c: number): boolean {
  if (counts.length < l) return false;
  const tail = counts.subarray(0, counts.length - l + 1).reduce((sum, count) => sum + count, 0);
  const most = counts.at(-1) ?? 0;
  return c * tail - most > tolerance * Math.max(1, most);
}

/**
 * The level at which the counts have to be capped so that k records stay: of all parts of a class with at least k
 * records, that one is the flattest.
 */
function capFor(counts: Float64Array, k: number): number {
  let below = 0;
  for (let index = 0; index < counts.length; index++) {
    const cap = (k - below) / (counts.length - index);
    if (cap <= (counts[index] as number)) return cap;
    below += counts[index] as number;
  }
  return counts.at(-1) ?? 0;
}

function flattestEntropy(counts: Float64Array, k: number): number {
  const cap = capFor(counts, k);
  return counts.reduce((sum, count) => {
    const share = Math.min(count, cap) / k;
    return sum - share * Math.log(share);
  }, 0);
}

function couldBeRecursive(counts: Float64Array, l: number, c: number, k: number): boolean {
  if (counts.length < l) return false;
  const cap = capFor(counts, k);
  const tail = counts.subarray(0, counts.length - l + 1).reduce((sum, count) => sum + Math.min(count, cap), 0);
  return cap < c * tail + caution;
}
