import { type RiskFigures, riskFigures } from '../measure/riskFigures.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { checked, written } from './checks.ts';

/**
 * Who stands behind the output (名寄せ): the table `holders` of the run, with the cells as they were to be written and
 * the person, to be compared with what was read of the file.
 */
export interface Holders {
  /** Distinct persons of all treated records. */
  readonly persons: number;
  /** What a suppressed cell is read as. */
  readonly suppressedAs: string;
  /** Columns of `holders`, in the order of the output. */
  readonly ids: readonly string[];
}

const cellOf = (holders: Holders, place: number): Sql =>
  sql`coalesce(h.${name(holders.ids[place] ?? '')}, ${holders.suppressedAs})`;

/** A quasi-identifier: its column in the output as it was read, and its place there. */
export interface PlacedColumn {
  readonly id: string;
  readonly place: number;
}

const heldClasses = (holders: Holders, quasi: readonly PlacedColumn[]): Sql => {
  const same = quasi.map(({ id, place }) => sql`classes.${name(id)} = ${cellOf(holders, place)}`);
  return sql`classes JOIN holders h ON ${same.length === 0 ? raw('true') : joined(same, ' AND ')}`;
};

/** Every class of the output holds the records that it should, of at least k persons; with what its persons risk. */
export async function checkPersons(
  run: Run,
  holders: Holders,
  quasi: readonly PlacedColumn[],
  k: number,
): Promise<{ readonly check: CheckReport; readonly risk: RiskFigures }> {
  const held = sql`SELECT class, any_value(size) AS size, count(DISTINCT person) AS persons, sum(n) AS records FROM ${heldClasses(holders, quasi)} GROUP BY class`;
  type Row = Record<'smallest' | 'below' | 'unknown' | 'classes' | 'units' | 'uniques', number | null>;
  const [row] = await run.rows<Row>(
    statement(
      sql`SELECT CAST(min(persons) AS DOUBLE) AS smallest, CAST(count(*) FILTER (persons < ${k}) AS DOUBLE) AS below, CAST((SELECT count(*) FROM classes) - count(*) FILTER (size = records) AS DOUBLE) AS unknown, CAST(count(*) AS DOUBLE) AS classes, CAST(coalesce(sum(persons), 0) AS DOUBLE) AS units, CAST(count(*) FILTER (persons = 1) AS DOUBLE) AS uniques FROM (${held})`,
    ),
  );
  const [smallest, below, unknown] = [row?.smallest ?? null, row?.below ?? 0, row?.unknown ?? 0];
  const passed = below === 0 && unknown === 0;
  const finding = passed
    ? `どの組合せにも、${written(k)} 人以上の人の記録があります。`
    : `${written(k)} 人に満たない組合せが ${written(below)} 組、元のデータの人と結び付かない組合せが ${written(unknown)} 組あります。`;
  const counted = { units: row?.units ?? 0, classes: row?.classes ?? 0, smallest, uniques: row?.uniques ?? 0 };
  return {
    check: checked(5, 'persons', passed, finding, { k, smallest, below, unknown }),
    risk: riskFigures(counted, 'persons'),
  };
}

/**
 * Makes the table `histogram` in persons: `class`, `value` and the persons `c` that have it; `size` is the number of
 * persons, or the sum of `c`.
 */
export async function makePersonHistogram(
  run: Run,
  holders: Holders,
  quasi: readonly PlacedColumn[],
  sensitive: number,
  size: 'persons' | 'values',
): Promise<void> {
  const of = heldClasses(holders, quasi);
  const values = sql`SELECT class, ${cellOf(holders, sensitive)} AS value, CAST(count(DISTINCT person) AS DOUBLE) AS c FROM ${of} GROUP BY ALL`;
  const sizes =
    size === 'values'
      ? sql`SELECT class, sum(c) AS size FROM (${values}) GROUP BY class`
      : sql`SELECT class, CAST(count(DISTINCT person) AS DOUBLE) AS size FROM ${of} GROUP BY class`;
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE histogram AS SELECT class, size, value, c FROM (${values}) JOIN (${sizes}) USING (class)`,
    ),
  );
}
