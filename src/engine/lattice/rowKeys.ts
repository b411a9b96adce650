import type { Codes, DistinctTable } from './distinctTable.ts';

/** Makes the keys by which the rows of a grouping fall into the classes of a node. */
export interface RowKeys {
  /** Sets the node. Answers the words that a key needs. */
  prepare(levels: readonly number[]): KeyWord[];
  /** Fills `key` with one word of the keys of these combinations, at the node that was set. */
  fill(word: KeyWord, combinations: Uint32Array, length: number, key: Int32Array): void;
}

/** A part of a key: a mixed-radix number of at most 31 bits. */
export interface KeyWord {
  /** All its numbers stay below. */
  readonly range: number;
  readonly columns: readonly number[];
}

/** Several attributes read as one, their value codes as the digits of one code. */
interface Column {
  /** Indexes of the attributes, lowest digit first. */
  readonly attributes: readonly number[];
  /** Where its codes begin: the codes of all columns are told apart. */
  readonly start: number;
  readonly size: number;
}

const largestRange = 2 ** 31;
/** A row costs one look-up per column, a node the making of the columns' tables: few rows look their attributes up singly. */
const largestColumn = 1024;
const together = 4;

/** What the value codes of an attribute add to a key: their group at the node's level × place. */
interface Place {
  readonly groupOf: Uint32Array;
  readonly place: number;
}

/**
 * The key of a row is a mixed-radix number with one digit per attribute, its group at the node's level, in as many words
 * of 31 bits as it takes. Attributes are packed into few columns, whose codes stand side by side for each combination.
 */
export function rowKeys(table: DistinctTable): RowKeys {
  const values = table.attributes.map(({ levels }) => Math.max(1, levels[0]?.groupOf.length ?? 1));
  const columns = packColumns(values);
  const stride = Math.ceil(Math.max(1, columns.length) / together) * together;
  const size = columns.reduce((sum, column) => sum + column.size, 1);
  const codes = laneCodes(table, columns, values, stride);
  const digits = new Int32Array(size);
  let node: readonly number[] = [];
  const levelOf = (index: number) => table.attributes[index]?.levels[node[index] as number];
  const radixOf = ({ attributes }: Column) =>
    attributes.reduce((product, index) => product * (levelOf(index)?.groups ?? 1), 1);
  const placesOf = (word: KeyWord): Map<number, Place> => {
    const places = new Map<number, Place>();
    let place = 1;
    for (const index of word.columns.flatMap((lane) => (columns[lane] as Column).attributes)) {
      const level = levelOf(index);
      if (!level) continue;
      places.set(index, { groupOf: level.groupOf, place });
      place *= level.groups;
    }
    return places;
  };

  return {
    prepare: (levels) => {
      node = levels;
      const words: { range: number; columns: number[] }[] = [];
      for (const [lane, column] of columns.entries()) {
        const radix = radixOf(column);
        if (radix <= 1) continue;
        const last = words.at(-1);
        if (last && last.range * radix <= largestRange) {
          last.columns.push(lane);
          last.range *= radix;
        } else words.push({ range: radix, columns: [lane] });
      }
      return words;
    },
    fill: (word, combinations, length, key) => {
      key.fill(0, 0, length);
      const places = placesOf(word);
      if (length < size) {
        for (const [index, place] of places) addDigits(key, table.codes[index] as Codes, place, combinations, length);
        return;
      }
      digits.fill(0);
      for (const lane of word.columns) writeDigits(digits, columns[lane] as Column, places, values);
      for (const first of new Set(word.columns.map((lane) => lane - (lane % together))))
        addLanes(key, digits, codes, stride, first, combinations, length);
    },
  };
}

/** Writes for every code of a column the sum over its attributes of group × place. */
function writeDigits(
  digits: Int32Array,
  { attributes, start, size }: Column,
  places: ReadonlyMap<number, Place>,
  values: readonly number[],
): void {
  const own = digits.subarray(start, start + size);
  let filled = 1;
  for (const index of attributes) {
    const { groupOf, place } = places.get(index) ?? leftOut;
    for (let value = (values[index] as number) - 1; value >= 0; value--)
      addToAll(own, filled, value * filled, place * (groupOf[value] ?? 0));
    filled *= values[index] as number;
  }
}

const leftOut: Place = { groupOf: new Uint32Array(), place: 0 };

/** Largest first, each into the first column that still has room for it. */
function packColumns(values: readonly number[]): Column[] {
  const packed: { attributes: number[]; size: number }[] = [];
  for (const index of [...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number))) {
    const own = values[index] as number;
    const column = packed.find(({ size }) => size * own <= largestColumn);
    if (column) {
      column.attributes.push(index);
      column.size *= own;
    } else packed.push({ attributes: [index], size: own });
  }
  let next = 1;
  return packed.map(({ attributes, size }) => {
    const start = next;
    next += size;
    return { attributes, size, start };
  });
}

/** Per combination `stride` codes, one for each column; code 0 fills up and never adds to a key. */
function laneCodes(
  { codes, combinations }: DistinctTable,
  columns: readonly Column[],
  values: readonly number[],
  stride: number,
): Codes {
  const last = columns.reduce((most, { start, size }) => Math.max(most, start + size), 0);
  const lanes = last <= 2 ** 16 ? new Uint16Array(combinations * stride) : new Uint32Array(combinations * stride);
  for (const [lane, { attributes, start }] of columns.entries()) {
    let place = 1;
    for (let i = 0; i < combinations; i++) lanes[i * stride + lane] = start;
    for (const index of attributes) {
      addCodes(lanes, stride, lane, codes[index] as Codes, place, combinations);
      place *= values[index] as number;
    }
  }
  return lanes;
}

function addCodes(lanes: Codes, stride: number, lane: number, codes: Codes, place: number, rows: number): void {
  for (let i = 0, at = lane; i < rows; i++, at += stride)
    lanes[at] = (lanes[at] as number) + place * (codes[i] as number);
}

/** Copies the first `length` digits to `start`, each with `digit` added. */
function addToAll(digits: Int32Array, length: number, start: number, digit: number): void {
  for (let i = 0; i < length; i++) digits[start + i] = (digits[i] as number) + digit;
}

function addDigits(
  key: Int32Array,
  codes: Codes,
  { groupOf, place }: Place,
  combinations: Uint32Array,
  length: number,
): void {
  for (let i = 0; i < length; i++)
    key[i] = (key[i] as number) + place * (groupOf[codes[combinations[i] as number] as number] as number);
}

/** Four look-ups written out, in one table: twice as fast as a loop over columns. */
function addLanes(
  key: Int32Array,
  digits: Int32Array,
  codes: Codes,
  stride: number,
  lane: number,
  combinations: Uint32Array,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    const at = (combinations[i] as number) * stride + lane;
    const low = (digits[codes[at] as number] as number) + (digits[codes[at + 1] as number] as number);
    const high = (digits[codes[at + 2] as number] as number) + (digits[codes[at + 3] as number] as number);
    key[i] = ((key[i] as number) + low + high) | 0;
  }
}
