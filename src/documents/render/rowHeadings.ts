/** A cell of a body as the layout writes its tag, where it is shaded: the name of its row. */
const shadedCell =
  /\/S \/TD(\s+\/P \d+ 0 R\s+\/A \[<<\s+\/O \/Table\s+(?:\/(?:RowSpan|ColSpan) \d+\s+)*)(\/Headers \[[^\]]*\])((?:\s+\/(?:RowSpan|ColSpan) \d+)*\s+>> <<\s+\/O \/Layout\s+\/BackgroundColor)/g;

/**
 * The PDF with the names of its rows tagged as such, so that a screen reader says them with their cells: the layout knows the
 * heads of columns alone. What is written has the length of what it replaces; every offset in the file stays.
 */
export function tagRowHeadings(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const tagged = text.replace(
    shadedCell,
    (_, before: string, headers: string, behind: string) =>
      `/S /TH${before}${'/Scope /Row'.padEnd(headers.length)}${behind}`,
  );
  return Buffer.from(tagged, 'latin1');
}
