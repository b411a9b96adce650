import { writeXlsx } from '../../engine/write/writeXlsx.ts';

/** A table as the bytes of a workbook of one sheet, every cell a text. */
export async function registerWorkbook(
  name: string,
  [header = [], ...rows]: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const target = new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece.slice()) });
  await writeXlsx(target, { name, header, rows: inTurn(rows) });
  return Buffer.concat(pieces);
}

async function* inTurn(rows: readonly (readonly string[])[]) {
  yield* rows;
}
