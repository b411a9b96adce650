import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputError } from '../inputError.ts';
import type { Run } from '../run.ts';
import { joined, name, quoted, raw, sql, statement } from '../sql.ts';
import { createViews } from './csvView.ts';
import { headerColumns } from './headerColumns.ts';
import type { ImportedTable } from './importTable.ts';

/** See `importTable`. Every value is taken as its text, a null as ''. */
export async function importParquet(run: Run, path: string, relation: string): Promise<ImportedTable> {
  const file = sql`read_parquet(${quoted(path.replaceAll(/[*?[]/g, '[$&]'))}, hive_partitioning = false)`;
  const described = await run
    .rows<{ column_name: string }>(statement(sql`DESCRIBE SELECT * FROM ${file}`))
    .catch(() => {
      throw new InputError(path, 'Parquetとして読めません。壊れているか、別の形式のファイルです。');
    });
  const { names } = headerColumns(
    path,
    described.map((column) => column.column_name),
  );
  const columns = names.map((header, index) => ({ name: header, id: `c${index}` }));
  const cells = columns.map(
    ({ name: header, id }) => sql`coalesce(CAST(${name(header)} AS VARCHAR), '') AS ${raw(id)}`,
  );
  const ids = columns.map(({ id }) => id);
  const numberedRelation = await createViews(run, relation, ids, sql`(SELECT ${joined(cells)} FROM ${file})`);
  const [row] = await run.rows<{ rows: bigint }>(statement(sql`SELECT count(*) AS rows FROM ${file}`));
  const rows = Number(row?.rows);
  const kept = { relation, numberedRelation, columns, rows, refusedRows: 0, refused: [], refusedFile: null, notes: [] };
  return {
    ...kept,
    distinctRelation: null,
    sha256: await digestOf(path),
    bytes: (await stat(path)).size,
    encoding: null,
  };
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const bytes of createReadStream(path)) digest.update(bytes);
  return digest.digest('hex');
}
