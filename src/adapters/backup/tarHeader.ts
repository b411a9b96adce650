/**
 * The archive is a tar in its plainest form (ustar, one regular file after the other): any tool opens it, and a header
 * follows from name and size alone, so that a byte which is not so was changed.
 */
export const blockBytes = 512;
/** What ends an archive. */
export const endBytes = 2 * blockBytes;
const [longestName, longestPrefix] = [100, 155];
const largestOctal = 0o77777777777;

/** Bytes that fill up the last block of a content. */
export const padding = (size: number): number => (blockBytes - (size % blockBytes)) % blockBytes;

function split(name: string): { prefix: string; last: string } {
  if (!/^[\x20-\x7e]+$/.test(name)) throw new Error(`the name has other characters than an archive can hold: ${name}`);
  if (name.length <= longestName) return { prefix: '', last: name };
  const at = name.indexOf('/', name.length - longestName - 1);
  const [prefix, last] = [name.slice(0, at), name.slice(at + 1)];
  if (at < 0 || prefix.length > longestPrefix || last === '')
    throw new Error(`the name is too long for an archive: ${name}`);
  return { prefix, last };
}

function writeSize(header: Buffer, size: number): void {
  if (size <= largestOctal) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
}

/** What a header says beside name and size. */
export interface TarEntryKind {
  readonly mode: number;
  /** ASCII, at most 100 characters: a symbolic link to there instead of a file. */
  readonly link?: string;
}

const privateFile: TarEntryKind = { mode: 0o600 };

/** @param name ASCII, at most 255 characters with a slash where it can be parted @param size in bytes */
export function tarHeader(name: string, size: number, { mode, link }: TarEntryKind = privateFile): Buffer {
  const header = Buffer.alloc(blockBytes);
  const { prefix, last } = split(name);
  header.write(last, 0, 'latin1');
  header.write(`${mode.toString(8).padStart(7, '0')}\x000000000\x000000000\0`, 100, 'latin1');
  writeSize(header, size);
  header.write(`00000000000\0        ${link === undefined ? '0' : '2'}`, 136, 'latin1');
  if (link !== undefined) header.write(link, 157, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(prefix, 345, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

const textAt = (header: Buffer, from: number, length: number): string =>
  header
    .toString('latin1', from, from + length)
    .split('\0', 1)
    .join('');

/** Name and size in a header; null when it is not one of ours to the last byte. */
export function readTarHeader(header: Buffer): { readonly name: string; readonly size: number } | null {
  const [last, prefix] = [textAt(header, 0, longestName), textAt(header, 345, longestPrefix)];
  const name = prefix === '' ? last : `${prefix}/${last}`;
  const octal = textAt(header, 124, 12);
  const size =
    header[124] === 0x80
      ? Number(header.readBigUInt64BE(128))
      : /^[0-7]{11}$/.test(octal)
        ? Number.parseInt(octal, 8)
        : -1;
  if (!Number.isSafeInteger(size) || size < 0 || !/^[\x21-\x7e]+$/.test(name)) return null;
  try {
    return tarHeader(name, size).equals(header) ? { name, size } : null;
  } catch {
    return null;
  }
}
