/** Whether every level of `lower` is at most that of `upper`. */
export function isAtMost(lower: readonly number[], upper: readonly number[]): boolean {
  for (let index = 0; index < lower.length; index++)
    if ((lower[index] as number) > (upper[index] as number)) return false;
  return true;
}
