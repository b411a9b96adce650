import type { AreaTable } from '../../japan/areaTable.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { labelledHierarchy, type UnreadableValue } from '../hierarchy/labelledHierarchy.ts';
import { ruleReader } from '../hierarchy/ruleReader.ts';
import { InputError } from '../inputError.ts';
import type { RecipeColumn, RuleChoice } from '../recipe/recipe.ts';
import { listOfValues, type Run } from '../run.ts';
import { type Sql, sql, statement } from '../sql.ts';

/** Where the records with the values stand. */
export interface ValueRecords {
  readonly from: Sql;
  readonly cell: Sql;
  /** The aggregate that counts records. */
  readonly count: Sql;
}

/**
 * The hierarchy that a rule makes of the values of a column.
 *
 * @param values the distinct values; null: a suppressed cell.
 * @throws InputError that names column, values, records and reasons when the rule can't place a value and the recipe does
 * not say what becomes of it.
 */
export async function ruleHierarchy(
  run: Run,
  column: RecipeColumn,
  rule: RuleChoice,
  values: readonly (string | null)[],
  records: ValueRecords,
  areas: AreaTable | null,
): Promise<Hierarchy> {
  const kept = new Set(
    column.treatments.flatMap((one) => (one.kind === 'topCode' || one.kind === 'bottomCode' ? [one.label] : [])),
  );
  const reader = ruleReader(column.name, rule, values, areas);
  const { hierarchy, unreadable } = labelledHierarchy(column.name, reader, values, kept, rule.unreadable);
  if (unreadable.length === 0) return hierarchy;
  const listed = describeUnreadable(unreadable, await countRecords(run, unreadable, records));
  const place = `列「${column.name}」の階層`;
  if (rule.unreadable === 'refuse') throw new InputError(place, `${listed}${advice}`);
  const done = rule.unreadable === 'keep' ? 'そのまま残しました' : '隠しました';
  return { ...hierarchy, notes: [`${place}: ${listed}手順書の unreadable により、${done}。`] };
}

const advice =
  '値を直すか、suppressCell で隠すか、unreadable に "suppress"（隠す）か "keep"（そのまま残す）と書いてください。';
const shown = 10;

function describeUnreadable(unreadable: readonly UnreadableValue[], counts: ReadonlyMap<string, number>): string {
  const records = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const named = unreadable
    .slice(0, shown)
    .map(
      ({ value, reason }) => `${value === '' ? '（空欄）' : `「${value}」`}${counts.get(value) ?? 0} 件（${reason}）`,
    );
  const more = unreadable.length > shown ? ` など ${unreadable.length} 種類` : '';
  return `読めない値が ${records} 件あります: ${named.join('、')}${more}。`;
}

async function countRecords(
  run: Run,
  unreadable: readonly UnreadableValue[],
  { from, cell, count }: ValueRecords,
): Promise<Map<string, number>> {
  const values = listOfValues(unreadable.map(({ value }) => value));
  const rows = await run.rows<{ value: string; records: number }>(
    statement(
      sql`SELECT ${cell} AS value, CAST(${count} AS DOUBLE) AS records FROM ${from} WHERE ${cell} IN (SELECT unnest(${values}::VARCHAR[])) GROUP BY value`,
    ),
  );
  return new Map(rows.map(({ value, records }) => [value, records]));
}
