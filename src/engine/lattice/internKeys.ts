/** Numbers equal keys alike: fills `ids` with 0, 1, 2 … in order of first appearance and answers how many there are. */
export interface KeyInterner {
  /** Keys of one word, below `range`. */
  words(keys: Int32Array, length: number, range: number, ids: Int32Array): number;
  /** Keys of two words. `ids` may be the same array as `first`. */
  pairs(first: Int32Array, second: Int32Array, length: number, ids: Int32Array): number;
}

/** A small range is numbered in a plain array; above this share of it in use a hash table is slower. */
const sparsest = 8;
const smallRange = 4096;

/** Open addressing with linear probing, at most two thirds full. The tables are kept and grow with the largest call. */
export function keyInterner(): KeyInterner {
  let direct = new Int32Array(smallRange);
  let slots = new Int32Array(0);

  const cleared = (size: number): Int32Array => {
    if (slots.length < size) slots = new Int32Array(size);
    else slots.fill(0, 0, size);
    return slots;
  };

  const inDirect = (keys: Int32Array, length: number, range: number, ids: Int32Array): number => {
    if (direct.length < range) direct = new Int32Array(range);
    else direct.fill(0, 0, range);
    const table = direct;
    let next = 0;
    for (let i = 0; i < length; i++) {
      const key = keys[i] as number;
      let id = table[key] as number;
      if (id === 0) table[key] = id = ++next;
      ids[i] = id - 1;
    }
    return next;
  };

  const inSlots = (keys: Int32Array, length: number, ids: Int32Array): number => {
    const size = tableSize(length);
    const table = cleared(2 * size);
    const mask = size - 1;
    let next = 0;
    for (let i = 0; i < length; i++) {
      const key = keys[i] as number;
      let hash = Math.imul(key, 0x9e3779b1);
      hash = (hash ^ (hash >>> 15)) & mask;
      let id = table[2 * hash + 1] as number;
      while (id !== 0 && table[2 * hash] !== key) {
        hash = (hash + 1) & mask;
        id = table[2 * hash + 1] as number;
      }
      if (id === 0) {
        table[2 * hash] = key;
        table[2 * hash + 1] = id = ++next;
      }
      ids[i] = id - 1;
    }
    return next;
  };

  const pairs = (first: Int32Array, second: Int32Array, length: number, ids: Int32Array): number => {
    const size = tableSize(length);
    const table = cleared(3 * size);
    const mask = size - 1;
    let next = 0;
    for (let i = 0; i < length; i++) {
      const [one, two] = [first[i] as number, second[i] as number];
      let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
      hash = (hash ^ (hash >>> 13)) & mask;
      let id = table[3 * hash + 2] as number;
      while (id !== 0 && (table[3 * hash] !== one || table[3 * hash + 1] !== two)) {
        hash = (hash + 1) & mask;
        id = table[3 * hash + 2] as number;
      }
      if (id === 0) {
        table[3 * hash] = one;
        table[3 * hash + 1] = two;
        table[3 * hash + 2] = id = ++next;
      }
      ids[i] = id - 1;
    }
    return next;
  };

  return {
    words: (keys, length, range, ids) =>
      range <= Math.max(smallRange, sparsest * length)
        ? inDirect(keys, length, range, ids)
        : inSlots(keys, length, ids),
    pairs,
  };
}

function tableSize(length: number): number {
  let size = 16;
  while (2 * size < 3 * length) size *= 2;
  return size;
}
