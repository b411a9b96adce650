/** A stored file: its name for readers, and the SHA-256 under which its bytes are kept. */
export interface KeptFile {
  readonly name: string;
  readonly digest: string;
  readonly bytes: number;
}
