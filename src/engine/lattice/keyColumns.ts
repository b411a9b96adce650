import type { DistinctTable } from './distinctTable.ts';

/** Several attributes read as one: their value codes as the digits of one code. */
export interface KeyColumn {
  /** Indexes of the attributes, lowest digit first. */
  readonly attributes: readonly number[];
  /** Product of the attributes' numbers of values. */
  readonly size: number;
  /** Code per combination of the distinct table. */
  readonly codes: Uint32Array;
}

/** The words of the keys of one node: per row the codes of `columns` are looked up in `tables` and added. */
export interface KeyWord {
  readonly columns: readonly KeyColumn[];
  readonly tables: readonly Int32Array[];
  /** Every key is below it. */
  readonly range: number;
}

const largestRange = 2 ** 31;

/**
 * Packs the attributes into few columns, since a row costs one look-up per column. A column's table is rebuilt for every
 * node, so its size stays well below the number of combinations.
 */
export function keyColumns({ attributes, codes, combinations }: DistinctTable): KeyColumn[] {
  const largest = Math.min(16_384, Math.max(256, combinations >> 3));
  const values = attributes.map(({ levels }) => Math.max(1, levels[0]?.groupOf.length ?? 1));
  const bins: { attributes: number[]; size: number }[] = [];
  for (const index of [...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number))) {
    const own = values[index] as number;
    const bin = bins.find(({ size }) => size * own <= largest);
    if (bin) {
      bin.attributes.push(index);
      bin.size *= own;
    } else bins.push({ attributes: [index], size: own });
  }
  return bins.map((bin) => ({ ...bin, codes: packedCodes(bin.attributes, values, codes, combinations) }));
}

function packedCodes(
  bin: readonly number[],
  values: readonly number[],
  codes: readonly Uint32Array[],
  rows: number,
): Uint32Array {
  const packed = new Uint32Array(rows);
  let stride = 1;
  for (const index of bin) {
    const column = codes[index] as Uint32Array;
    for (let i = 0; i < rows; i++) packed[i] = (packed[i] as number) + stride * (column[i] as number);
    stride *= values[index] as number;
  }
  return packed;
}

/** A level above the last means that the attribute is left out. Columns that do not tell rows apart are left out too. */
export function keyWords(table: DistinctTable, columns: readonly KeyColumn[], levels: ArrayLike<number>): KeyWord[] {
  type Word = { columns: KeyColumn[]; tables: Int32Array[]; range: number };
  const words: Word[] = [];
  for (const column of columns) {
    const radix = column.attributes.reduce((product, index) => product * groupsAt(table, index, levels), 1);
    if (radix === 1) continue;
    const last = words.at(-1);
    const word: Word = last && last.range * radix <= largestRange ? last : { columns: [], tables: [], range: 1 };
    if (word !== last) words.push(word);
    word.columns.push(column);
    word.tables.push(digitTable(table, column, levels, word.range));
    word.range *= radix;
  }
  return words;
}

const groupsAt = ({ attributes }: DistinctTable, index: number, levels: ArrayLike<number>): number =>
  attributes[index]?.levels[levels[index] as number]?.groups ?? 1;

/** Column code → its part of the key: the sum over the attributes of group × stride. */
function digitTable(
  table: DistinctTable,
  column: KeyColumn,
  levels: ArrayLike<number>,
  firstStride: number,
): Int32Array {
  const digits = new Int32Array(column.size);
  let [filled, stride] = [1, firstStride];
  for (const index of column.attributes) {
    const attribute = table.attributes[index];
    const values = Math.max(1, attribute?.levels[0]?.groupOf.length ?? 1);
    const groupOf = attribute?.levels[levels[index] as number]?.groupOf;
    for (let value = values - 1; value >= 0; value--) {
      const digit = groupOf ? (groupOf[value] as number) * stride : 0;
      const start = value * filled;
      for (let i = 0; i < filled; i++) digits[start + i] = (digits[i] as number) + digit;
    }
    filled *= values;
    stride *= groupsAt(table, index, levels);
  }
  return digits;
}
