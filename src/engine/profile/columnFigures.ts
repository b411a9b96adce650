import type { ImportedTable } from '../import/importTable.ts';
import type { Run } from '../run.ts';
import { joined, name, quoted, raw, type Sql, sql, statement } from '../sql.ts';
import { type EmbeddedName, embedded, embeddedNames, type ShapeName, shapeNames, shapes } from './shapes.ts';

/** What was counted in one column. Shares are of the values that are not empty, 0 to 1. */
export interface ColumnFigures {
  readonly rows: number;
  readonly filled: number;
  /** Distinct values; about so many where `exact` is false. */
  readonly distinct: number;
  readonly exact: boolean;
  /** Characters of a value on average. */
  readonly averageLength: number;
  /** Rows that hold a number of 12 digits anywhere, of all rows. */
  readonly twelveDigits: number;
  /** Of the values that are numbers, of all rows. */
  readonly smallest: number | null;
  readonly largest: number | null;
  /** Rows that were looked at for shapes; `rows` when all. */
  readonly looked: number;
  readonly shapes: Readonly<Record<ShapeName, number>>;
  /** Shares of values that hold such a thing inside. */
  readonly embedded: Readonly<Record<EmbeddedName, number>>;
  /** Of the numbers looked at: the middle one, and the one that 99 % don't exceed. */
  readonly median: number | null;
  readonly high: number | null;
  /** Values held by fewer than five of the rows looked at; null when not all rows were. */
  readonly rareValues: number | null;
}

/** Rows looked at for shapes, evenly spread over the file. */
const sampleRows = 20_000;
/** Above this many rows, distinct values are estimated. */
const exactRows = 1_000_000;
const rare = 5;
const wide = '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ－−‐―／．＠（）　';
const narrow = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ----/.@() ';

type Row = Readonly<Record<string, number | bigint | null>>;

/** Counts every column of an imported table: all rows for what is cheap, a spread sample for the shapes of values. */
export async function columnFigures(run: Run, table: ImportedTable): Promise<ColumnFigures[]> {
  const ids = table.columns.map(({ id }) => id);
  const exact = table.rows <= exactRows;
  await run.execute(statement(createSample(table, ids)));
  const [whole = {}] = await run.rows<Row>(
    statement(sql`SELECT ${joined(ids.map((id) => countAll(id, exact)))} FROM ${name(table.relation)}`),
  );
  const looked: Row[] = [];
  for (const id of ids) {
    const [row = {}] = await run.rows<Row>(statement(countShapes(id, table.rows <= sampleRows)));
    looked.push(row);
  }
  await run.execute({ text: 'DROP TABLE profile_sample' });
  return ids.map((id, index) => figuresOf(table.rows, exact, picked(whole, `${id}_`), looked[index] ?? {}));
}

/** The sample keeps the values twice: as they are, and in narrow width without blanks around. */
function createSample(table: ImportedTable, ids: readonly string[]): Sql {
  const step = Math.max(1, Math.ceil(table.rows / sampleRows));
  const from =
    step === 1 ? name(table.relation) : sql`${name(table.numberedRelation)} WHERE row % ${raw(String(step))} = 0`;
  return sql`CREATE OR REPLACE TEMP TABLE profile_sample AS SELECT ${joined(ids.map(name))} FROM ${from}`;
}

const folded = (cell: Sql) => sql`trim(translate(${cell}, ${quoted(wide)}, ${quoted(narrow)}))`;

/** The number in 116 and in 116歳. */
const numberIn = (cell: Sql) => sql`TRY_CAST(rtrim(${folded(cell)}, '歳才') AS DOUBLE)`;

function countAll(id: string, exact: boolean): Sql {
  const cell = name(id);
  const figures: Record<string, Sql> = {
    filled: sql`count_if(${cell} <> '')`,
    distinct: exact ? sql`count(DISTINCT nullif(${cell}, ''))` : sql`approx_count_distinct(nullif(${cell}, ''))`,
    length: sql`avg(length(nullif(${cell}, '')))`,
    twelve: sql`count_if(length(${cell}) >= 12 AND regexp_matches(${folded(cell)}, ${quoted(embedded.twelveDigits.pattern)}))`,
    smallest: sql`min(${numberIn(cell)})`,
    largest: sql`max(${numberIn(cell)})`,
  };
  return joined(Object.entries(figures).map(([key, figure]) => sql`${figure} AS ${name(`${id}_${key}`)}`));
}

function countShapes(id: string, whole: boolean): Sql {
  const counts = [
    ...shapeNames.map((shape) => sql`count_if(${hasShape(shape)}) AS ${name(`shape_${shape}`)}`),
    ...embeddedNames.map(
      (one) => sql`count_if(regexp_matches(value, ${quoted(embedded[one].pattern)})) AS ${name(`embedded_${one}`)}`,
    ),
  ];
  const number = numberIn(sql`value`);
  const cells = sql`SELECT ${folded(name(id))} AS value FROM profile_sample WHERE ${name(id)} <> ''`;
  const rareValues = whole
    ? sql`(SELECT count(*) FROM (SELECT value FROM cells GROUP BY value HAVING count(*) < ${raw(String(rare))}))`
    : sql`NULL`;
  return sql`WITH cells AS (${cells}) SELECT count(*) AS looked, ${joined(counts)},
    quantile_disc(${number}, 0.5) AS median, quantile_disc(${number}, 0.99) AS high, ${rareValues} AS rare FROM cells`;
}

function hasShape(shape: ShapeName): Sql {
  const one: { readonly pattern: string; readonly condition?: (digits: string) => string } = shapes[shape];
  const matches = sql`regexp_full_match(value, ${quoted(one.pattern)})`;
  if (!one.condition) return matches;
  return sql`${matches} AND coalesce(${raw(one.condition(`regexp_replace(value, '[^0-9]', '', 'g')`))}, false)`;
}

const picked = (row: Row, prefix: string): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])),
  );

function figuresOf(rows: number, exact: boolean, whole: Row, sample: Row): ColumnFigures {
  const looked = Number(sample.looked ?? 0);
  const share = (key: string) => (looked === 0 ? 0 : Number(sample[key] ?? 0) / looked);
  const filled = Number(whole.filled);
  return {
    rows,
    filled,
    distinct: Math.min(filled, Number(whole.distinct)),
    exact,
    averageLength: Number(whole.length ?? 0),
    twelveDigits: Number(whole.twelve),
    smallest: numberOrNull(whole.smallest),
    largest: numberOrNull(whole.largest),
    looked,
    shapes: sharesOf(shapeNames, (shape) => share(`shape_${shape}`)),
    embedded: sharesOf(embeddedNames, (one) => share(`embedded_${one}`)),
    median: numberOrNull(sample.median),
    high: numberOrNull(sample.high),
    rareValues: numberOrNull(sample.rare),
  };
}

const numberOrNull = (value: number | bigint | null | undefined) =>
  value === null || value === undefined ? null : Number(value);

const sharesOf = <Name extends string>(names: readonly Name[], share: (one: Name) => number) =>
  Object.fromEntries(names.map((one) => [one, share(one)])) as Record<Name, number>;
