import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import { createViews, type ReadableCsv, readCsv } from './csvView.ts';
import { groupLines, repeats } from './distinctLines.ts';
import { findEncoding } from './findEncoding.ts';
import { type HeaderColumns, headerColumns } from './headerColumns.ts';
import type { ImportedTable, ImportOptions } from './importTable.ts';
import { normalizeCsv } from './normalizeCsv.ts';
import { parseCsv } from './parseCsv.ts';
import { proveDialect } from './proveDialect.ts';
import { type RefusedRow, refusedRows } from './refusedRows.ts';
import { linesBelowHeader, type RowPlaces, rowLines } from './rowPlaces.ts';
import type { FileEncoding, TableSource } from './tableSource.ts';
import { utf8Pieces } from './utf8Pieces.ts';
import { linesBeforeMark, watchCharacters } from './watchCharacters.ts';

/** What one reading of the file gave. */
interface Reading {
  readonly file: ReadableCsv;
  readonly places: RowPlaces;
  readonly columns: HeaderColumns;
  readonly distinctRelation: string | null;
  readonly rows: number;
  readonly refused: { readonly count: number; readonly first: readonly RefusedRow[]; readonly file: string | null };
  readonly notes: readonly string[];
  readonly sha256: string;
  readonly bytes: number;
}

/** Where a reading stands: the run, the file and the name of the table. */
interface Place {
  readonly run: Run;
  readonly source: TableSource;
  readonly encoding: FileEncoding;
  readonly relation: string;
  readonly distinct: ImportOptions['distinct'];
}

