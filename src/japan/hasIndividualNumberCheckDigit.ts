/**
 * Whether the last of twelve digits is the check digit of the eleven before it, as in an 個人番号. One number in eleven passes by
 * chance, and examples in documents need not pass: a failure proves nothing.
 */
export function hasIndividualNumberCheckDigit(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const rest = weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}
