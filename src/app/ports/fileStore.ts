/** A stored file is named by the SHA-256 of its bytes, in hexadecimal. */
export interface StoredFile {
  readonly digest: string;
  readonly bytes: number;
}

/** Files by digest: written aside, synced and renamed, so that a name always means whole bytes. */
export interface FileStore {
  put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** The bytes of a file; an error naming the digest if there is none. */
  get(digest: string): Promise<Uint8Array>;
  /** A path that programs of this machine can read; an error naming the digest if there is none. */
  path(digest: string): Promise<string>;
}
