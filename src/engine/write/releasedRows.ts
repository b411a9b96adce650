import { executeAlone } from '../fitMemory.ts';
import type { Run } from '../run.ts';
import { joined, mostGrouped, name, raw, type Sql, sql, statement } from '../sql.ts';
import { type CodedColumn, codedSql, type EncodedRecords, sameCombinationSql } from '../treat/encodeRecords.ts';
import { dropTreated, type TreatedRecords } from '../treat/groupRecords.ts';

/** The rows to write: table `released` with the columns `w0`, `w1` …, suppressed = null, and their number `n`; equal rows may stand apart. */
export interface ReleasedRows {
  /** Headers, in the order of the source. */
  readonly header: readonly string[];
  readonly ids: readonly string[];
  /** Whether the table has the column `row`, the order to write in. */
  readonly keepsRows: boolean;
  /** Whether the table `holders` has the same rows per person. */
  readonly holders: boolean;
  /** Synthetic ones included. */
  readonly rows: number;
  readonly synthetic: number;
}

export interface ReleaseChoice {
  /** One part, or several at levels of their own; `kept` tells which rows of the table `combinations` it holds. */
  readonly parts: readonly { readonly levels: readonly number[]; readonly kept: Sql }[];
  /** Whether suppressed records are left out or written with their quasi-identifiers marked. */
  readonly suppressedRecords: 'drop' | 'mark';
  readonly keepsRows: boolean;
  readonly neutralizeFormulas: boolean;
  /** For the whole process. */
  readonly limitMiB: number;
}

/**
 * Replaces the quasi-identifiers by their labels, treats the suppressed records as asked, and groups equal rows. Where
 * persons are counted the table `holders` has the same rows per `person`.
 */
export async function releaseRows(
  run: Run,
  treated: TreatedRecords,
  encoded: EncodedRecords,
  choice: ReleaseChoice,
): Promise<ReleasedRows> {
  await makeLabels(run, encoded, choice.parts);
  if (treated.persons === null)
    await executeAlone(
      run,
      choice.limitMiB,
      statement(sql`CREATE TABLE released AS ${rowsSql(treated, encoded, choice)}`),
    );
  else {
    await executeAlone(
      run,
      choice.limitMiB,
      statement(sql`CREATE TABLE holders AS ${rowsSql(treated, encoded, choice)}`),
    );
    await run.execute(
      statement(
        raw(
          'CREATE TABLE released AS SELECT * EXCLUDE (person, n), CAST(sum(n) AS BIGINT) AS n FROM holders GROUP BY ALL',
        ),
      ),
    );
  }
  for (const done of ['combinations', 'labels']) await run.execute(statement(sql`DROP TABLE ${name(done)}`));
  await dropTreated(run, treated);
  const [total] = await run.rows<{ rows: bigint }>(
    statement(sql`SELECT coalesce(sum(n), 0)::BIGINT AS rows FROM released`),
  );
  return {
    header: treated.columns.map(({ column }) => column.name),
    ids: treated.columns.map((_, index) => `w${index}`),
    keepsRows: choice.keepsRows,
    holders: treated.persons !== null,
    rows: Number(total?.rows ?? 0),
    synthetic: 0,
  };
}

/** The table `labels`: per `part` and quasi-identifier (`id`) the text of each value code at its level; null = suppressed. */
async function makeLabels(
  run: Run,
  { quasi, attributes }: EncodedRecords,
  parts: ReleaseChoice['parts'],
): Promise<void> {
  const labels = parts.flatMap(({ levels }, part) =>
    quasi.flatMap(({ id, values }, index) => {
      const level = attributes[index]?.levels[levels[index] ?? 0];
      return values.map((_, code) => ({ part, id, code, label: level?.labels[level.groupOf[code] ?? 0] ?? null }));
    }),
  );
  await run.execute(statement(raw('CREATE TABLE labels (part UINTEGER, id VARCHAR, code UINTEGER, label VARCHAR)')));
  await run.append('labels', [
    { type: 'UINTEGER', values: labels.map(({ part }) => part) },
    { type: 'VARCHAR', values: labels.map(({ id }) => id) },
    { type: 'UINTEGER', values: labels.map(({ code }) => code) },
    { type: 'VARCHAR', values: labels.map(({ label }) => label) },
  ]);
}

const labelsOf = ({ id }: CodedColumn) => name(`labels_${id}`);

/** The rows with their number, per person where persons are known. */
function rowsSql(treated: TreatedRecords, encoded: EncodedRecords, choice: ReleaseChoice): Sql {
  const [first, ...others] = choice.parts.map((_, part) => partSql(treated, encoded, choice, part));
  if (others.length === 0) return first ?? raw('');
  const all = joined([first ?? raw(''), ...others], ' UNION ALL ');
  return sql`SELECT * REPLACE (CAST(sum(n) AS BIGINT) AS n) FROM (${all}) GROUP BY ALL`;
}

function partSql(treated: TreatedRecords, { quasi }: EncodedRecords, choice: ReleaseChoice, part: number): Sql {
  const kept = choice.parts[part]?.kept ?? raw('false');
  const marks = choice.suppressedRecords === 'mark';
  const cells = treated.columns.map((column, index) => {
    const coded = quasi.find(({ id }) => id === column.id);
    const label = coded ? sql`${labelsOf(coded)}.label` : sql`r.${name(column.id)}`;
    const cell = coded && marks ? sql`CASE WHEN ${kept} THEN ${label} END` : label;
    return sql`${choice.neutralizeFormulas ? neutralizedSql(cell) : cell} AS ${name(`w${index}`)}`;
  });
  const inPersons = treated.persons !== null;
  const needsRecords = choice.keepsRows || inPersons || treated.columns.length > quasi.length;
  const from = needsRecords
    ? sql`${codedSql(quasi)} r JOIN combinations ON ${sameCombinationSql(quasi, 'r')}`
    : raw('combinations');
  // Every code has its label; why they are left joins, see codedSql.
  const labels = quasi.map(
    (column) =>
      sql`LEFT JOIN labels ${labelsOf(column)} ON ${labelsOf(column)}.part = ${part} AND ${labelsOf(column)}.id = ${column.id} AND ${labelsOf(column)}.code = combinations.${name(`code_${column.id}`)}`,
  );
  const order = [...(choice.keepsRows ? [raw('r.row AS row')] : []), ...(inPersons ? [raw('r.person AS person')] : [])];
  const groups = treated.columns.length <= mostGrouped;
  const records = raw(needsRecords ? 'r.n' : 'combinations.n');
  const count = sql`CAST(${groups ? sql`sum(${records})` : records} AS BIGINT) AS n`;
  return sql`SELECT ${joined([...cells, ...order, count])} FROM ${from} ${joined(labels, ' ')} WHERE ${marks ? raw('true') : kept} ${raw(groups ? 'GROUP BY ALL' : '')}`;
}

/** An apostrophe before what a spreadsheet would run as a formula. */
const neutralizedSql = (cell: Sql) =>
  sql`CASE WHEN left(${cell}, 1) IN ('=', '+', '-', '@', chr(9), chr(13)) THEN '''' || ${cell} ELSE ${cell} END`;
