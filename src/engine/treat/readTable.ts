import type { Attribute, Codes, DistinctTable, SensitiveHistogram } from '../lattice/distinctTable.ts';
import type { Histogram } from '../lattice/histogram.ts';
import { countRows, readNumbers, readPlaced } from '../readNumbers.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { type CodedColumn, codedSql, codeName, type EncodedRecords, sameCombinationSql } from './encodeRecords.ts';

/** Reads the encoded records as the search sees them: combination i is the row with `id` i of the table `combinations`. */
export async function readTable(run: Run, encoded: EncodedRecords): Promise<DistinctTable> {
  const { quasi, sensitive, attributes, records, persons, combinations } = encoded;
  const codes = quasi.map((column, index) => narrowSql(codeName(column), attributes[index]));
  const [counts, ...columns] = await readPlaced(
    run,
    statement(sql`SELECT ${joined([raw('id'), raw('CAST(n AS DOUBLE)'), ...codes])} FROM combinations`),
    combinations,
  );
  const histograms: SensitiveHistogram[] = [];
  for (const column of sensitive) histograms.push(await sensitiveHistogram(run, column, encoded));
  return {
    records,
    combinations,
    attributes,
    codes: columns as Codes[],
    counts: (counts ?? new Float64Array()) as Float64Array,
    sensitive: histograms,
    ...(persons === null ? {} : { persons: await personLists(run, persons, encoded) }),
  };
}

/** Bytes of the code of each value. */
export const codeBytes = (attribute: Attribute | undefined): 1 | 2 | 4 => {
  const values = attribute?.levels[0]?.groupOf.length ?? 0;
  return values <= 2 ** 8 ? 1 : values <= 2 ** 16 ? 2 : 4;
};

const unsigned = { 1: 'UTINYINT', 2: 'USMALLINT', 4: 'UINTEGER' } as const;

/** The narrowest type of the database that holds the codes. */
export const codeType = (attribute: Attribute | undefined): (typeof unsigned)[keyof typeof unsigned] =>
  unsigned[codeBytes(attribute)];

const narrowSql = (code: Sql, attribute: Attribute | undefined): Sql =>
  sql`CAST(${code} AS ${raw(codeType(attribute))})`;

/** A column of the coded records that is counted for each combination. */
interface Counted {
  readonly column: string;
  readonly values: number;
  /** A subquery with the codes of the quasi-identifiers, `code` and `n`. */
  readonly from: Sql;
}

async function histogramOf(
  run: Run,
  { column, values, from }: Counted,
  { quasi, combinations }: EncodedRecords,
): Promise<SensitiveHistogram> {
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE entries AS SELECT id, CAST(code AS UINTEGER) AS code, CAST(sum(r.n) AS DOUBLE) AS n FROM ${from} r JOIN combinations ON ${sameCombinationSql(quasi, 'r')} GROUP BY ALL`,
    ),
  );
  const read = await readHistogram(run, raw('entries'), combinations);
  await run.execute(statement(raw('DROP TABLE entries')));
  return { column, values, ...read };
}

/** The values per combination, or class, of a table or view `from` with `id` from 0, `code` and `n`. */
export async function readHistogram(run: Run, from: Sql, combinations: number): Promise<Histogram> {
  const [counted] = await run.rows<{ rows: number }>(
    statement(sql`SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${from}`),
  );
  const [ids = [], codes, counts] = await readNumbers(
    run,
    statement(sql`SELECT id, code, n FROM ${from} ORDER BY id, code`),
    counted?.rows ?? 0,
  );
  const offsets = new Uint32Array(combinations + 1);
  for (const id of ids) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1;
  for (let index = 1; index <= combinations; index++)
    offsets[index] = (offsets[index] ?? 0) + (offsets[index - 1] ?? 0);
  return {
    offsets,
    valueCodes: (codes ?? new Uint32Array()) as Uint32Array,
    counts: (counts ?? new Float64Array()) as Float64Array,
  };
}

async function sensitiveHistogram(run: Run, column: CodedColumn, encoded: EncodedRecords): Promise<SensitiveHistogram> {
  const coded = sql`(SELECT *, ${codeName(column)} AS code FROM ${codedSql([...encoded.quasi, column])})`;
  const counted = { column: column.column.name, values: column.values.length };
  if (encoded.persons === null) return histogramOf(run, { ...counted, from: coded }, encoded);
  const pairs = `pairs_${column.id}`;
  await run.execute(
    statement(
      sql`CREATE TABLE ${name(pairs)} AS SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS pair, * FROM (SELECT DISTINCT person, code FROM ${coded})`,
    ),
  );
  const from = sql`(SELECT c.* REPLACE (p.pair AS code) FROM ${coded} c JOIN ${name(pairs)} p ON p.person = c.person AND p.code = c.code)`;
  const [valueOfPair] = await readPlaced(
    run,
    statement(sql`SELECT pair, code FROM ${name(pairs)}`),
    await countRows(run, pairs),
  );
  const histogram = await histogramOf(run, { ...counted, from }, encoded);
  return { ...histogram, valueOfPair: (valueOfPair ?? new Uint32Array()) as Uint32Array };
}

/** The persons of each combination. */
function personLists(run: Run, persons: number, encoded: EncodedRecords): Promise<SensitiveHistogram> {
  const from = sql`(SELECT *, person AS code FROM ${codedSql(encoded.quasi)})`;
  return histogramOf(run, { column: '', values: persons, from }, encoded);
}
