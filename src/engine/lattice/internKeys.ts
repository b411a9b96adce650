/** What equal keys are numbered alike in. */
export interface NumberedKeys {
  /** Number of each key: 0, 1, 2 … in order of first appearance. */
  readonly ids: Int32Array;
  /** Place where each number appears first. */
  readonly firsts: Int32Array;
}

/** Numbers equal keys alike, and answers how many there are. */
export interface KeyInterner {
  /** Keys of one word, below `range`. */
  words(keys: Int32Array, length: number, range: number, numbered: NumberedKeys): number;
  /** Keys of two words, the first of which may be the array of the numbers. */
  pairs(first: Int32Array, second: Int32Array, length: number, numbered: NumberedKeys): number;
}

/** A small range, or one that is not much larger than the number of keys, is numbered in a plain array. */
const smallRange = 4096;
const sparsest = 8;

/** The tables are kept from call to call and grow with the largest. */
export function keyInterner(): KeyInterner {
  let table = new Int32Array(smallRange);
  const cleared = (size: number): Int32Array => {
    if (table.length < size) table = new Int32Array(size);
    else table.fill(0, 0, size);
    return table;
  };
  return {
    words: (keys, length, range, numbered) =>
      range <= Math.max(smallRange, sparsest * length)
        ? numberDirectly(keys, length, numbered, cleared(range))
        : numberWords(keys, length, numbered, cleared(2 * slotsFor(length)), slotsFor(length) - 1),
    pairs: (first, second, length, numbered) =>
      numberPairs(first, second, length, numbered, cleared(3 * slotsFor(length)), slotsFor(length) - 1),
  };
}

/** A power of two, of which at most two thirds are used. */
function slotsFor(length: number): number {
  let size = 16;
  while (2 * size < 3 * length) size *= 2;
  return size;
}

function numberDirectly(keys: Int32Array, length: number, { ids, firsts }: NumberedKeys, table: Int32Array): number {
  let next = 0;
  for (let i = 0; i < length; i++) {
    const key = keys[i] as number;
    let id = table[key] as number;
    if (id === 0) {
      firsts[next] = i;
      id = ++next;
      table[key] = id;
    }
    ids[i] = id - 1;
  }
  return next;
}

/** Open addressing with linear probing; a slot is the key and its id + 1, or 0. */
function numberWords(
  keys: Int32Array,
  length: number,
  { ids, firsts }: NumberedKeys,
  slots: Int32Array,
  mask: number,
): number {
  let next = 0;
  for (let i = 0; i < length; i++) {
    const key = keys[i] as number;
    let hash = Math.imul(key, 0x9e3779b1);
    hash = (hash ^ (hash >>> 15)) & mask;
    let id = slots[2 * hash + 1] as number;
    while (id !== 0 && slots[2 * hash] !== key) {
      hash = (hash + 1) & mask;
      id = slots[2 * hash + 1] as number;
    }
    if (id === 0) {
      firsts[next] = i;
      id = ++next;
      slots[2 * hash] = key;
      slots[2 * hash + 1] = id;
    }
    ids[i] = id - 1;
  }
  return next;
}

/** As for single words; a slot is both words and the id + 1, or 0. */
function numberPairs(
  first: Int32Array,
  second: Int32Array,
  length: number,
  { ids, firsts }: NumberedKeys,
  slots: Int32Array,
  mask: number,
): number {
  let next = 0;
  for (let i = 0; i < length; i++) {
    const [one, two] = [first[i] as number, second[i] as number];
    let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    hash = (hash ^ (hash >>> 13)) & mask;
    let id = slots[3 * hash + 2] as number;
    while (id !== 0 && (slots[3 * hash] !== one || slots[3 * hash + 1] !== two)) {
      hash = (hash + 1) & mask;
      id = slots[3 * hash + 2] as number;
    }
    if (id === 0) {
      firsts[next] = i;
      id = ++next;
      slots[3 * hash] = one;
      slots[3 * hash + 1] = two;
      slots[3 * hash + 2] = id;
    }
    ids[i] = id - 1;
  }
  return next;
}
