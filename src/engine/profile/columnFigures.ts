import type { ImportedTable } from '../import/importTable.ts';
import type { Run } from '../run.ts';
import { joined, name, quoted, raw, type Sql, sql, statement } from '../sql.ts';
import { narrowDigitsSql } from '../treat/readNumberSql.ts';
import { type SampleFigures, sampleFigures } from './sampleFigures.ts';

/** What was counted in one column: over all rows, and (`SampleFigures`) over the rows that were looked at one by one. */
export interface ColumnFigures extends SampleFigures {
  readonly rows: number;
  /** Rows whose value is not empty. */
  readonly filled: number;
  /** Distinct values; about so many where `exact` is false. */
  readonly distinct: number;
  readonly exact: boolean;
  /** Characters of a value on average. */
  readonly averageLength: number;
  /** Rows that hold a number of 12 digits. */
  readonly twelveDigits: number;
  /** Rows that hold a mail address, and a telephone number with hyphens. */
  readonly mails: number;
  readonly phones: number;
  /** Of the values that are numbers, ages or amounts: the largest and the smallest, each as often as it occurs, up to twenty. */
  readonly largest: readonly number[];
  readonly smallest: readonly number[];
}

/** Rows looked at one by one, evenly spread over the file. */
const sampleRows = 20_000;
/** Above this many rows, distinct values are estimated. */
const exactRows = 1_000_000;

const digit = '[0-9０-９]';
const twelveDigits = `(^|[^0-9０-９.-])${digit}{4}[-－ ]?${digit}{4}[-－ ]?${digit}{4}($|[^0-9０-９.-])`;

const mailInside = '[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9-]+\\.[A-Za-z]';
const phoneInside = `(^|[^0-9０-９-])[0０]${digit}{1,4}[-－]${digit}{1,4}[-－]${digit}{4}($|[^0-9０-９-])`;

type Row = Readonly<Record<string, number | bigint | readonly number[] | null>>;

/** Counts every column of an imported table: a spread sample value by value, then all rows at once. */
export async function columnFigures(run: Run, table: ImportedTable): Promise<ColumnFigures[]> {
  const ids = table.columns.map(({ id }) => id);
  const exact = table.rows <= exactRows;
  const values = await run.columns(statement(sample(table, ids)));
  const samples = ids.map((_, index) => sampleFigures((values[index] ?? []) as string[], table.rows <= sampleRows));
  const counts = ids.map((id, index) => countAll(id, exact, samples[index]?.median !== null));
  const [whole = {}] = await run.rows<Row>(statement(sql`SELECT ${joined(counts)} FROM ${name(table.relation)}`));
  return samples.map((looked, index) => {
    const figure = (key: string) => whole[`${ids[index]}_${key}`] ?? null;
    const filled = Number(figure('filled'));
    return {
      ...looked,
      rows: table.rows,
      exact,
      filled,
      distinct: Math.min(filled, Number(figure('distinct'))),
      averageLength: Number(figure('length')),
      twelveDigits: Number(figure('twelve')),
      mails: Number(figure('mails')),
      phones: Number(figure('phones')),
      largest: extremes(figure('largest')),
      smallest: extremes(figure('smallest')),
    };
  });
}

const extremes = (figure: Row[string]): readonly number[] =>
  typeof figure === 'object' && figure !== null ? figure.map(Number) : [];

/** The number in a value that is one, with 歳 or 円 behind it. */
const numberSql = (cell: Sql): Sql =>
  sql`TRY_CAST(regexp_replace(${narrowDigitsSql(cell)}, '[,歳才円]', '', 'g') AS DOUBLE)`;

function sample(table: ImportedTable, ids: readonly string[]): Sql {
  const columns = joined(ids.map(name));
  const step = Math.ceil(table.rows / sampleRows);
  if (step <= 1) return sql`SELECT ${columns} FROM ${name(table.relation)}`;
  return sql`SELECT ${columns} FROM ${name(table.numberedRelation)} WHERE row % ${raw(String(step))} = 0`;
}

function countAll(id: string, exact: boolean, holdsNumbers: boolean): Sql {
  const cell = name(id);
  const figures: Record<string, Sql> = {
    filled: sql`count_if(${cell} <> '')`,
    distinct: exact ? sql`count(DISTINCT nullif(${cell}, ''))` : sql`approx_count_distinct(nullif(${cell}, ''))`,
    length: sql`avg(length(nullif(${cell}, '')))`,
    twelve: sql`count_if(length(${cell}) >= 12 AND regexp_matches(${cell}, ${quoted(twelveDigits)}))`,
    mails: sql`count_if(length(${cell}) >= 6 AND regexp_matches(${cell}, ${quoted(mailInside)}))`,
    phones: sql`count_if(length(${cell}) >= 9 AND regexp_matches(${cell}, ${quoted(phoneInside)}))`,
    largest: holdsNumbers ? sql`max(${numberSql(cell)}, 20)` : sql`NULL`,
    smallest: holdsNumbers ? sql`min(${numberSql(cell)}, 20)` : sql`NULL`,
  };
  return joined(Object.entries(figures).map(([key, figure]) => sql`${figure} AS ${name(`${id}_${key}`)}`));
}
