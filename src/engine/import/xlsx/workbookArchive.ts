import { BlobReader, configure, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { InputError } from '../../inputError.ts';
import { XmlFault, type XmlListener, xmlScanner } from './xmlScanner.ts';

configure({ useWebWorkers: false });

/** Bounds of what is read from one workbook: what opens to more is no table that a person made. */
export interface WorkbookBounds {
  readonly parts: number;
  /** Bytes of the rows of a sheet, unpacked. */
  readonly sheetBytes: number;
  /** Bytes of every other part, unpacked; they are kept in memory. */
  readonly partBytes: number;
  /** Bytes of the table as text. */
  readonly tableBytes: number;
}

export const workbookBounds: WorkbookBounds = {
  parts: 5000,
  sheetBytes: 4 * 2 ** 30,
  partBytes: 256 * 2 ** 20,
  tableBytes: 4 * 2 ** 30,
};

/** The parts of a workbook, each readable as XML. */
export interface WorkbookArchive {
  readonly parts: ReadonlySet<string>;
  /** Reads a part, in pieces. `afterPiece` is waited for, so that what the listener found can be handed on. */
  read(part: string, listener: XmlListener, mostBytes: number, afterPiece?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** @throws {InputError} when the file is no workbook or opens to too much */
export async function openWorkbook(path: string, content: Blob, bounds: WorkbookBounds): Promise<WorkbookArchive> {
  const reader = new ZipReader(new BlobReader(content), { useWebWorkers: false });
  const found = await reader.getEntries().catch(() => {
    throw new InputError(path, broken);
  });
  if (found.length > bounds.parts) throw new InputError(path, `部品が ${found.length} 個あり、多すぎます。`);
  const entries = new Map<string, FileEntry>();
  for (const entry of found) {
    if (entry.directory) continue;
    const part = entry.filename.replace(/^\//, '');
    if (entries.has(part)) throw new InputError(path, `同じ名前の部品「${part}」が二つあります。`);
    entries.set(part, entry);
  }
  refuseHostileParts(path, [...entries.keys()]);
  return {
    parts: new Set(entries.keys()),
    read: (part, listener, mostBytes, afterPiece) =>
      readPart(path, entries.get(part), part, { listener, mostBytes, afterPiece }),
    close: () => reader.close(),
  };
}

const broken = 'Excel（.xlsx）として読めません。壊れているか、別の形式のファイルです。';

function refuseHostileParts(path: string, parts: readonly string[]): void {
  if (!parts.includes('[Content_Types].xml')) throw new InputError(path, broken);
  if (parts.some((part) => /vbaProject/i.test(part)))
    throw new InputError(path, 'マクロが入っています。マクロのないブック（.xlsx）として保存し直してください。');
  const links = parts.filter((part) => /^xl\/externalLinks\/[^/]+\.xml$/i.test(part)).length;
  if (links > 0)
    throw new InputError(
      path,
      `ほかのファイルへのリンクが ${links} 個あります。リンクを解除するか、値として貼り付けて保存し直してください。`,
    );
}

interface PartReading {
  readonly listener: XmlListener;
  readonly mostBytes: number;
  readonly afterPiece: (() => Promise<void>) | undefined;
}

async function readPart(path: string, entry: FileEntry | undefined, part: string, reading: PartReading): Promise<void> {
  if (!entry) throw new InputError(path, `${broken}（部品「${part}」がありません）`);
  if (entry.encrypted) throw new InputError(path, 'パスワードが付いています。外して保存し直してください。');
  const tooMuch = () =>
    new InputError(
      path,
      `部品「${part}」を開くと ${Math.floor(reading.mostBytes / 2 ** 20).toLocaleString('ja-JP')} MiB を超えるため、読みません。表が大きいときは CSV で保存してください。`,
    );
  if (entry.uncompressedSize > reading.mostBytes) throw tooMuch();
  const scanner = xmlScanner(reading.listener);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const piece of unpacked(entry)) {
      bytes += piece.length;
      if (bytes > reading.mostBytes) throw tooMuch();
      scanner.write(decoder.decode(piece, { stream: true }));
      await reading.afterPiece?.();
    }
    scanner.write(decoder.decode());
    scanner.end();
  } catch (error) {
    throw isOfTheFile(error) ? new InputError(path, `${broken}（部品「${part}」）`) : error;
  }
}

/** Unpacks no further than its reader has come. */
async function* unpacked(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const done = entry.getData(writable, { checkSignature: true, useWebWorkers: false });
  const failed = done.then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    for await (const piece of readable) yield piece;
  } catch (error) {
    throw (await failed) ?? error;
  }
  const error = await failed;
  if (error) throw error;
}

/** What says that the bytes are wrong: of the XML, of its encoding, of the archive. */
const isOfTheFile = (error: unknown) =>
  error instanceof XmlFault || (error instanceof Error && !(error instanceof InputError) && isNoSystemError(error));

const isNoSystemError = (error: Error) => !('syscall' in error);
