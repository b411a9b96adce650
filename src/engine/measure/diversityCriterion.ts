import type { Histogram } from '../lattice/histogram.ts';
import type { Diversity } from '../lattice/requirements.ts';
import { unreachable } from '../unreachable.ts';
import { type ClassCriterion, caution, tolerance } from './classCriterion.ts';

/** l-diversity of one sensitive column (l-多様性). */
export function diversityCriterion(diversity: Diversity, column: number, k: number): ClassCriterion {
  const name = `${diversity.model}:${diversity.column}`;
  const criterion = { name, column, sharesOf: 'values' } as const;
  const { l } = diversity;
  switch (diversity.model) {
    case 'distinct': {
      const meets = ({ offsets }: Histogram, index: number) =>
        (offsets[index + 1] as number) - (offsets[index] as number) >= l;
      return { ...criterion, meets, couldMeet: meets };
    }
    case 'entropy':
      return {
        ...criterion,
        meets: (values, index, size) => entropy(values, index, size) >= Math.log(l) - tolerance,
        couldMeet: (values, index) => flattestEntropy(countsOf(values, index), k) >= Math.log(l) - caution,
      };
    case 'recursive':
      return {
        ...criterion,
        meets: recursiveTest(l, diversity.c),
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

/** Whether the most frequent value stays below c times all values but the l − 1 most frequent. */
function recursiveTest(l: number, c: number): ClassCriterion['meets'] {
  const largest = new Float64Array(Math.max(1, l - 1));
  return ({ offsets, counts }, index) => {
    const [begin, end] = [offsets[index] as number, offsets[index + 1] as number];
    if (end - begin < l) return false;
    largest.fill(0);
    let all = 0;
    for (let entry = begin; entry < end; entry++) {
      all += counts[entry] as number;
      keepLargest(largest, counts[entry] as number);
    }
    let tail = all;
    for (let place = 0; place < l - 1; place++) tail -= largest[place] as number;
    const most = largest[0] as number;
    return c * tail - most > tolerance * Math.max(1, most);
  };
}

/** Puts a count among the largest, which stand in descending order. */
function keepLargest(largest: Float64Array, count: number): void {
  let place = largest.length - 1;
  if (count <= (largest[place] as number)) return;
  for (; place > 0 && count > (largest[place - 1] as number); place--) largest[place] = largest[place - 1] as number;
  largest[place] = count;
}

/** Counts of the values of a class, the rarest first. */
const countsOf = ({ offsets, counts }: Histogram, index: number): Float64Array =>
  counts.slice(offsets[index], offsets[index + 1]).sort();

/**
 * The level at which the counts have to be capped so that k records stay: of all parts of a class with at least k
 * records, that one is the flattest.
 */
function capFor(counts: Float64Array, k: number): number {
  let [below, cap] = [0, 0];
  for (let index = 0; index < counts.length; index++) {
    cap = (k - below) / (counts.length - index);
    if (cap <= (counts[index] as number)) break;
    below += counts[index] as number;
  }
  return cap;
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
