import type { Coding, RecipeColumn } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { raw, sql, statement } from '../sql.ts';
import { hasNoNumberSql, readNumberSql } from '../treat/readNumberSql.ts';
import { checked, written } from './checks.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { markOf } from './writtenCells.ts';

/** No value beyond the threshold of a top or bottom coding is left (規則62条4号), where the values are still numbers. */
export async function checkCodedValues(run: Run, found: FoundRows, expected: Expectation): Promise<CheckReport[]> {
  const checks: CheckReport[] = [];
  for (const column of writtenColumns(expected)) {
    if ((expected.levels[column.name] ?? 0) > 0) continue;
    for (const treatment of column.treatments)
      if (treatment.kind === 'topCode' || treatment.kind === 'bottomCode')
        checks.push(await checkCoding(run, found, column, treatment, expected));
  }
  return checks;
}

async function checkCoding(
  run: Run,
  found: FoundRows,
  column: RecipeColumn,
  coding: Coding,
  expected: Expectation,
): Promise<CheckReport> {
  const cell = raw('value');
  const beyond = raw(coding.kind === 'topCode' ? '>=' : '<=');
  const labels = column.treatments.flatMap((one) => ('label' in one ? [sql`${cell} <> ${one.label}`] : []));
  const isOwn = sql`id = ${idOf(found, column.name)} AND ${labels.reduce((all, one) => sql`${all} AND ${one}`)}`;
  const mark = markOf(expected.recipe.output);
  const [row] = await run.rows<{ cells: number; unread: number }>(
    statement(
      sql`SELECT coalesce(sum(n) FILTER (${readNumberSql(cell)} ${beyond} ${coding.from}), 0) AS cells, coalesce(sum(n) FILTER (${cell} <> ${mark} AND ${hasNoNumberSql(cell)}), 0) AS unread FROM cells WHERE ${isOwn}`,
    ),
  );
  const { cells = 0, unread = 0 } = row ?? {};
  const side = coding.kind === 'topCode' ? '以上' : '以下';
  const finding =
    cells === 0
      ? `「${column.name}」に、${coding.from} ${side}の値はありません${unread === 0 ? '' : `（数として読めない値が ${written(unread)} 件あります）`}。`
      : `「${column.name}」に、${coding.from} ${side}の値が ${written(cells)} 件残っています。`;
  return checked(4, 'codedValues', cells === 0, finding, { cells });
}
