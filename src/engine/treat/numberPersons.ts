import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';

/** The records with the person of each (名寄せ) in the column `person`, from 0. */
export interface NumberedPersons {
  /** A subquery with the columns of the records and `person`. */
  readonly from: Sql;
  readonly persons: number;
  /** Records whose key is empty in every column: they count as one person. */
  readonly nameless: number;
}

/**
 * Tells persons apart by the source's values of the key.
 *
 * @param key database columns of the source.
 * @param count the aggregate that counts records.
 */
export async function numberPersons(run: Run, from: Sql, count: Sql, key: readonly string[]): Promise<NumberedPersons> {
  const columns = key.map((id) => name(id));
  await run.execute(
    statement(
      sql`CREATE TABLE persons AS SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS person, * FROM (SELECT DISTINCT ${joined(columns)} FROM ${from})`,
    ),
  );
  const empty = joined(
    columns.map((column) => sql`${column} = ''`),
    ' AND ',
  );
  const [row] = await run.rows<{ persons: number; nameless: number }>(
    statement(
      sql`SELECT (SELECT CAST(count(*) AS DOUBLE) FROM persons) AS persons, CAST(coalesce(${count} FILTER (${empty}), 0) AS DOUBLE) AS nameless FROM ${from}`,
    ),
  );
  const same = joined(
    columns.map((column) => sql`t.${column} IS NOT DISTINCT FROM persons.${column}`),
    ' AND ',
  );
  return {
    from: sql`(SELECT t.*, persons.person FROM ${from} t JOIN persons ON ${same})`,
    persons: row?.persons ?? 0,
    nameless: row?.nameless ?? 0,
  };
}

/** The column of persons beside others, where there is one. */
export const personColumn = (persons: number | null): readonly Sql[] => (persons === null ? [] : [raw('person')]);
