import type { OrganId } from '../../core/role.ts';

/** The public half of an organ's key: on its register page, its fingerprint on the contract and the provision letter. */
export interface PublicKey {
  /** SubjectPublicKeyInfo in PEM. */
  readonly pem: string;
  /** SHA-256 of the 32 bytes of the key, 64 hexadecimal digits. */
  readonly fingerprint: string;
}

/** Each organ's Ed25519 key. The private half never leaves the key files. */
export interface OrganKeys {
  /** The organ's public key; made when it is asked for first. */
  publicKey(organ: OrganId): Promise<PublicKey>;
  /** An Ed25519 signature, 64 bytes. */
  sign(organ: OrganId, message: Uint8Array): Promise<Uint8Array>;
}
