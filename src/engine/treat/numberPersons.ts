import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { hmacSql } from './hmacSql.ts';
import type { PseudonymKeys } from './pseudonymKeys.ts';

/** The key of the digests that tell persons apart; no column has such a header. */
const use = '\u001fperson';

/**
 * The records with the person of each (名寄せ) in the column `person`: a keyed digest of the source's values, so that what is
 * kept of a record, and may be spilled, holds no code of a person beside its pseudo-ID.
 *
 * @param key database columns of the source.
 */
export function personsSql(keys: PseudonymKeys, from: Sql, key: readonly string[]): Sql {
  const text = sql`concat_ws(chr(31), ${joined(key.map((id) => name(id)))})`;
  return sql`(SELECT *, left(${hmacSql(keys, use, text)}, 32) AS person FROM ${from})`;
}

/** Records whose key is empty in every column: they count as one person. @param count the aggregate that counts records. */
export async function countNameless(run: Run, from: Sql, count: Sql, key: readonly string[]): Promise<number> {
  const empty = joined(
    key.map((id) => sql`${name(id)} = ''`),
    ' AND ',
  );
  const [row] = await run.rows<{ records: number }>(
    statement(sql`SELECT CAST(coalesce(${count} FILTER (${empty}), 0) AS DOUBLE) AS records FROM ${from}`),
  );
  return row?.records ?? 0;
}

/** Puts numbers from 0 in the place of the digests in the column `person` of a table, and answers how many there are. */
export async function numberPersons(run: Run, table: string): Promise<number> {
  const persons = name(`${table}_persons`);
  const numbered = name(`${table}_numbered`);
  await run.execute(
    statement(
      sql`CREATE TABLE ${persons} AS SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS number, person FROM (SELECT DISTINCT person FROM ${name(table)})`,
    ),
  );
  await run.execute(
    statement(
      sql`CREATE TABLE ${numbered} AS SELECT t.* REPLACE (p.number AS person) FROM ${name(table)} t JOIN ${persons} p ON p.person = t.person`,
    ),
  );
  const [row] = await run.rows<{ persons: number }>(
    statement(sql`SELECT CAST(count(*) AS DOUBLE) AS persons FROM ${persons}`),
  );
  for (const done of [persons, name(table)]) await run.execute(statement(sql`DROP TABLE ${done}`));
  await run.execute(statement(sql`ALTER TABLE ${numbered} RENAME TO ${name(table)}`));
  return row?.persons ?? 0;
}

/** The column of persons beside others, where there is one. */
export const personColumn = (persons: boolean): readonly Sql[] => (persons ? [raw('person')] : []);
