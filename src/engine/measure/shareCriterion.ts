import type { Histogram } from '../lattice/histogram.ts';
import type { ShareBound } from '../lattice/requirements.ts';
import { unreachable } from '../unreachable.ts';
import { type ClassCriterion, caution, tolerance } from './classCriterion.ts';

/**
 * Models that bound the share of each value of a sensitive column in a class: (α,k)-anonymity (Wong, Li, Fu, Wang 2006),
 * δ-disclosure privacy (Brickell, Shmatikov 2008) and β-likeness (Cao, Karras 2012).
 *
 * @param overall share of the records, or persons, that have each value.
 */
export function shareCriterion(bound: ShareBound, column: number, overall: Float64Array, k: number): ClassCriterion {
  const name = `${bound.model}:${bound.column}`;
  const limits = limitsOf(bound, overall);
  return {
    name,
    column,
    sharesOf: 'units',
    meets: bound.model === 'disclosure' ? discloses(bound, overall) : staysBelow(limits.highest),
    couldMeet: couldStayWithin(limits, k),
  };
}

/** Per value code the least and the greatest share that a class may have. */
interface ShareLimits {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

function limitsOf(bound: ShareBound, overall: Float64Array): ShareLimits {
  const none = new Float64Array(overall.length);
  switch (bound.model) {
    case 'frequency': {
      const { alpha, values: bounded } = bound;
      return { lowest: none, highest: none.map((_, value) => (bounded?.includes(value) === false ? 1 : alpha)) };
    }
    case 'likeness':
      return { lowest: none, highest: overall.map((share) => share * (1 + allowedGain(bound, share))) };
    case 'disclosure': {
      const factor = 2 ** bound.delta;
      const lowest = bound.values === 'all' ? overall.map((share) => share / factor) : none;
      return { lowest, highest: overall.map((share) => share * factor) };
    }
    default:
      return unreachable(bound);
  }
}

/** The relative gain that a value may have: β, in the enhanced form never more than −ln of its share. */
const allowedGain = ({ beta, form }: Extract<ShareBound, { model: 'likeness' }>, share: number): number =>
  form === 'basic' ? beta : Math.min(beta, -Math.log(share));

const staysBelow =
  (highest: Float64Array): ClassCriterion['meets'] =>
  ({ offsets, valueCodes, counts }, index, size) => {
    for (let entry = offsets[index] as number; entry < (offsets[index + 1] as number); entry++)
      if ((counts[entry] as number) / size > (highest[valueCodes[entry] as number] as number) + tolerance) return false;
    return true;
  };

/** |log₂(share in the class ÷ share of all)| stays below δ, strictly; of a value that is absent it is infinite. */
function discloses(
  { delta, values }: Extract<ShareBound, { model: 'disclosure' }>,
  overall: Float64Array,
): ClassCriterion['meets'] {
  const needed = values === 'all' ? overall.length : 0;
  return ({ offsets, valueCodes, counts }, index, size) => {
    const [begin, end] = [offsets[index] as number, offsets[index + 1] as number];
    if (end - begin < needed) return false;
    for (let entry = begin; entry < end; entry++) {
      const ratio = (counts[entry] as number) / size / (overall[valueCodes[entry] as number] as number);
      if (Math.abs(Math.log2(ratio)) >= delta - tolerance) return false;
    }
    return true;
  };
}

/**
 * A part with m ≥ k records within the limits, shrunk to k, still is: so it is enough to ask for a part of exactly k, in
 * which a value has at least its lowest share and no more than its highest, nor more than the class has.
 */
function couldStayWithin({ lowest, highest }: ShareLimits, k: number): ClassCriterion['couldMeet'] {
  const needed = lowest.reduce((sum, share) => sum + share, 0) > 0 ? lowest.length : 0;
  return ({ offsets, valueCodes, counts }: Histogram, index) => {
    const [begin, end] = [offsets[index] as number, offsets[index + 1] as number];
    if (end - begin < needed) return false;
    let most = 0;
    for (let entry = begin; entry < end; entry++) {
      const [count, value] = [counts[entry] as number, valueCodes[entry] as number];
      if (count + caution * k < (lowest[value] as number) * k) return false;
      most += Math.min(count, (highest[value] as number) * k);
    }
    return most >= k - caution * k;
  };
}
