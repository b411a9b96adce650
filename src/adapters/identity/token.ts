import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes that a person holds: a session's, or a one-time link's. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();
