/** Subsets of the numbers below `members` with 1 to `size` members, the small ones first. */
export function subsetsOf(members: number, size: number): number[][] {
  const all: number[][] = [];
  let last: number[][] = [[]];
  for (let count = 1; count <= size; count++) {
    last = last.flatMap((subset) =>
      Array.from({ length: members }, (_, index) => index)
        .filter((index) => index > (subset.at(-1) ?? -1))
        .map((index) => [...subset, index]),
    );
    all.push(...last);
  }
  return all;
}
