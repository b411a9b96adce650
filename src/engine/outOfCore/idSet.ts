/** Numbers below a size, each one bit. */
export interface IdSet {
  add(id: number): void;
  has(id: number): boolean;
  /** In ascending order, at most so many at a time. */
  pieces(most: number): Generator<number[]>;
}

export function idSet(size: number): IdSet {
  const bits = new Uint8Array(Math.ceil(size / 8));
  const has = (id: number) => ((bits[id >> 3] as number) & (1 << (id & 7))) !== 0;
  return {
    add: (id) => {
      bits[id >> 3] = (bits[id >> 3] as number) | (1 << (id & 7));
    },
    has,
    *pieces(most) {
      let piece: number[] = [];
      for (let id = 0; id < size; id++) {
        if (has(id)) piece.push(id);
        if (piece.length < most) continue;
        yield piece;
        piece = [];
      }
      if (piece.length > 0) yield piece;
    },
  };
}
