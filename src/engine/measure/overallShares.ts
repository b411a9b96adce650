import type { SensitiveHistogram } from '../lattice/distinctTable.ts';

/** Share of each value of a sensitive column over all records. */
export function overallShares({ values, valueCodes, counts, overall }: SensitiveHistogram): Float64Array {
  if (overall) return overall;
  const shares = new Float64Array(values);
  let records = 0;
  valueCodes.forEach((value, entry) => {
    shares[value] = (shares[value] as number) + (counts[entry] as number);
    records += counts[entry] as number;
  });
  return shares.map((count) => count / records);
}
