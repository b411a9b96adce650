import type { Attribute, DistinctTable, SensitiveHistogram } from '../lattice/distinctTable.ts';
import { type LossModel, lossModelOf } from '../measure/lossModel.ts';
import { type CountedClasses, type RiskFigures, riskFigures } from '../measure/riskFigures.ts';
import type { Run } from '../run.ts';
import { raw, type Sql, sql, statement } from '../sql.ts';
import { codedSql, codeName, type EncodedRecords } from '../treat/encodeRecords.ts';

/** What a search needs to know of all records, without their combinations. */
export interface LatticeFacts {
  /** The table of combinations without its rows: the allowed levels, and of each sensitive column how often each value is. */
  readonly table: DistinctTable;
  readonly model: LossModel;
}

export async function readFacts(
  run: Run,
  { quasi, sensitive, records }: EncodedRecords,
  attributes: readonly Attribute[],
): Promise<LatticeFacts> {
  const perValue: Float64Array[] = [];
  for (const column of quasi)
    perValue.push(await countCodes(run, codeName(column), raw('combinations'), column.values.length));
  const distributions: SensitiveHistogram[] = [];
  for (const column of sensitive) {
    const values = column.values.length;
    const whole = await countCodes(run, codeName(column), codedSql([column]), values);
    distributions.push({ ...noValues, column: column.column.name, values, whole });
  }
  const table = {
    ...{ records, attributes, sensitive: distributions },
    ...{ combinations: 0, codes: attributes.map(() => new Uint8Array()), counts: new Float64Array() },
  };
  return { table, model: lossModelOf(table, (index) => perValue[index] ?? new Float64Array()) };
}

const noValues = { offsets: new Uint32Array(1), valueCodes: new Uint32Array(), counts: new Float64Array() };

/** Code → records. */
async function countCodes(run: Run, code: Sql, from: Sql, values: number): Promise<Float64Array> {
  const perValue = new Float64Array(values);
  const rows = await run.rows<{ code: number; n: number }>(
    statement(sql`SELECT ${code} AS code, CAST(sum(n) AS DOUBLE) AS n FROM ${from} GROUP BY ALL`),
  );
  for (const { code, n } of rows) perValue[code] = n;
  return perValue;
}

/** What the treated records would risk if they were released as they are: every combination is a class. */
export async function countRiskBefore(run: Run): Promise<RiskFigures> {
  const [counted] = await run.rows<CountedClasses>(
    statement(
      raw(
        'SELECT CAST(coalesce(sum(n), 0) AS DOUBLE) AS units, CAST(count(*) AS DOUBLE) AS classes, CAST(min(n) AS DOUBLE) AS smallest, CAST(count(*) FILTER (n = 1) AS DOUBLE) AS uniques FROM combinations',
      ),
    ),
  );
  return riskFigures(counted ?? { units: 0, classes: 0, smallest: null, uniques: 0 }, 'records');
}
