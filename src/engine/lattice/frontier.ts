/** The nodes from `low` to `high` that wait to be looked at, with a loss that none of them goes below. */
export interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly floor: number;
}

/** Open boxes, the least floor first; equal floors in the order of the sum of their lowest levels, then as they came. */
export interface Frontier {
  push(box: Box): void;
  pop(): Box | undefined;
  /** Drops the boxes with the largest floors until so many are left, and answers the least floor of the dropped. */
  trim(size: number): number;
  /** Nodes of the boxes whose floor is at most this. */
  nodesUpTo(floor: number): number;
  /** Least floor of all that wait; Infinity when none does. */
  readonly least: number;
  readonly size: number;
}

interface Entry {
  readonly box: Box;
  readonly sum: number;
  readonly order: number;
  readonly nodes: number;
}

const nodesOf = ({ low, high }: Box): number =>
  high.reduce((product, level, index) => product * (level - (low[index] as number) + 1), 1);

/** A binary heap. */
export function createFrontier(): Frontier {
  const heap: Entry[] = [];
  let order = 0;

  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b] as Entry, heap[a] as Entry];
  };
  const compare = (one: Entry, two: Entry): number =>
    one.box.floor - two.box.floor || one.sum - two.sum || one.order - two.order;
  const isBefore = (a: number, b: number): boolean => compare(heap[a] as Entry, heap[b] as Entry) < 0;
  const sink = (from: number): void => {
    for (let parent = from; ; ) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      if (left >= heap.length) return;
      const child = right < heap.length && isBefore(right, left) ? right : left;
      if (!isBefore(child, parent)) return;
      swap(child, parent);
      parent = child;
    }
  };

  return {
    push: (box) => {
      const sum = box.low.reduce((all, level) => all + level, 0);
      heap.push({ box, sum, order: order++, nodes: nodesOf(box) });
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1;
        if (!isBefore(child, parent)) return;
        swap(child, parent);
        child = parent;
      }
    },
    pop: () => {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length > 0 && last) {
        heap[0] = last;
        sink(0);
      }
      return first?.box;
    },
    trim: (size) => {
      const [first] = heap.sort(compare).splice(size);
      return first?.box.floor ?? Number.POSITIVE_INFINITY;
    },
    nodesUpTo: (floor) => heap.reduce((sum, { box, nodes }) => (box.floor <= floor ? sum + nodes : sum), 0),
    get least() {
      return heap[0]?.box.floor ?? Number.POSITIVE_INFINITY;
    },
    get size() {
      return heap.length;
    },
  };
}
