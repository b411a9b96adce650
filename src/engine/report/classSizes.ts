/** Classes (組) of similar size. */
export interface ClassSizes {
  /** Records of a class, from and to, both included; `to` is null in the last one. */
  readonly from: number;
  readonly to: number | null;
  readonly classes: number;
  readonly records: number;
}

/** Ranges from k on, in the steps 1, 2, 5, 10 … of k; below k, where there are such classes, one range of its own. */
export function classSizes(
  sizes: readonly { readonly size: number; readonly classes: number }[],
  k: number,
): ClassSizes[] {
  const largest = sizes.reduce((most, { size }) => Math.max(most, size), 0);
  const starts = [1];
  for (let step = 0; (starts.at(-1) ?? 0) <= largest; step += 1)
    starts.push(k * ([1, 2, 5][step % 3] ?? 1) * 10 ** Math.floor(step / 3));
  return starts
    .slice(0, -1)
    .filter((start, index) => start < (starts[index + 1] ?? 0))
    .map((from, index, kept) => {
      const next = kept[index + 1];
      const within = sizes.filter(({ size }) => size >= from && (next === undefined || size < next));
      const classes = within.reduce((sum, one) => sum + one.classes, 0);
      const records = within.reduce((sum, one) => sum + one.classes * one.size, 0);
      return { from, to: next === undefined ? null : next - 1, classes, records };
    })
    .filter(({ from, classes }) => from >= k || classes > 0);
}
