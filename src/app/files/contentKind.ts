/** What a file is by its bytes; never by its name. */
export type ContentKind = 'pdf' | 'png' | 'jpeg' | 'tiff' | 'zip' | 'parquet' | 'json' | 'text';

/** Why a file is not taken in, whatever it claims to be. */
export type FileObstacle = 'empty' | 'program' | 'macro' | 'malware' | 'unknown';

const signatures: readonly (readonly [ContentKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];
const programs: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x23, 0x21],
];

const begins = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** The file that every scanner knows as a test of itself; written in two parts so that this file is none. */
const scannerTest = `${'X5O!P%@AP[4\\PZX54(P^)7CC)7}'}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE`;

/** Decides what a file is by its first bytes; text by the absence of bytes that no text has. */
export function contentKind(bytes: Uint8Array): ContentKind | FileObstacle {
  if (bytes.length === 0) return 'empty';
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.subarray(0, 4096).includes(scannerTest)) return 'malware';
  if (programs.some((start) => begins(bytes, start))) return 'program';
  const known = signatures.find(([, start]) => begins(bytes, start))?.[0];
  if (known === 'zip' && content.includes('vbaProject.bin')) return 'macro';
  if (known) return known;
  if (content.includes(0) && !begins(bytes, [0xff, 0xfe]) && !begins(bytes, [0xfe, 0xff])) return 'unknown';
  return /^[\uFEFF\s]*[{[]/.test(content.subarray(0, 200).toString('utf8')) ? 'json' : 'text';
}

const longestName = 120;

/**
 * A file's name as it is kept: without folders, control characters, and characters that turn the direction of writing;
 * not longer than 120 characters, its ending kept.
 */
export function neutralName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const [, ending = ''] = plain.match(/(\.[^.]{1,10})$/) ?? [];
  const body = [...plain.slice(0, plain.length - ending.length)].slice(0, longestName - ending.length).join('');
  return body === '' ? `file${ending}` : `${body}${ending}`;
}
