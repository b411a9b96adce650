import type { RecipeColumn, Treatment } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { joined, raw, type Sql, sql, statement } from '../sql.ts';
import { conditionSql } from '../treat/conditionSql.ts';
import { keptLabels } from '../treat/treatmentSql.ts';
import { checked, written } from './checks.ts';
import type { Expectation } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { isMark, plainCell, writtenTreatments } from './writtenCells.ts';

/** What a treatment leaves has the form that it gives, in every cell: shown by the output alone. */
export async function checkTreatedForms(run: Run, found: FoundRows, expected: Expectation): Promise<CheckReport[]> {
  const checks: CheckReport[] = [];
  const { output } = expected.recipe;
  for (const { column, last } of writtenTreatments(expected)) {
    const cell = plainCell(output);
    const form = formOf(column, last, cell);
    if (!form) continue;
    const kept = keptLabels(column).map((label) => sql`${cell} <> ${label}`);
    const foreign = joined([sql`NOT (${isMark(output)})`, sql`NOT coalesce(${form.holds}, false)`, ...kept], ' AND ');
    checks.push(await report(run, idOf(found, column.name), column, last, form.words, foreign));
  }
  return checks;
}

async function report(
  run: Run,
  id: string,
  column: RecipeColumn,
  { item }: Treatment,
  words: string,
  foreign: Sql,
): Promise<CheckReport> {
  const [row] = await run.rows<{ cells: number }>(
    statement(sql`SELECT coalesce(sum(n), 0) AS cells FROM cells WHERE id = ${id} AND ${foreign}`),
  );
  const cells = row?.cells ?? 0;
  const finding =
    cells === 0
      ? `「${column.name}」は、どのセルも${words}です。`
      : `「${column.name}」に、${words}でない値が ${written(cells)} 件あります。`;
  return checked(item, 'treatedForm', cells === 0, finding, { cells });
}

interface Form {
  readonly words: string;
  readonly holds: Sql;
}

/** The form that a treatment gives; undefined where any text may be its result, or another check looks at it. */
function formOf(column: RecipeColumn, treatment: Treatment, cell: Sql): Form | undefined {
  switch (treatment.kind) {
    case 'truncateAfter':
      return { words: `「${treatment.separator}」まで`, holds: sql`ends_with(${cell}, ${treatment.separator})` };
    case 'datePart':
      return treatment.part === 'year'
        ? { words: '年まで', holds: sql`regexp_full_match(${cell}, '[0-9]{4}')` }
        : { words: '年月まで', holds: sql`regexp_full_match(${cell}, '[0-9]{4}-[0-9]{2}')` };
    case 'bands':
      return { words: `${treatment.width} 刻み`, holds: bandFormSql(treatment, cell) };
    case 'addNoise':
      return { words: `${treatment.round} の倍数`, holds: noiseFormSql(treatment, cell) };
    case 'suppressCell':
      // The condition sees the values of the source: only where nothing else changed them does the output hold them.
      if (treatment.condition.column !== column.name || column.treatments.length > 1) return undefined;
      return { words: '隠す条件に合わない値', holds: sql`NOT ${conditionSql(treatment.condition.test, cell)}` };
    default:
      return undefined;
  }
}

function bandFormSql({ width, from }: { readonly width: number; readonly from: number }, cell: Sql): Sql {
  const bound = (place: 1 | 2) =>
    sql`TRY_CAST(regexp_extract(${cell}, '^(-?[0-9]+)-(-?[0-9]+)$', ${raw(String(place))}) AS DOUBLE)`;
  return sql`(${cell} = ${`<${from}`} OR (${bound(2)} - ${bound(1)} = ${width - 1} AND (${bound(1)} - ${from}) % ${width} = 0))`;
}

type Noise = Extract<Treatment, { kind: 'addNoise' }>;

function noiseFormSql({ round, min, max }: Noise, cell: Sql): Sql {
  const number = sql`TRY_CAST(${cell} AS DOUBLE)`;
  const multiple = sql`abs(${number} / ${round} - round(${number} / ${round})) < 1e-6`;
  const bounds = [
    ...(min === null ? [] : [sql`${number} >= ${min}`]),
    ...(max === null ? [] : [sql`${number} <= ${max}`]),
  ];
  return sql`(${cell} = '' OR (${joined([multiple, ...bounds], ' AND ')}))`;
}
