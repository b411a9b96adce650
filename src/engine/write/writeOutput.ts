import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { digestFile } from '../digestFile.ts';
import type { OnDone } from '../partsDone.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { joined, name, quoted, raw, type Sql, sql, statement } from '../sql.ts';
import type { ReleasedRows } from './releasedRows.ts';
import { lineSql, orderKey, placeSql } from './rowSql.ts';
import { textEncodings } from './textEncoder.ts';

/**
 * Writes the released rows to a new file and answers the SHA-256 of its bytes, hexadecimal.
 * @param onDone is told the share of the rows that are written.
 */
export async function writeOutput(
  run: Run,
  rows: ReleasedRows,
  { output, seed }: Pick<Recipe, 'output' | 'seed'>,
  file: string,
  onDone: OnDone,
): Promise<string> {
  const wrote = countsWritten(rows.rows, onDone);
  if (output.format === 'csv') return writeCsv(run, rows, { output, seed }, file, wrote);
  if (output.format === 'parquet') await writeParquet(run, rows, seed, file);
  else await writeSheet(run, rows, seed, file, wrote);
  return digestFile(file);
}

/** The order of the rows, by the cells as the file will hold them; those of one place, which are hardly ever two, by `rest`. */
function orderOf(rows: ReleasedRows, cells: readonly Sql[], seed: string, rest: readonly Sql[] = cells): Sql {
  if (rows.keepsRows) return raw('row');
  return joined([placeSql(orderKey(seed), cells), ...rest]);
}

/** Takes the numbers of rows as they are written. */
type Wrote = (counts: readonly bigint[]) => void;

function countsWritten(rows: number, onDone: OnDone): Wrote {
  let written = 0n;
  return (counts) => {
    written = counts.reduce((sum, count) => sum + count, written);
    onDone(Number(written) / rows);
  };
}

async function writeCsv(
  run: Run,
  rows: ReleasedRows,
  { output, seed }: Pick<Recipe, 'output' | 'seed'>,
  file: string,
  wrote: Wrote,
): Promise<string> {
  const cells = rows.ids.map((id) => name(id));
  const marked = rows.ids.map((id) => sql`coalesce(${name(id)}, ${output.suppressedAs}) AS ${name(id)}`);
  const order = rows.keepsRows ? raw(', row') : raw('');
  const lines = statement(
    sql`SELECT ${lineSql(cells, output.delimiter)} AS line, n FROM (SELECT ${joined(marked)}, n${order} FROM released) ORDER BY ${orderOf(rows, cells, seed, [raw('line')])}`,
  );
  const headerCells = rows.header.map((text) => sql`${text}`);
  const [header] = await run.rows<{ line: string }>(
    statement(sql`SELECT ${lineSql(headerCells, output.delimiter)} AS line`),
  );
  const { mark, encode } = textEncodings[output.encoding];
  const hash = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  const write = async (bytes: Uint8Array) => {
    hash.update(bytes);
    await handle.writeFile(bytes);
  };
  try {
    await write(mark);
    await write(encode(`${header?.line ?? ''}\n`));
    for await (const [texts = [], counts = []] of run.stream(lines)) {
      for (const text of repeated(texts as string[], counts as bigint[])) await write(encode(text));
      wrote(counts as bigint[]);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/** Characters that are handed over at once; a row that occurs very often is handed over in parts. */
const portion = 1 << 20;

function* repeated(lines: readonly string[], counts: readonly bigint[]): Generator<string> {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const ended = `${line}\n`;
    const atOnce = Math.max(1, Math.floor(portion / ended.length));
    for (let left = Number(counts[index] ?? 0); left > 0; left -= atOnce) {
      text += ended.repeat(Math.min(left, atOnce));
      if (text.length < portion) continue;
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

async function writeSheet(run: Run, rows: ReleasedRows, seed: string, file: string, wrote: Wrote): Promise<void> {
  const { writeXlsx } = await import('./writeXlsx.ts');
  const cells = rows.ids.map((id) => name(id));
  const order = orderOf(rows, filled(rows), seed);
  const chunks = run.stream(statement(sql`SELECT ${joined(cells)}, n FROM released ORDER BY ${order}`));
  const target = Writable.toWeb(createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  await writeXlsx(target, { name: '匿名加工情報', header: rows.header, rows: rowsOf(chunks, wrote) });
}

async function* rowsOf(chunks: ReturnType<Run['stream']>, wrote: Wrote): AsyncGenerator<(string | null)[]> {
  for await (const columns of chunks) {
    const counts = (columns.at(-1) ?? []) as bigint[];
    const cells = columns.slice(0, -1) as (string | null)[][];
    for (const [index, count] of counts.entries()) {
      const row = cells.map((column) => column[index] ?? null);
      for (let left = count; left > 0n; left -= 1n) yield row;
    }
    wrote(counts);
  }
}

/** The cells with '' for suppressed ones, as formats without a mark are ordered. */
const filled = (rows: ReleasedRows): Sql[] => rows.ids.map((id) => sql`coalesce(${name(id)}, '')`);

async function writeParquet(run: Run, rows: ReleasedRows, seed: string, file: string): Promise<void> {
  const named = rows.ids.map((id, index) => sql`${name(id)} AS ${name(rows.header[index] ?? '')}`);
  // Several threads would cut the rows into groups as they come to them.
  const [before] = await run.rows<{ threads: bigint }>(statement(raw("SELECT current_setting('threads') AS threads")));
  await run.execute(statement(raw('SET threads = 1')));
  await run.execute(
    statement(
      sql`COPY (SELECT ${joined(named)} FROM (SELECT *, unnest(range(n)) FROM (SELECT * FROM released ORDER BY ${orderOf(rows, filled(rows), seed)}))) TO ${quoted(file)} (FORMAT parquet)`,
    ),
  );
  await run.execute(statement(raw(`SET threads = ${before?.threads ?? 1}`)));
}
