/** What is put into a bundle, and how far the work is. */
export interface BundleOrder {
  /** Absolute; nothing stands there yet. `….gz` and `….tgz` are compressed. */
  readonly file: string;
  readonly onProgress: (name: string, bytes: number) => void;
}

/** What stands in a bundle: all that a machine without a network needs. */
export interface BundleReport {
  readonly file: string;
  /** Of the archive. */
  readonly bytes: number;
  /** Folder in the archive. */
  readonly folder: string;
  readonly files: number;
  /** Packages that the program needs to run, Node among them. */
  readonly packages: number;
  /** SHA-256 of `SHA256SUMS` in the archive. */
  readonly sums: string;
}
