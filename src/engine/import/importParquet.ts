import { stat } from 'node:fs/promises';
import { digestFile } from '../digestFile.ts';
import { InputError } from '../inputError.ts';
import type { Run } from '../run.ts';
import { joined, name, quoted, raw, type Sql, sql, statement } from '../sql.ts';
import { headerColumns } from './headerColumns.ts';
import type { ImportedColumn, ImportedTable } from './importTable.ts';
import { countedRows } from './rowPlaces.ts';
import { holdsWatchedSql, watchCharacters } from './watchCharacters.ts';

interface Described {
  readonly column_name: string;
  readonly column_type: string;
}

/** See `importTable`. Every value is taken as its text, a null as ''; days in ISO 8601. */
export async function importParquet(run: Run, path: string, relation: string): Promise<ImportedTable> {
  const file = sql`read_parquet(${quoted(path.replaceAll(/[*?[]/g, '[$&]'))}, hive_partitioning = false, file_row_number = true)`;
  const described = await describeColumns(run, file).catch(() => broken(path));
  const { names } = headerColumns(
    path,
    described.map((column) => column.column_name),
  );
  refuseNested(path, described);
  const columns = names.map((header, index) => ({ name: header, id: `c${index}` }));
  const cells = columns.map(
    ({ name: header, id }) => sql`coalesce(CAST(${name(header)} AS VARCHAR), '') AS ${raw(id)}`,
  );
  const view = (called: string, more: readonly Sql[]) =>
    run.execute(
      statement(sql`CREATE OR REPLACE VIEW ${name(called)} AS SELECT ${joined([...more, ...cells])} FROM ${file}`),
    );
  await view(relation, []);
  await view(`numbered_${relation}`, [raw('file_row_number AS row')]);
  return {
    relation,
    numberedRelation: `numbered_${relation}`,
    places: countedRows,
    columns,
    distinctRelation: null,
    rows: await readWhole(run, path, relation, columns),
    refusedRows: 0,
    refused: [],
    refusedFile: null,
    notes: [...notANumber(described), ...(await watchTexts(run, path, relation, columns))],
    sha256: await digestFile(path),
    bytes: (await stat(path)).size,
    encoding: null,
  };
}

/** The driver takes away a byte order mark with which a text begins, so texts that may begin with one come out behind a quote. */
async function describeColumns(run: Run, file: Sql): Promise<Described[]> {
  const columns = sql`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${file}`;
  const rows = await run.rows<Described>(
    statement(sql`SELECT '"' || column_name AS column_name, column_type FROM (${columns})`),
  );
  return rows.map((row) => ({ ...row, column_name: row.column_name.slice(1) }));
}

function broken(path: string): never {
  throw new InputError(path, 'Parquetとして読めません。壊れているか、別の形式のファイルです。');
}

/** Reads every value once: a page that is broken is found now and not amid the treatments. */
async function readWhole(run: Run, path: string, relation: string, columns: ImportedTable['columns']): Promise<number> {
  const lengths = columns.map(({ id }) => sql`sum(strlen(${raw(id)}))`);
  const [row] = await run
    .rows<{ rows: bigint }>(statement(sql`SELECT count(*) AS rows, ${joined(lengths)} FROM ${name(relation)}`))
    .catch((error: Error) => (/Out of Memory/.test(error.message) ? Promise.reject(error) : broken(path)));
  return Number(row?.rows);
}

/**
 * What an official should know of the characters of the texts, as of a file of text.
 * @throws {InputError} for a byte order mark at the beginning of a cell.
 */
async function watchTexts(run: Run, path: string, relation: string, columns: readonly ImportedColumn[]) {
  const watch = watchCharacters(path);
  for (const { name: header, id } of columns) {
    const watched = sql`SELECT '"' || ${raw(id)} FROM ${name(relation)} WHERE ${holdsWatchedSql(raw(id))}`;
    for await (const [values = []] of run.stream(statement(watched)))
      for (const value of values) watch.add(Buffer.from(String(value)), `${path} 列「${header}」`);
  }
  return watch.notes();
}

function refuseNested(path: string, described: readonly Described[]): void {
  const nested = described.filter(
    ({ column_type: type }) => /[[(]|^(?:STRUCT|MAP|UNION|BLOB|VARIANT)/.test(type) && !/^(?:DECIMAL|ENUM)/.test(type),
  );
  if (nested.length === 0) return;
  const shown = nested.map((column) => `「${column.column_name}」（${column.column_type.slice(0, 40)}）`).join('、');
  throw new InputError(path, `一つの値でない列は使えません: ${shown}。文字か数の列にしてください。`);
}

const notANumber = (described: readonly Described[]): string[] => {
  const numbers = described.filter(({ column_type: type }) => /^(?:FLOAT|DOUBLE)/.test(type));
  return numbers.length === 0
    ? []
    : [
        `小数の列「${numbers.map((column) => column.column_name).join('」「')}」では、数でない値（NaN）も文字 nan として読みます。`,
      ];
};
