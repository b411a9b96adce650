import type { OrganId } from '../../core/role.ts';
import type { StoredFile } from './fileStore.ts';

/** Whose files and key are meant. */
export interface ReleaseRef {
  readonly organ: OrganId;
  readonly release: string;
}

/** The key of a release was destroyed: what was kept under it can't be read by anyone any more. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
  constructor({ release }: ReleaseRef) {
    super(`作成「${release}」の鍵は廃棄されています。元データ、加工の手順、加工の記録は、もう読めません。`);
  }
}

/**
 * What must not be readable at rest (法122条, SEC-4): source, recipe, report and unsigned output of a release, encrypted
 * under a key of its own. A file is named by the SHA-256 of its plain bytes, as in the file store.
 */
export interface ReleaseVault {
  /** Encrypts and keeps; the first file of a release makes its key. @throws KeyDestroyed */
  put(release: ReleaseRef, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile>;
  has(release: ReleaseRef, digest: string): Promise<boolean>;
  /** The plain bytes; an error naming the digest if there are none or they were changed. @throws KeyDestroyed */
  get(release: ReleaseRef, digest: string): Promise<Uint8Array>;
  /** Writes the plain bytes to `path`, which lies in a private folder. @throws KeyDestroyed */
  extract(release: ReleaseRef, digest: string, path: string): Promise<void>;
  /** Work on plain files: an empty folder that nobody else can look into, overwritten and removed in any case. */
  inPrivateFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result>;
  /** Overwrites and removes the key; a release never gets another one. Done again it does nothing. */
  destroyKey(release: ReleaseRef): Promise<void>;
}
