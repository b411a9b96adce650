import type { Codes, DistinctTable } from './distinctTable.ts';

/** Makes the keys by which the rows of a grouping fall into the classes of a node. */
export interface RowKeys {
  /** Sets the node. Answers the words that a key needs: each with the number that all its keys stay below. */
  prepare(levels: readonly number[]): KeyWord[];
  /** Fills `key` with one word of the keys of these combinations. */
  fill(word: KeyWord, combinations: Uint32Array, length: number, key: Int32Array): void;
}

export interface KeyWord {
  readonly range: number;
  /** Code of a lane → its part of the key. */
  readonly digits: Int32Array;
  /** First lane of each group of four that is needed. */
  readonly lanes: number[];
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
/** A row costs one look-up per column, a node the making of the columns' tables. */
const largestColumn = 1024;
const together = 4;

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
  const groupsAt = (index: number, levels: readonly number[]): number =>
    table.attributes[index]?.levels[levels[index] as number]?.groups ?? 1;

  /** Writes for every code of the column the sum over its attributes of group × place value. */
  const writeDigits = (
    { attributes, start, size: codesOfColumn }: Column,
    levels: readonly number[],
    word: KeyWord,
  ): void => {
    const digits = word.digits.subarray(start, start + codesOfColumn);
    let [filled, place] = [1, word.range];
    for (const index of attributes) {
      const groupOf = table.attributes[index]?.levels[levels[index] as number]?.groupOf;
      for (let value = (values[index] as number) - 1; value >= 0; value--)
        addToAll(digits, filled, value * filled, groupOf ? (groupOf[value] as number) * place : 0);
      filled *= values[index] as number;
      place *= groupsAt(index, levels);
    }
  };

  return {
    prepare: (levels) => {
      const words: { range: number; digits: Int32Array; lanes: number[] }[] = [];
      for (const [lane, column] of columns.entries()) {
        const radix = column.attributes.reduce((product, index) => product * groupsAt(index, levels), 1);
        if (radix <= 1) continue;
        const last = words.at(-1);
        const fits = last && last.range * radix <= largestRange;
        const word = fits ? last : { range: 1, digits: new Int32Array(size), lanes: [] };
        if (!fits) words.push(word);
        writeDigits(column, levels, word);
        word.range *= radix;
        const first = lane - (lane % together);
        if (word.lanes.at(-1) !== first) word.lanes.push(first);
      }
      return words;
    },
    fill: ({ digits, lanes }, combinations, length, key) => {
      key.fill(0, 0, length);
      for (const lane of lanes) addLanes(key, digits, codes, stride, lane, combinations, length);
    },
  };
}

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
