/** `_x000D_`: how a workbook writes a character that XML does not have. */
const escaped = /_x([\da-fA-F]{4})_/g;

export const readEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The text of a cell as XML, with what XML does not have as `_xHHHH_`. A line end stays as it is. */
export const writeEscapes = (text: string): string =>
  text
    .replaceAll(/_x[\da-fA-F]{4}_/g, '_x005F$&')
    .replaceAll(
      /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu,
      (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
