import type { Attribute, Codes, DistinctTable } from '../lattice/distinctTable.ts';

/**
 * The loss of a point of the lattice, and its least value when only the number of suppressed records is known.
 *
 * A record costs, per attribute, the rows of the hierarchy that share its group; a suppressed record costs them all.
 * Costs are whole numbers of rows, so that their sums are exact in whatever order they are made (below 2^53).
 */
export interface LossModel {
  /** Least loss of the levels whatever is suppressed: nothing is. */
  floor(levels: ArrayLike<number>): number;
  /** Least loss of the levels when at least `suppressed` records are, whichever they are. */
  floorWith(levels: ArrayLike<number>, suppressed: number): number;
  /** Loss per attribute when the suppressed records cost `extra` (per attribute) more than their groups. */
  losses(levels: ArrayLike<number>, extra: ArrayLike<number>): number[];
  /** Total loss of the losses per attribute. */
  total(losses: readonly number[]): number;
  /** Per attribute and level: value code → rows by which suppression costs more than the group of that value. */
  readonly deficit: readonly (readonly Float64Array[])[];
}

interface LevelCost {
  /** Cost of all records at this level. */
  readonly sum: number;
  readonly deficit: Float64Array;
  /** Records from the cheapest to suppress to the dearest: running numbers of records and of what they cost more. */
  readonly records: Float64Array;
  readonly extra: Float64Array;
}

export const lossModel = (table: DistinctTable): LossModel =>
  lossModelOf(table, (index) => recordsPerValue(table, index));

/** The same where only the records of each value of each attribute are known. */
export function lossModelOf(
  { attributes, records }: Pick<DistinctTable, 'attributes' | 'records'>,
  perValueOf: (attribute: number) => Float64Array,
): LossModel {
  const costs = attributes.map((attribute, index) => levelCosts(attribute, perValueOf(index)));
  const weights = attributes.map(({ weight = 1 }) => weight);
  const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const exponents = weights.map((weight) => weight / allWeights);
  const lossOf = (index: number, sum: number): number => {
    const domain = attributes[index]?.domain ?? 0;
    return domain <= 1 || records === 0 ? 0 : Math.max(0, (sum - records) / (records * (domain - 1)));
  };
  const factorOf = (index: number, sum: number) => (1 + lossOf(index, sum)) ** (exponents[index] as number);
  const costOf = (index: number, levels: ArrayLike<number>) =>
    (costs[index] as LevelCost[])[levels[index] as number] as LevelCost;
  const factors = costs.map((levels, index) => Float64Array.from(levels, ({ sum }) => factorOf(index, sum)));

  return {
    deficit: costs.map((levels) => levels.map(({ deficit }) => deficit)),
    floor: (levels) => {
      let product = 1;
      for (let index = 0; index < factors.length; index++)
        product *= (factors[index] as Float64Array)[levels[index] as number] as number;
      return product - 1;
    },
    floorWith: (levels, suppressed) => {
      let product = 1;
      for (let index = 0; index < factors.length; index++) {
        const cost = costOf(index, levels);
        product *= factorOf(index, cost.sum + leastExtra(cost, suppressed));
      }
      return product - 1;
    },
    losses: (levels, extra) =>
      attributes.map((_, index) => lossOf(index, costOf(index, levels).sum + (extra[index] as number))),
    total: (losses) => {
      const product = losses.reduce((all, loss, index) => all * (1 + loss) ** (exponents[index] as number), 1);
      return Math.min(1, product - 1);
    },
  };
}

function recordsPerValue({ codes, counts, attributes, combinations }: DistinctTable, index: number): Float64Array {
  const perValue = new Float64Array(attributes[index]?.levels[0]?.groupOf.length ?? 0);
  const values = codes[index] as Codes;
  for (let i = 0; i < combinations; i++) {
    const value = values[i] as number;
    perValue[value] = (perValue[value] as number) + (counts[i] as number);
  }
  return perValue;
}

function levelCosts({ domain, levels }: Attribute, perValue: Float64Array): LevelCost[] {
  return levels.map(({ groupOf, groups, share }) => {
    const perGroup = new Float64Array(groups);
    const groupDeficit = share.map((part) => domain - Math.round(part * domain));
    groupOf.forEach((group, value) => {
      perGroup[group] = (perGroup[group] as number) + (perValue[value] as number);
    });
    const order = [...perGroup.keys()].sort((a, b) => (groupDeficit[a] as number) - (groupDeficit[b] as number));
    const [records, extra] = [new Float64Array(groups), new Float64Array(groups)];
    let [sum, running, runningExtra] = [0, 0, 0];
    order.forEach((group, position) => {
      const [count, more] = [perGroup[group] as number, groupDeficit[group] as number];
      sum += count * (domain - more);
      records[position] = running += count;
      extra[position] = runningExtra += count * more;
    });
    return { sum, records, extra, deficit: Float64Array.from(groupOf, (group) => groupDeficit[group] as number) };
  });
}

/** What suppressing that many records costs at least: the records whose groups are already widest go first. */
function leastExtra({ records, extra }: LevelCost, suppressed: number): number {
  if (suppressed <= 0) return 0;
  let [low, high] = [0, records.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle] as number) >= suppressed) high = middle;
    else low = middle + 1;
  }
  const [before, beforeExtra] = low > 0 ? [records[low - 1] as number, extra[low - 1] as number] : [0, 0];
  const count = (records[low] as number) - before;
  return count > 0
    ? beforeExtra + (suppressed - before) * (((extra[low] as number) - beforeExtra) / count)
    : beforeExtra;
}
