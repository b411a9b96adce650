import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

/** A statement as text and values; the text holds `$1`, `$2` … where the values go. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly DuckDBValue[];
}

/** The one open analytical database of a run: in memory, spilling into `folder`, without network or extensions. */
export interface Run {
  readonly folder: string;
  execute(statement: Statement): Promise<void>;
  /** Rows as objects of plain JavaScript values. */
  rows<Row>(statement: Statement): Promise<Row[]>;
  /** One array per column, for large results that go into typed arrays. */
  columns(statement: Statement): Promise<DuckDBValue[][]>;
  close(): void;
}

export interface RunOptions {
  /** An existing folder that holds only this run's spill files. */
  readonly folder: string;
  readonly memoryMiB: number;
  readonly threads?: number;
}

/** Opens the database of a run. The caller closes it and removes the folder. */
export async function openRun({ folder, memoryMiB, threads }: RunOptions): Promise<Run> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMiB}MiB`,
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  return {
    folder,
    execute: async (statement) => void (await connection.run(statement.text, listOf(statement))),
    rows: async <Row>(statement: Statement) => (await read(connection, statement)).getRowObjectsJS() as Row[],
    columns: async (statement) => (await read(connection, statement)).getColumns(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const listOf = ({ values }: Statement) => (values === undefined ? undefined : [...values]);

const read = (connection: DuckDBConnection, statement: Statement) =>
  connection.runAndReadAll(statement.text, listOf(statement));
