import type { Mode } from '../postgres/installation.ts';

export const backupFormat = 'tokumei-backup/1';
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';
export const publicKeyName = 'public-key.pem';
/** In bytes, a little less than a text can have: some three million files. */
export const longestManifest = 500 * 1024 * 1024;

/** A table as it stands in the archive: its rows as COPY writes them, cut into pieces that are compressed one by one. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the rows before compression. */
  readonly bytes: number;
  readonly sha256: string;
  readonly pieces: number;
  /** Column → where its sequence stands; `called`: that number was given. */
  readonly sequences: Readonly<Record<string, { readonly last: string; readonly called: boolean }>>;
}

/** A file of the archive; `bytes` and `sha256` are of what stands in it. */
export interface KeptEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a backup says of itself; `manifest.sig` is the installation's signature over its bytes. */
export interface Manifest {
  readonly format: typeof backupFormat;
  /** In UTC. */
  readonly madeAt: string;
  readonly mode: Mode;
  readonly versions: { readonly program: string; readonly postgres: string };
  /** The migrations that made the schema, in their order. */
  readonly schema: readonly string[];
  readonly events: number;
  readonly tables: readonly KeptTable[];
  readonly jobs: KeptTable;
  /** In the order of the archive. */
  readonly entries: readonly KeptEntry[];
  /** SHA-256 of the public key that verifies the signature. */
  readonly key: string;
}

/** Where a piece of a table stands, counted from 0. */
export const pieceName = (table: string, piece: number): string =>
  `tables/${table}/${String(piece + 1).padStart(6, '0')}.copy.gz`;

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isDigest = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isTable = ({ name, columns, rows, bytes, sha256, pieces, sequences }: KeptTable): boolean =>
  /^[a-z][a-z0-9_]*$/.test(name) &&
  columns.every(isText) &&
  [rows, bytes, pieces].every(isCount) &&
  isDigest(sha256) &&
  Object.values(sequences).every(({ last, called }) => /^\d{1,19}$/.test(last) && typeof called === 'boolean');

const isManifest = (value: Manifest): boolean =>
  value.format === backupFormat &&
  [value.madeAt, value.versions.program, value.versions.postgres].every(isText) &&
  ['demonstration', 'production'].includes(value.mode) &&
  value.schema.length > 0 &&
  value.schema.every(isText) &&
  isCount(value.events) &&
  [...value.tables, value.jobs].every(isTable) &&
  value.entries.every(({ name, bytes, sha256 }) => isText(name) && isCount(bytes) && isDigest(sha256)) &&
  isDigest(value.key);

/** The manifest in a text, or null if the text is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Manifest;
    return isManifest(value) ? value : null;
  } catch {
    return null;
  }
}
