import {
  blobValue,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';

/** What may stand as a value beside the text of a statement. */
export type SqlValue = DuckDBValue;

/** A statement as text and values; the text holds `$1`, `$2` … where the values go. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly SqlValue[];
}

/** A column of numbers as it comes from the database. */
export type NumberColumn = Uint32Array | Float64Array;

/** The one open analytical database of a run: in memory, spilling into `folder`, without network or extensions. */
export interface Run {
  readonly folder: string;
  execute(statement: Statement): Promise<void>;
  /** Rows as objects of plain JavaScript values. */
  rows<Row>(statement: Statement): Promise<Row[]>;
  /** One array per column, for large results. */
  columns(statement: Statement): Promise<SqlValue[][]>;
  /** One typed array per column: the statement answers UINTEGER and DOUBLE columns without nulls. */
  numbers(statement: Statement): Promise<NumberColumn[]>;
  /** The same as `columns`, piece by piece in the order of the statement, for results larger than memory. */
  stream(statement: Statement): AsyncIterable<SqlValue[][]>;
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
    // A table of thousands of columns makes conditions of thousands of parts.
    max_expression_depth: '100000',
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  return {
    folder,
    execute: async (statement) => void (await connection.run(...bound(statement))),
    rows: async <Row>(statement: Statement) => (await read(connection, statement)).getRowObjectsJS() as Row[],
    columns: async (statement) => (await read(connection, statement)).getColumns(),
    numbers: (statement) => readNumbers(connection, statement),
    stream: (statement) => streamColumns(connection, statement),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A list as one value of a statement. */
export const listOfValues = (values: readonly (string | number | null)[]): SqlValue => listValue([...values]);

/** Bytes as one value of a statement. */
export const blobOf = (bytes: Uint8Array): SqlValue => blobValue(bytes);

/** The driver takes the type of a list from its first item, and would read a list that begins with null as nothing but nulls. */
function typeOf(value: SqlValue): DuckDBType | undefined {
  if (!(value instanceof DuckDBListValue)) return undefined;
  return LIST(value.items.some((item) => typeof item === 'number') ? DOUBLE : VARCHAR);
}

const bound = ({ text, values = [] }: Statement): [string, DuckDBValue[], DuckDBType[]] => [
  text,
  [...values],
  // The driver leaves a type that is undefined to be inferred, though its own type does not say so.
  values.map(typeOf) as DuckDBType[],
];

const read = (connection: DuckDBConnection, statement: Statement) => connection.runAndReadAll(...bound(statement));

async function* streamColumns(connection: DuckDBConnection, statement: Statement) {
  const result = await connection.stream(...bound(statement));
  for await (const chunk of result) yield chunk.getColumns();
}

async function readNumbers(connection: DuckDBConnection, statement: Statement): Promise<NumberColumn[]> {
  const result = await connection.run(...bound(statement));
  const chunks = await result.fetchAllChunks();
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  return result.columnTypes().map((type, index) => {
    const column = String(type) === 'DOUBLE' ? new Float64Array(rows) : new Uint32Array(rows);
    let at = 0;
    for (const chunk of chunks) {
      const { items } = chunk.getColumnVector(index) as unknown as { items: NumberColumn };
      column.set(items.subarray(0, chunk.rowCount), at);
      at += chunk.rowCount;
    }
    return column;
  });
}
