import { blobOf } from '../run.ts';
import { type Sql, sql } from '../sql.ts';
import type { PseudonymKeys } from './pseudonymKeys.ts';

/** HMAC-SHA-256 of a text under the key of a use, as 64 hexadecimal characters. The key is a value, never text of the statement. */
export function hmacSql(keys: PseudonymKeys, use: string, text: Sql): Sql {
  const { inner, outer } = keys.padsOf(use);
  return sql`sha256(${blobOf(outer)} || unhex(sha256(${blobOf(inner)} || encode(${text}))))`;
}