/** See `importTable`. The file is read by the database where that is proven to be right, else a normalized copy of it. */
export async function importCsv(
  run: Run,
  source: TableSource,
  relation: string,
  distinct: ImportOptions['distinct'],
): Promise<ImportedTable> {
  const encoding = findEncoding(await headOf(source.path), source);
  const place = { run, source, encoding, relation, distinct };
  const reading = (await readProven(place)) ?? (await readNormalized(place));
  const { file, places, columns, refused, distinctRelation, rows, notes, sha256, bytes } = reading;
  const imported = columns.names.map((header, index) => ({ name: header, id: `c${index}` }));
  const ids = imported.map(({ id }) => id);
  return {
    relation,
    numberedRelation: await createViews(run, relation, ids, readCsv(file)),
    places,
    columns: imported,
    distinctRelation,
    rows,
    refusedRows: refused.count,
    refused: refused.first,
    refusedFile: refused.file,
    notes,
    sha256,
    bytes,
    encoding,
  };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Looks at every byte of the file on its way, raw and as text. */
function watchFile({ source, encoding }: Place) {
  const digest = createHash('sha256');
  const characters = watchCharacters(source.path);
  let bytes = 0;
  let passed = 0;
  /** Says on which line it is that a piece is refused for. */
  const refuseAtLine = async (refused: Buffer): Promise<void> => {
    let lines = 1 + linesBeforeMark(refused);
    let left = passed;
    for await (const piece of utf8Pieces(source.path, encoding, () => undefined)) {
      if (left === 0) break;
      left -= piece.length;
      lines += piece.toString('latin1').split('\n').length - 1;
    }
    characters.add(refused, `${source.path} ${lines}行目`);
  };
  return {
    async *pieces(): AsyncGenerator<Buffer> {
      const onBytes = (raw: Buffer) => {
        digest.update(raw);
        bytes += raw.length;
      };
      for await (const piece of utf8Pieces(source.path, encoding, onBytes)) {
        try {
          characters.add(piece);
        } catch {
          await refuseAtLine(piece);
        }
        passed += piece.length;
        yield piece;
      }
    },
    result: () => ({ notes: characters.notes(), sha256: digest.digest('hex'), bytes }),
  };
}

/** One pass over the bytes, beside which the database already counts the rows; undefined as soon as the proof fails. */
async function readProven(place: Place): Promise<Reading | undefined> {
  const { run, source, encoding, relation } = place;
  const watch = watchFile(place);
  const proof = proveDialect(source.delimiter);
  const inPlace = encoding === 'utf-8' || encoding === 'utf-8-bom';
  const path = inPlace ? source.path : join(run.folder, `${relation}.utf8.csv`);
  const copy = inPlace ? undefined : await open(path, 'w');
  let columns: HeaderColumns | undefined;
  let counting: Promise<Counted | undefined> | undefined;
  let repetitive: boolean | undefined;
  const readable = (width: number): ReadableCsv => ({
    ...unquoted,
    path,
    delimiter: source.delimiter,
    width,
    lineEnd: proof.lineEnd(),
  });
  try {
    for await (const piece of watch.pieces()) {
      proof.add(piece);
      if (!proof.holds()) return undefined;
      columns ??= headerColumns(source.path, firstLine(piece, source.delimiter));
      repetitive ??= place.distinct !== undefined && repeats(piece);
      if (inPlace) counting ??= count(place, readable(columns.names.length), repetitive);
      await copy?.write(piece);
    }
  } finally {
    await copy?.close();
    await counting;
  }
  if (!columns) return undefined;
  const file = readable(columns.names.length);
  const counted = await (counting ?? count(place, file, repetitive ?? false));
  if (counted === undefined) return undefined;
  const refused = { count: 0, first: [], file: null };
  return { file, places: linesBelowHeader, columns, ...counted, refused, ...watch.result() };
}

const firstLine = (piece: Buffer, delimiter: string) =>
  parseCsv(piece.toString('utf8', 0, piece.indexOf('\n')), delimiter)[0]?.fields ?? [''];

const unquoted = { header: true, quotes: false, innerLines: false, longest: 0 } as const;

const distinctName = (relation: string) => `distinct_${relation}`;

type Counted = Pick<Reading, 'rows' | 'distinctRelation'>;

/** Undefined when a row has too few or too many cells. */
async function count(
  { run, relation, distinct }: Place,
  file: ReadableCsv,
  groups: boolean,
): Promise<Counted | undefined> {
  try {
    if (groups) {
      const distinctRelation = distinctName(relation);
      return { rows: await groupLines(run, file, distinctRelation, distinct === 'places'), distinctRelation };
    }
    const [row] = await run.rows<{ rows: bigint }>(statement(sql`SELECT count(*) AS rows FROM ${readCsv(file)}`));
    return { rows: Number(row?.rows), distinctRelation: null };
  } catch {
    return undefined;
  }
}

async function readNormalized(place: Place): Promise<Reading> {
  const { run, source, relation } = place;
  await run.execute(statement(sql`DROP TABLE IF EXISTS ${name(distinctName(relation))}`));
  const watch = watchFile(place);
  const path = join(run.folder, `${relation}.csv`);
  const refusedFile = join(run.folder, `${relation}.refused.csv`);
  const refused = refusedRows(refusedFile);
  const lines = rowLines(join(run.folder, `${relation}.lines.csv`));
  const normalized = await normalizeCsv(watch.pieces(), source, path, { refused, lines });
  const { columns, rows, lineEnd, innerLines, longest } = normalized;
  const width = columns.names.length + (columns.namelessLast ? 1 : 0);
  const { notes, ...digest } = watch.result();
  return {
    file: { path, delimiter: source.delimiter, header: false, quotes: true, lineEnd, innerLines, longest, width },
    places: lines.places(),
    columns,
    distinctRelation: null,
    rows,
    refused: { count: refused.count(), first: refused.first(), file: refused.count() > 0 ? refusedFile : null },
    notes: [...notes, ...notesOf(normalized)],
    ...digest,
  };
}

const notesOf = ({ columns, blankLines, endMark }: Awaited<ReturnType<typeof normalizeCsv>>) => [
  ...(columns.namelessLast ? [`最後の列（${columns.names.length + 1}列目）は見出しも値もないので、除きました。`] : []),
  ...(blankLines > 0 ? [`末尾の空の行${blankLines}行は、記録として数えていません。`] : []),
  ...(endMark ? ['末尾の終端記号（0x1A）を除きました。'] : []),
];
