import { wholeCounts } from '../measure/overallShares.ts';
import type { Codes, DistinctTable, SensitiveHistogram } from './distinctTable.ts';

/** Some combinations of a table as a table of its own; classes of it are still compared with all records. */
export function partOfTable(table: DistinctTable, combinations: Uint32Array): DistinctTable {
  const counts = Float64Array.from(combinations, (index) => table.counts[index] as number);
  return {
    records: counts.reduce((sum, count) => sum + count, 0),
    combinations: combinations.length,
    attributes: table.attributes,
    codes: table.codes.map((codes) => partOfCodes(codes, combinations)),
    counts,
    sensitive: table.sensitive.map((one) => partOfHistogram(one, combinations)),
    ...(table.persons ? { persons: partOfHistogram(table.persons, combinations) } : {}),
  };
}

function partOfCodes(whole: Codes, combinations: Uint32Array): Codes {
  const part = whole.slice(0, combinations.length);
  for (let index = 0; index < part.length; index++) part[index] = whole[combinations[index] as number] as number;
  return part;
}

function partOfHistogram(whole: SensitiveHistogram, combinations: Uint32Array): SensitiveHistogram {
  const offsets = new Uint32Array(combinations.length + 1);
  combinations.forEach((from, index) => {
    const entries = (whole.offsets[from + 1] as number) - (whole.offsets[from] as number);
    offsets[index + 1] = (offsets[index] as number) + entries;
  });
  const entries = offsets[combinations.length] as number;
  const [valueCodes, counts] = [new Uint32Array(entries), new Float64Array(entries)];
  combinations.forEach((from, index) => {
    const [begin, end] = [whole.offsets[from], whole.offsets[from + 1]];
    valueCodes.set(whole.valueCodes.subarray(begin, end), offsets[index]);
    counts.set(whole.counts.subarray(begin, end), offsets[index]);
  });
  return { ...whole, offsets, valueCodes, counts, whole: wholeCounts(whole) };
}
