import { createHmac, randomBytes } from 'node:crypto';

/**
 * The key of the pseudo-IDs (仮ID) of one run, in memory only: made for the run, never written, overwritten with zeros as
 * soon as the records are treated. Each column has a key of its own, so that equal codes of two columns do not link; and
 * telling persons apart (名寄せ) has one, so that no table holds a code beside anything that stays.
 */
export interface PseudonymKeys {
  /** The 64 bytes that HMAC-SHA-256 puts before the text, and before the inner digest (RFC 2104). */
  padsOf(column: string): { readonly inner: Uint8Array; readonly outer: Uint8Array };
  destroy(): void;
}

const blockBytes = 64;

/** @param given the key of a test; 32 random bytes unless given. */
export function makePseudonymKeys(given?: Uint8Array): PseudonymKeys {
  const key = given ? Buffer.from(given) : randomBytes(32);
  const buffers: Buffer[] = [key];
  const pads = new Map<string, { inner: Buffer; outer: Buffer }>();
  let destroyed = false;
  return {
    padsOf: (column) => {
      if (destroyed) throw new Error('the key of the pseudo-IDs was destroyed');
      const known = pads.get(column);
      if (known) return known;
      const own = Buffer.alloc(blockBytes);
      createHmac('sha256', key).update(column).digest().copy(own);
      const made = {
        inner: Buffer.from(own.map((byte) => byte ^ 0x36)),
        outer: Buffer.from(own.map((byte) => byte ^ 0x5c)),
      };
      buffers.push(own, made.inner, made.outer);
      pads.set(column, made);
      return made;
    },
    destroy: () => {
      for (const buffer of buffers) buffer.fill(0);
      pads.clear();
      destroyed = true;
    },
  };
}
