/** Whether thirteen digits are a 法人番号: the first is the check digit of the twelve behind it. */
export function isCorporateNumber(digits: string): boolean {
  if (!/^[1-9]\d{12}$/.test(digits)) return false;
  const sum = [...digits.slice(1)]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 2), 0);
  return Number(digits[0]) === 9 - (sum % 9);
}

/** Whether the last digit of a card number is the check digit of those before it (Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^[3-6]\d{13,15}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether thirteen digits are an article number of Japan or of a book (JAN, ISBN) with its check digit. */
export function isArticleNumber(digits: string): boolean {
  if (!/^(?:4[59]|97[89])\d{10,11}$/.test(digits) || digits.length !== 13) return false;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
