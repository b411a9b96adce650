import type { RecordStep } from '../recipe/recipe.ts';
import { listOfValues, type Run } from '../run.ts';
import { joined, name, type Sql, sql, statement } from '../sql.ts';

/** Name of the table of the keys (`key`) that a list of objectors names. */
export const objectorTable = (index: number) => `objectors_${index}`;

const ascii = Array.from({ length: 94 }, (_, index) => 0x21 + index);
const narrow = String.fromCharCode(...ascii);
const wide = String.fromCharCode(...ascii.map((code) => code + 0xfee0));

/** The key of a record as text; the width of letters and digits, and blanks around them, make no difference. */
export const keySql = (cells: readonly Sql[]): Sql =>
  sql`concat_ws(chr(31), ${joined(cells.map((cell) => sql`trim(translate(${cell}, ${wide}, ${narrow}), ' 　')`))})`;

/** @param keys one array per key column. */
export async function makeObjectors(run: Run, index: number, keys: readonly (readonly string[])[]): Promise<void> {
  const cells = keys.map((_, place) => name(`k${place}`));
  const lists = keys.map((column, place) => sql`unnest(${listOfValues(column)}::VARCHAR[]) AS ${name(`k${place}`)}`);
  await run.execute(
    statement(
      sql`CREATE TABLE ${name(objectorTable(index))} AS SELECT DISTINCT ${keySql(cells)} AS key FROM (SELECT ${joined(lists)})`,
    ),
  );
}

/** What an official should know of the lists: how many of their keys no record of the source has. */
export async function describeObjectors(
  run: Run,
  from: Sql,
  steps: readonly RecordStep[],
  sourceOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const notes: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'objectors') continue;
    const key = keySql(step.key.map((column) => name(sourceOf.get(column) ?? '')));
    const [row] = await run.rows<{ keys: number; unmatched: number }>(
      statement(
        sql`SELECT CAST(count(*) AS DOUBLE) AS keys, CAST(count(*) FILTER (key NOT IN (SELECT ${key} FROM ${from})) AS DOUBLE) AS unmatched FROM ${name(objectorTable(index))}`,
      ),
    );
    const { keys = 0, unmatched = 0 } = row ?? {};
    const found = `異議の一覧 ${step.file.csv} の ${keys} 件のうち ${keys - unmatched} 件が元のデータにありました`;
    notes.push(
      unmatched === 0
        ? `${found}。`
        : `${found}。残る ${unmatched} 件は見つかりません。書き方の違いで漏れていないか、確かめてください。`,
    );
  }
  return notes;
}
