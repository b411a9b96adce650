import { ownMiB } from './machineShare.ts';
import type { EncodedRecords } from './treat/encodeRecords.ts';
import { codeBytes } from './treat/readTable.ts';

/** How the memory is shared while the search works beside the database. */
export interface SearchShare {
  readonly databaseMiB: number;
  /** For groupings that are kept. */
  readonly cacheMiB: number;
}

/** Per combination: its code in the keys of up to eight columns, its count, and what numbering the classes of a node takes. */
export const combinationBytes = 16 + 8 + 4 + 8 + 36 + 14;
/** Per value of a sensitive column, or person, in a combination: as read, merged, and on its way between the two. */
export const entryBytes = 40;
const leastCacheMiB = 8;
const leastDatabaseMiB = 32;
const mostCacheMiB = 256;

/**
 * The memory for a table of combinations that is searched outside of the database; null when it doesn't fit.
 * @param givenMiB what the program leaves to both.
 * @param entries of the sensitive columns and persons, at most.
 */
export function searchShare(givenMiB: number, encoded: EncodedRecords, entries: number): SearchShare | null {
  const left = givenMiB - tableMiB(encoded, entries);
  if (left < leastCacheMiB + leastDatabaseMiB) return null;
  const cacheMiB = Math.min(mostCacheMiB, Math.max(leastCacheMiB, Math.floor((left - leastDatabaseMiB) / 2)));
  return { databaseMiB: Math.floor(left - cacheMiB), cacheMiB };
}

/** The memory where such a table is searched in the database: as much for it as for the nodes that are kept. */
export function databaseShare(givenMiB: number): SearchShare {
  const cacheMiB = Math.floor(Math.min(mostCacheMiB, givenMiB / 2, Math.max(leastCacheMiB, givenMiB - 48)));
  return { databaseMiB: Math.floor(givenMiB - cacheMiB), cacheMiB };
}

/** The least limit with which such a table is searched outside of the database. */
export const neededMiB = (programMiB: number, encoded: EncodedRecords, entries: number): number =>
  Math.ceil(Math.max(ownMiB, programMiB)) + tableMiB(encoded, entries) + leastCacheMiB + leastDatabaseMiB;

function tableMiB({ attributes, combinations }: EncodedRecords, entries: number): number {
  const codes = attributes.reduce((bytes, attribute) => bytes + codeBytes(attribute), 0);
  return Math.ceil((combinations * (codes + combinationBytes) + entries * entryBytes) / 2 ** 20);
}
