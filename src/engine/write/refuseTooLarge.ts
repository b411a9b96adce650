import { sheetLimits } from '../import/xlsx/cellAddress.ts';
import type { OutputChoice } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, sql, statement } from '../sql.ts';
import type { ReleasedRows } from './releasedRows.ts';

/** Why the rows don't fit into their format, in plain words; null when they do. */
export async function refuseTooLarge(run: Run, rows: ReleasedRows, { format }: OutputChoice): Promise<string | null> {
  if (format !== 'xlsx') return null;
  const most = (value: number) => value.toLocaleString('ja-JP');
  const advice = 'output → format を csv か parquet にしてください。';
  if (rows.rows >= sheetLimits.rows)
    return `出力は ${most(rows.rows)} 行あり、Excelのシートに入る ${most(sheetLimits.rows - 1)} 行を超えます。${advice}`;
  const lengths = rows.ids.map((id) => sql`coalesce(max(length(${name(id)})), 0)`);
  const [found = {}] = await run.rows<Record<string, bigint>>(
    statement(
      sql`SELECT ${joined(lengths.map((length, index) => sql`${length} AS ${name(`l${index}`)}`))} FROM ${raw('released')}`,
    ),
  );
  const index = rows.ids.findIndex((_, at) => Number(found[`l${at}`]) > sheetLimits.characters);
  if (index < 0) return null;
  return `列「${rows.header[index]}」に ${most(Number(found[`l${index}`]))} 文字の値があり、Excelのセルに入る ${most(sheetLimits.characters)} 文字を超えます。${advice}`;
}
