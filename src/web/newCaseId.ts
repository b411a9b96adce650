import { randomBytes } from 'node:crypto';

/** Short enough to be read out, and never the same: ten letters and digits of 32. */
export const newCaseId = (): string =>
  [...randomBytes(10)].map((byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32] ?? 'a').join('');
