import type { Run } from '../run.ts';
import { joined, name, quoted, raw, type Sql, sql, statement } from '../sql.ts';

export type LineEnd = '\n' | '\r\n';

/** A CSV file in UTF-8 that is known to be well-formed, and how the database is to read it. */
export interface ReadableCsv {
  readonly path: string;
  readonly delimiter: string;
  /** Whether the first line is a header, which is skipped. */
  readonly header: boolean;
  /** Whether cells may stand in quotes. */
  readonly quotes: boolean;
  /** Cells hold line ends: the file is not split between threads. */
  readonly innerLines: boolean;
  /** Between rows; not guessed, since cells may hold other line ends. */
  readonly lineEnd: LineEnd;
  /** Bytes of the longest row. */
  readonly longest: number;
  /** Columns of the file. */
  readonly width: number;
}

/** Rows up to this size are read without being told (the database's own limit is a little higher). */
const ordinaryRow = 1_000_000;

/** `read_csv` with nothing left to be guessed: every cell is text, an empty cell is ''. */
export function readCsv(file: ReadableCsv): Sql {
  return readText(
    file,
    Array.from({ length: file.width }, (_, index) => `c${index}`),
  );
}

/** A character that no text holds that can be read by its lines: such a text is refused by the reader. */
const noDelimiter = '\u0001';

/** The same file with its rows whole, as the one column `line`. */
export const readLines = (file: ReadableCsv): Sql => readText({ ...file, delimiter: noDelimiter }, ['line']);

function readText(file: ReadableCsv, ids: readonly string[]): Sql {
  const quote = quoted(file.quotes ? '"' : '');
  const options = [
    sql`auto_detect = false`,
    sql`header = ${raw(String(file.header))}`,
    sql`columns = {${joined(ids.map((id) => sql`${quoted(id)}: 'VARCHAR'`))}}`,
    sql`force_not_null = [${joined(ids.map(quoted))}]`,
    sql`delim = ${quoted(file.delimiter)}`,
    sql`quote = ${quote}`,
    sql`escape = ${quote}`,
    sql`new_line = ${quoted(file.lineEnd === '\n' ? '\\n' : '\\r\\n')}`,
    sql`parallel = ${raw(String(!file.innerLines))}`,
    sql`compression = 'none'`,
    sql`hive_partitioning = false`,
    ...(file.longest > ordinaryRow ? [sql`max_line_size = ${raw(String(file.longest + ordinaryRow))}`] : []),
  ];
  return sql`read_csv(${quoted(withoutWildcards(file.path))}, ${joined(options)})`;
}

/** A path with `*`, `?` or `[` names one file, not many. */
const withoutWildcards = (path: string) => path.replaceAll(/[*?[]/g, '[$&]');

/** Makes the two views of an imported table: `relation` with the columns of `ids`, and the same with `row`. */
export async function createViews(run: Run, relation: string, ids: readonly string[], from: Sql): Promise<string> {
  const numbered = `numbered_${relation}`;
  const columns = joined(ids.map(name));
  await run.execute(statement(sql`CREATE OR REPLACE VIEW ${name(relation)} AS SELECT ${columns} FROM ${from}`));
  await run.execute(
    statement(
      sql`CREATE OR REPLACE VIEW ${name(numbered)} AS SELECT row_number() OVER () - 1 AS row, * FROM ${name(relation)}`,
    ),
  );
  return numbered;
}
