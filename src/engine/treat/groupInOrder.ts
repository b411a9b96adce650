/**
 * Groups numbers in their order so that every group has at least k records and the sum of squares within the groups is the
 * least possible (optimal univariate microaggregation, after Hansen and Mukherjee, with equal numbers kept together).
 *
 * @param values numbers, with as many records each as `weights` says; together at least k.
 * @returns the group of each number, from 0 in rising order.
 */
export function groupInOrder(values: Float64Array, weights: Float64Array, k: number): Uint32Array {
  const inOrder = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const { numbers, records, placeOf } = mergeEqual(inOrder, values, weights);
  const starts = bestStarts(numbers, records, k);
  const groupAt = groupsFrom(starts);
  const groups = new Uint32Array(values.length);
  for (const [position, index] of inOrder.entries()) groups[index] = groupAt[placeOf[position] ?? 0] ?? 0;
  return groups;
}

/** Numbers that are equal though their texts differ (1 and 1.0) are one. */
function mergeEqual(inOrder: Uint32Array, values: Float64Array, weights: Float64Array) {
  const numbers: number[] = [];
  const records: number[] = [];
  const placeOf = new Uint32Array(inOrder.length);
  for (const [position, index] of inOrder.entries()) {
    const value = values[index] ?? 0;
    if (numbers.length === 0 || numbers.at(-1) !== value) {
      numbers.push(value);
      records.push(0);
    }
    records[numbers.length - 1] = (records.at(-1) ?? 0) + (weights[index] ?? 0);
    placeOf[position] = numbers.length - 1;
  }
  return { numbers, records, placeOf };
}

/** For the best grouping of the first numbers up to each one: where its last group starts. */
function bestStarts(numbers: readonly number[], records: readonly number[], k: number): Int32Array {
  const { cost, recordsBetween } = prefixSums(numbers, records);
  const best = new Float64Array(numbers.length + 1).fill(Number.POSITIVE_INFINITY);
  const starts = new Int32Array(numbers.length + 1).fill(-1);
  best[0] = 0;
  for (let end = 1; end <= numbers.length; end++) {
    let nearest = -1;
    for (let start = end - 1; start >= 0; start--) {
      if (recordsBetween(start, end) < k) continue;
      if (nearest < 0) nearest = start;
      // What could be split into two groups is never better as one.
      else if (recordsBetween(start, nearest) >= k) break;
      const total = (best[start] ?? 0) + cost(start, end);
      if (total < (best[end] ?? 0)) {
        best[end] = total;
        starts[end] = start;
      }
    }
  }
  return starts;
}

/** The numbers from `start` up to, but not including, `end`: their records and the sum of squares around their mean. */
function prefixSums(numbers: readonly number[], records: readonly number[]) {
  const all = records.reduce((sum, one) => sum + one, 0);
  const middle = numbers.reduce((sum, one, index) => sum + (one * (records[index] ?? 0)) / all, 0);
  const [count, linear, square] = [0, 1, 2].map(() => new Float64Array(numbers.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [index, number] of numbers.entries()) {
    const [n, x] = [records[index] ?? 0, number - middle];
    count[index + 1] = (count[index] ?? 0) + n;
    linear[index + 1] = (linear[index] ?? 0) + n * x;
    square[index + 1] = (square[index] ?? 0) + n * x * x;
  }
  const between = (sums: Float64Array, start: number, end: number) => (sums[end] ?? 0) - (sums[start] ?? 0);
  return {
    recordsBetween: (start: number, end: number) => between(count, start, end),
    cost: (start: number, end: number) => {
      const sum = between(linear, start, end);
      return between(square, start, end) - (sum * sum) / between(count, start, end);
    },
  };
}

function groupsFrom(starts: Int32Array): Uint32Array {
  const groups = new Uint32Array(starts.length - 1);
  const ends: number[] = [];
  for (let end = groups.length; end > 0; end = starts[end] ?? 0) ends.push(end);
  for (const [group, end] of ends.reverse().entries()) groups.fill(group, starts[end] ?? 0, end);
  return groups;
}
