/** A node that waits, with a loss that it can't go below. */
export interface OpenNode {
  readonly levels: readonly number[];
  readonly floor: number;
  /** The attribute that was raised last on the way to it; −1 when its successors wait already. */
  readonly raised: number;
}

/** Open nodes, the least floor first; equal floors in the order of the sum of the levels, then as they came. */
export interface Frontier {
  push(node: OpenNode): void;
  pop(): OpenNode | undefined;
  /** Least floor of all that wait; Infinity when none does. */
  readonly least: number;
  readonly size: number;
}

interface Entry {
  readonly node: OpenNode;
  readonly sum: number;
  readonly order: number;
}

/** A binary heap. */
export function createFrontier(): Frontier {
  const heap: Entry[] = [];
  let order = 0;

  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b] as Entry, heap[a] as Entry];
  };
  const isBefore = (a: number, b: number): boolean => {
    const [one, two] = [heap[a] as Entry, heap[b] as Entry];
    return (one.node.floor - two.node.floor || one.sum - two.sum || one.order - two.order) < 0;
  };
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
    push: (node) => {
      heap.push({ node, sum: node.levels.reduce((sum, level) => sum + level, 0), order: order++ });
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
      return first?.node;
    },
    get least() {
      return heap[0]?.node.floor ?? Number.POSITIVE_INFINITY;
    },
    get size() {
      return heap.length;
    },
  };
}
