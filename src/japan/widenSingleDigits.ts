/**
 * Writes a digit that stands alone full-width and leaves numbers of two digits and more as they are, as many official
 * papers do: 令和8年2月10日 → 令和８年２月10日. Digits beside a comma, a point or a colon belong to a longer number.
 */
export const widenSingleDigits = (text: string): string =>
  text.replace(/(?<![0-9][,.:]?)[0-9](?![,.:]?[0-9])/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
