/** The sixth digit of a 全国地方公共団体コード, from the five before it. */
export function municipalityCheckDigit(digits: string): string {
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return String((11 - (sum % 11)) % 10);
}
