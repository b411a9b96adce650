import './returnMemory.ts';
import { rm, statfs } from 'node:fs/promises';
import {
  blobValue,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  UINTEGER,
  USMALLINT,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api';

import { spilledFiles } from './spilledFiles.ts';

/** What may stand as a value beside the text of a statement. */
export type SqlValue = DuckDBValue;

/** A statement as text and values; the text holds `$1`, `$2` … where the values go. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly SqlValue[];
}

/** A column of numbers as it comes from the database: UTINYINT, USMALLINT, UINTEGER, DOUBLE. */
export type NumberColumn = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The values of a column that the program holds, and the type of the column in its table. */
export interface GivenColumn {
  readonly type: keyof typeof givenTypes;
  readonly values: readonly (string | number | null)[] | NumberColumn;
}

const givenTypes = { UTINYINT, USMALLINT, UINTEGER, VARCHAR } as const;

/** Some rows of a result of numbers. */
export interface NumberRows {
  readonly length: number;
  /** One per column of the statement; valid until the next rows are asked for. */
  readonly items: readonly NumberColumn[];
}

/** The one open analytical database of a run: in memory, spilling into `folder`, without network or extensions. */
export interface Run {
  readonly folder: string;
  /** What all that it spills may take together. */
  readonly spillMiB: number;
  execute(statement: Statement): Promise<void>;
  /**
   * Adds rows to a table; many values given to a statement as lists take a hundred times as long, and far more memory.
   * @param columns all columns of the table in their order, of the same length.
   */
  append(table: string, columns: readonly GivenColumn[]): Promise<void>;
  /** Rows as objects of plain JavaScript values. */
  rows<Row>(statement: Statement): Promise<Row[]>;
  /** One array per column, for large results. */
  columns(statement: Statement): Promise<SqlValue[][]>;
  /** Piece by piece, of a statement that answers unsigned numbers and DOUBLE without nulls. */
  vectors(statement: Statement): AsyncIterable<NumberRows>;
  /** The same as `columns`, piece by piece in the order of the statement, for results larger than memory. */
  stream(statement: Statement): AsyncIterable<SqlValue[][]>;
  /**
   * Has the database write a file into the folder, which counts as spilled until it is removed.
   * @throws SpillLimitError
   */
  writeFile(statement: Statement, path: string): Promise<void>;
  /** Removes such a file; one whose writing was ended may be gone. */
  removeFile(path: string): Promise<void>;
  /** Sets what the database may take from now on; beyond it, it spills. */
  limitMemory(memoryMiB: number): Promise<void>;
  close(): void;
}

export interface RunOptions {
  /** An existing folder that holds only this run's spill files. */
  readonly folder: string;
  readonly memoryMiB: number;
  /** What the spill files may take together; half of what is free on their disk when the run begins unless given. */
  readonly spillMiB?: number;
  readonly threads?: number;
}

/** The rest is for the output, and for whatever else lives on the disk. */
const spillShare = 0.5;

async function freeMiB(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return (bavail * bsize) / 2 ** 20;
}

/** Opens the database of a run. The caller closes it and removes the folder. */
export async function openRun({ folder, memoryMiB, spillMiB, threads }: RunOptions): Promise<Run> {
  const mostSpilled = Math.max(1, Math.floor(spillMiB ?? spillShare * (await freeMiB(folder))));
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
  const files = spilledFiles(folder, mostSpilled * 2 ** 20);
  const fitSpill = async (): Promise<void> => {
    const leftKiB = mostSpilled * 2 ** 10 - Math.ceil((await files.bytes()) / 2 ** 10);
    // Given with the other options it would be shown but not kept.
    await connection.run(`SET max_temp_directory_size = '${Math.max(1, leftKiB)}KiB'`);
  };
  await fitSpill();
  return {
    folder,
    spillMiB: mostSpilled,
    execute: async (statement) => void (await connection.run(...bound(statement))),
    append: (table, columns) => appendRows(connection, table, columns),
    rows: async <Row>(statement: Statement) => (await read(connection, statement)).getRowObjectsJS() as Row[],
    columns: async (statement) => (await read(connection, statement)).getColumns(),
    vectors: (statement) => streamNumbers(connection, statement),
    stream: (statement) => streamColumns(connection, statement),
    writeFile: async (statement, path) => {
      await files.write(path, connection.run(...bound(statement)), () => connection.interrupt());
      await fitSpill();
    },
    removeFile: async (path) => {
      await rm(path, { force: true });
      files.forget(path);
      await fitSpill();
    },
    limitMemory: async (memoryMiB) => void (await connection.run(`SET memory_limit = '${memoryMiB}MiB'`)),
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

/** Rows of a chunk of the database. */
const chunkRows = 2048;

async function appendRows(connection: DuckDBConnection, table: string, columns: readonly GivenColumn[]): Promise<void> {
  const appender = await connection.createAppender(table);
  const chunk = DuckDBDataChunk.create(columns.map(({ type }) => givenTypes[type]));
  const rows = columns[0]?.values.length ?? 0;
  for (let from = 0; from < rows; from += chunkRows) {
    chunk.reset();
    chunk.rowCount = Math.min(chunkRows, rows - from);
    for (const [index, { values }] of columns.entries())
      chunk.setColumnValues(index, [...values.slice(from, from + chunkRows)]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function* streamColumns(connection: DuckDBConnection, statement: Statement) {
  const result = await connection.stream(...bound(statement));
  for await (const chunk of result) yield chunk.getColumns();
}

async function* streamNumbers(connection: DuckDBConnection, statement: Statement): AsyncGenerator<NumberRows> {
  const result = await connection.stream(...bound(statement));
  for await (const chunk of result) {
    const length = chunk.rowCount;
    const itemsOf = (index: number) =>
      (chunk.getColumnVector(index) as unknown as { items: NumberColumn }).items.subarray(0, length);
    yield { length, items: Array.from({ length: chunk.columnCount }, (_, index) => itemsOf(index)) };
  }
}
