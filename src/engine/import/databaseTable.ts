/** A table of a database, as its reader hands it over. */
export interface DatabaseTable {
  readonly columns: readonly string[];
  /** The rows as texts, in portions that fit into memory; null is an empty cell. */
  readonly portions: AsyncIterable<readonly (readonly (string | null)[])[]>;
  /** What an official should know of it, in plain words. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens a table of a database that the engine itself does not know, without changing anything in it.
 * @throws InputError when there is no such table or it can't be read
 */
export type ReadDatabase = (table: string) => Promise<DatabaseTable>;
