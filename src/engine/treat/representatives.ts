/**
 * The representative of each group as text.
 *
 * @param values the numbers, with as many records each as `weights` says, in the group that `groups` says.
 * @param decimals decimals of the text.
 */
export function representatives(
  values: Float64Array,
  weights: Float64Array,
  groups: Uint32Array,
  representative: 'mean' | 'median',
  decimals: number,
): string[] {
  const members = new Map<number, number[]>();
  for (const [index, group] of groups.entries()) {
    const known = members.get(group);
    if (known) known.push(index);
    else members.set(group, [index]);
  }
  const average = representative === 'mean' ? mean : median;
  const labels: string[] = [];
  for (const [group, indexes] of members)
    labels[group] = written(
      average(indexes.map((index) => ({ value: values[index] ?? 0, records: weights[index] ?? 0 }))),
      decimals,
    );
  return labels;
}

type Weighted = readonly { readonly value: number; readonly records: number }[];

function mean(members: Weighted): number {
  const records = members.reduce((sum, one) => sum + one.records, 0);
  return members.reduce((sum, one) => sum + one.value * one.records, 0) / records;
}

/** Of an even number of records the lower of the two in the middle: a value that somebody has. */
function median(members: Weighted): number {
  const half = members.reduce((sum, one) => sum + one.records, 0) / 2;
  let passed = 0;
  for (const { value, records } of members.toSorted((a, b) => a.value - b.value)) {
    passed += records;
    if (passed >= half) return value;
  }
  throw new Error('a group has members');
}

/** Without a negative zero. */
const written = (value: number, decimals: number) => value.toFixed(decimals).replace(/^-(0(\.0+)?)$/, '$1');
