import type { Coding, RecipeColumn, Treatment } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { joined, name, sql, statement } from '../sql.ts';
import { checked, written } from './checks.ts';
import type { Expectation } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { markOf, type WrittenTreatment, writtenTreatments } from './writtenCells.ts';

/**
 * Every representative of a microaggregation stands in at least as many records as a group has, and every top or bottom
 * coding whose threshold was chosen by size reaches that size: what is missing must have been suppressed as a record.
 */
export async function checkMicroaggregates(run: Run, found: FoundRows, expected: Expectation): Promise<CheckReport[]> {
  const checks: CheckReport[] = [];
  const treated = writtenTreatments(expected);
  const groups = Map.groupBy(treated, ({ column, last }) =>
    last.kind === 'microaggregate' ? (last.group ?? `column:${column.name}`) : null,
  );
  for (const [group, members] of groups)
    if (group !== null) checks.push(await checkGroup(run, found, expected, members));
  for (const { column } of treated)
    for (const one of column.treatments)
      if ((one.kind === 'topCode' || one.kind === 'bottomCode') && one.atLeast !== null && keepsLabel(column, one))
        checks.push(
          await checkSize(run, idOf(found, column.name), column.name, { ...one, atLeast: one.atLeast }, expected),
        );
  return checks;
}

/** Whether no later treatment replaces the label of a coding; one of the other end does not. */
function keepsLabel({ treatments }: RecipeColumn, coding: Extract<Treatment, Coding>): boolean {
  const harmless = [
    'bands',
    'addNoise',
    'microaggregate',
    'swap',
    coding.kind === 'topCode' ? 'bottomCode' : 'topCode',
  ];
  return treatments.every((one) => one === coding || one.item < coding.item || harmless.includes(one.kind));
}

async function checkGroup(
  run: Run,
  found: FoundRows,
  expected: Expectation,
  members: readonly WrittenTreatment[],
): Promise<CheckReport> {
  const [first] = members;
  const k = first?.last.kind === 'microaggregate' ? first.last.k : 0;
  const cells = members.map(({ column }) => name(idOf(found, column.name)));
  const mark = markOf(expected.recipe.output);
  const hidden = joined(
    cells.map((cell) => sql`${cell} NOT IN (${mark}, '')`),
    ' AND ',
  );
  const [row] = await run.rows<{ missing: number; below: number }>(
    statement(
      sql`SELECT CAST(coalesce(sum(${k} - n), 0) AS DOUBLE) AS missing, CAST(count(*) AS DOUBLE) AS below FROM (SELECT sum(n) AS n FROM found WHERE ${hidden} GROUP BY ${joined(cells)}) WHERE n < ${k}`,
    ),
  );
  const { missing = 0, below = 0 } = row ?? {};
  const passed = missing <= expected.suppressedRecords;
  const names = members.map(({ column }) => column.name).join('」「');
  const finding =
    below === 0
      ? `「${names}」の代表値は、どれも ${written(k)} 件以上の記録にあります。`
      : `「${names}」の代表値のうち ${written(below)} 種類が ${written(k)} 件に満たず、${passed ? '足りない分は条件による除外で出力に入れなかった記録です' : '除外した記録でも説明できません'}。`;
  return checked(first?.last.item ?? 5, 'microaggregates', passed, finding, { below, missing });
}

async function checkSize(
  run: Run,
  id: string,
  column: string,
  { item, label, atLeast }: { readonly item: 1 | 2 | 3 | 4 | 5; readonly label: string; readonly atLeast: number },
  { suppressedRecords }: Expectation,
): Promise<CheckReport> {
  const [row] = await run.rows<{ records: number }>(
    statement(
      sql`SELECT CAST(coalesce(sum(n), 0) AS DOUBLE) AS records FROM cells WHERE id = ${id} AND value = ${label}`,
    ),
  );
  const records = row?.records ?? 0;
  const passed = records + suppressedRecords >= atLeast;
  const reason = records >= atLeast || !passed ? '' : '。足りない分は条件による除外です';
  const finding = `「${column}」の「${label}」は ${written(records)} 件です（求めた件数 ${written(atLeast)} 件${reason}）。`;
  return checked(item, 'codedSize', passed, finding, { records });
}
