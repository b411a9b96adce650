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
  const starts = startsUpTo(
    sizes.reduce((most, { size }) => Math.max(most, size), 0),
    k,
  );
  const ranges = starts.map((from, index) => ({ from, to: (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1 }));
  return [...(k > 1 ? [{ from: 1, to: k - 1 }] : []), ...ranges]
    .map((range) => counted(sizes, range))
    .filter(({ from, classes }) => from >= k || classes > 0);
}

function startsUpTo(largest: number, k: number): number[] {
  const start = (step: number) => k * ([1, 2, 5][step % 3] ?? 1) * 10 ** Math.floor(step / 3);
  const starts = [];
  for (let step = 0; start(step) <= largest; step += 1) starts.push(start(step));
  return starts;
}

function counted(
  sizes: readonly { readonly size: number; readonly classes: number }[],
  { from, to }: { readonly from: number; readonly to: number },
): ClassSizes {
  const within = sizes.filter(({ size }) => size >= from && size <= to);
  return {
    from,
    to: Number.isFinite(to) ? to : null,
    classes: within.reduce((sum, { classes }) => sum + classes, 0),
    records: within.reduce((sum, { classes, size }) => sum + classes * size, 0),
  };
}
