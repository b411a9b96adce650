import { nameValues } from '../hierarchy/nameValues.ts';
import type { Condition } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import { hasNoNumberSql } from './readNumberSql.ts';
import type { SourceRecords } from './recordSteps.ts';

/** Most values that are named. */
const most = 100;

/** Values of which a condition on a number can't tell whether they meet it, in plain words. */
export async function noteConditions(
  run: Run,
  { from, count }: SourceRecords,
  conditions: readonly Condition[],
  sourceOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const notes: string[] = [];
  for (const { column, test } of conditions) {
    if (test.is !== 'above' && test.is !== 'below') continue;
    const value = name(sourceOf.get(column) ?? '');
    const rows = await run.rows<{ value: string; records: number; all: number }>(
      statement(
        sql`SELECT ${value} AS value, CAST(sum(${count}) OVER () AS DOUBLE) AS records, CAST(count(*) OVER () AS DOUBLE) AS "all" FROM ${from} WHERE ${hasNoNumberSql(value)} GROUP BY value ORDER BY value LIMIT ${most}`,
      ),
    );
    const [first] = rows;
    if (!first) continue;
    const more = first.all > rows.length ? `ほか全部で ${first.all} 種類` : '';
    notes.push(
      `列「${column}」の条件（${test.is} ${test.number}）に、数として読めないか、読み方の決まらない値が ${first.records.toLocaleString('ja-JP')} 件あります: ${nameValues(rows.map((row) => row.value))}${more}。数の条件どおりに扱われているか、確かめてください。`,
    );
  }
  return notes;
}
