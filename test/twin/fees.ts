/** Fees by taking away hours one after another, in big integers: no division, no rounding function. */
function startedHours(minutes: readonly number[]): bigint {
  let left = minutes.reduce((sum, one) => sum + BigInt(one), 0n);
  let hours = 0n;
  for (; left > 0n; left -= 60n) hours += 1n;
  return hours;
}

function creationCost(minutes: readonly number[], outsourcing: number | null): bigint {
  return startedHours(minutes) * 3950n + BigInt(outsourcing ?? 0);
}

export const newFee = (minutes: readonly number[], outsourcing: number | null): bigint =>
  21_000n + creationCost(minutes, outsourcing);

/** The largest part that n parties can pay without paying more than the cost together. */
export function sharedFee(minutes: readonly number[], outsourcing: number | null, parties: number): bigint {
  const cost = creationCost(minutes, outsourcing);
  const n = BigInt(parties);
  return 21_000n + (cost - (cost % n)) / n;
}

export const ichikawaFee = (outsourcing: number | null, cumulativePersons: number): bigint =>
  outsourcing === null ? 21_000n : 21_000n + BigInt(cumulativePersons);
