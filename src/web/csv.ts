/**
 * Rows as CSV that Japanese Excel opens: UTF-8 with BOM, CRLF. A cell that Excel would take for a formula gets an
 * apostrophe before it.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\u{FEFF}${csvRows(rows)}`;

/** Further rows of the same file. */
export const csvRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
