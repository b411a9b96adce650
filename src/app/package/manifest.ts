export const packageFormat = 'tokumei-package/1';
export const manifestPath = 'manifest.json';
export const signaturePath = 'manifest.sig';
export const publicKeyPath = 'public-key.pem';
export const checkPagePath = '確認.html';

/** A file of the package; `title` says in Japanese what it is. */
export interface ManifestFile {
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the counterparty is told and bound to: term → text, as the contract has it. */
export type Conditions = readonly { readonly term: string; readonly text: string }[];

/** What a package says of itself. The file `manifest.sig` is the organ's signature over the bytes of `manifest.json`. */
export interface Manifest {
  readonly format: typeof packageFormat;
  readonly organ: { readonly id: string; readonly name: string };
  /** The created data set. */
  readonly release: { readonly id: string; readonly name: string; readonly rows: number };
  /** Japan's local time at which the package was made, `YYYY-MM-DDThh:mm`. */
  readonly issuedAt: string;
  readonly conditions: Conditions;
  readonly key: { readonly algorithm: 'Ed25519'; readonly fingerprint: string };
  readonly files: readonly ManifestFile[];
}

/** The manifest in a text, or null if the text is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Manifest;
    const whole =
      value.format === packageFormat &&
      [value.organ.id, value.organ.name, value.release.id, value.key.fingerprint, value.issuedAt].every(
        (part) => typeof part === 'string',
      ) &&
      value.conditions.length > 0 &&
      value.files.every(
        (file) => typeof file.path === 'string' && Number.isInteger(file.bytes) && /^[0-9a-f]{64}$/.test(file.sha256),
      );
    return whole ? value : null;
  } catch {
    return null;
  }
}
