import type { Unencodable } from './findUnencodable.ts';

/** The characters that were found in a column. */
export const charactersOf = (found: readonly Unencodable[], column: string) =>
  found.filter((one) => one.column === column).map(({ character }) => character);

/** A pattern of the database for any of them. */
export const patternOf = (found: readonly Unencodable[], column: string) =>
  `[${charactersOf(found, column)
    .map((one) => `\\x{${one.codePointAt(0)?.toString(16)}}`)
    .join('')}]`;
