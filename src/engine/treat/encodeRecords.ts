import type { AreaTable } from '../../japan/areaTable.ts';
import { attributeOf } from '../hierarchy/attributeOf.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { plainHierarchy } from '../hierarchy/plainHierarchy.ts';
import { InputError } from '../inputError.ts';
import type { Attribute } from '../lattice/distinctTable.ts';
import { countRows } from '../readNumbers.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import type { TreatedColumn, TreatedRecords } from './groupRecords.ts';
import { ruleHierarchy } from './ruleHierarchy.ts';

/** A column whose values have codes: value code i is `values[i]`, and so in the table `dictionary`. */
export interface CodedColumn extends TreatedColumn {
  /** Null: a suppressed cell. */
  readonly values: readonly (string | null)[];
  readonly hierarchy: Hierarchy | null;
}

/** What hierarchies are made from beside the values that occur. */
export interface HierarchySources {
  /** Column → hierarchy from its file. */
  readonly hierarchies: ReadonlyMap<string, Hierarchy>;
  readonly areas: AreaTable | null;
}

/** The treated records in codes: the database has the tables `dictionary` and `combinations`. */
export interface EncodedRecords {
  readonly quasi: readonly CodedColumn[];
  readonly sensitive: readonly CodedColumn[];
  /** One per quasi-identifier. */
  readonly attributes: readonly Attribute[];
  readonly records: number;
  /** Distinct persons; null where records are counted. */
  readonly persons: number | null;
  /** Rows of the table `combinations`: `id` from 0, the codes of the quasi-identifiers, and the records `n`. */
  readonly combinations: number;
}

/**
 * Gives every value of the quasi-identifiers and of the sensitive columns a code, joins them with their hierarchies, and
 * groups the records by quasi-identifiers.
 *
 * @param given the hierarchies from files, by column, and the tables of municipalities where a hierarchy needs them.
 * @param sensitiveNames the sensitive columns that a requirement names.
 * @throws InputError for values that a hierarchy misses and for limits that it does not have.
 */
export async function encodeRecords(
  run: Run,
  treated: TreatedRecords,
  given: HierarchySources,
  sensitiveNames: ReadonlySet<string>,
): Promise<EncodedRecords> {
  const isQuasi = ({ column }: TreatedColumn) => column.role === 'quasi';
  const coded = await codeColumns(
    run,
    treated.columns.filter((column) => isQuasi(column) || sensitiveNames.has(column.column.name)),
    given,
  );
  const quasi = coded.filter(isQuasi);
  const sensitive = coded.filter((column) => !isQuasi(column));
  const attributes = quasi.map(attributeOfColumn);
  const { records, persons } = treated;
  return { quasi, sensitive, attributes, records, persons, combinations: await makeCombinations(run, quasi) };
}

/** Makes the table `dictionary`: the distinct values of each column, `id`, `code` from 0 and `value`. */
async function codeColumns(
  run: Run,
  columns: readonly TreatedColumn[],
  given: HierarchySources,
): Promise<CodedColumn[]> {
  if (columns.length === 0) return [];
  const distinct = columns.map(({ id }) => sql`SELECT DISTINCT ${id} AS id, ${name(id)} AS value FROM treated`);
  await run.execute(
    statement(
      sql`CREATE TABLE dictionary AS SELECT id, CAST(row_number() OVER (PARTITION BY id ORDER BY value) - 1 AS UINTEGER) AS code, value FROM (${joined(distinct, ' UNION ALL ')})`,
    ),
  );
  const values = new Map<string, (string | null)[]>(columns.map(({ id }) => [id, []]));
  for await (const [ids = [], texts = []] of run.stream(
    statement(sql`SELECT id, value FROM dictionary ORDER BY id, code`),
  ))
    for (const [index, id] of ids.entries()) values.get(String(id))?.push(texts[index] as string | null);
  const coded: CodedColumn[] = [];
  for (const column of columns) {
    const own = values.get(column.id) ?? [];
    coded.push({ ...column, values: own, hierarchy: await hierarchyOf(run, column, own, given) });
  }
  return coded;
}

async function hierarchyOf(
  run: Run,
  { id, column }: TreatedColumn,
  values: readonly (string | null)[],
  { hierarchies, areas }: HierarchySources,
): Promise<Hierarchy | null> {
  const { hierarchy, role } = column;
  if (hierarchy.kind === 'csv') return hierarchies.get(column.name) ?? null;
  if (hierarchy.kind === 'none') return role === 'quasi' ? plainHierarchy(column.name, values) : null;
  const records = { from: raw('treated'), cell: name(id), count: raw('sum(n)') };
  return ruleHierarchy(run, column, hierarchy, values, records, areas);
}

function attributeOfColumn({ column, hierarchy, values }: CodedColumn): Attribute {
  if (!hierarchy) throw new Error(`the quasi-identifier ${column.name} has no hierarchy`);
  const attribute = attributeOf(hierarchy, values);
  const top = attribute.levels.length - 1;
  const { min = 0, max = top } = column.levels;
  if (min > top || max > top)
    throw new InputError(
      `手順書の columns → ${column.name} → levels`,
      `値「${max > top ? max : min}」は使えません。この階層の段階は 0 から ${top} までです。`,
    );
  return { ...attribute, weight: column.weight, allowed: { min, max } };
}

/** The column that holds the codes of a column. */
export const codeName = ({ id }: TreatedColumn): Sql => name(`code_${id}`);

/**
 * The treated records joined with the codes of some columns: `code_<id>` beside the rest. Every value has its code; a left
 * join keeps the database from seeking an order of the joins, which takes longer than they do.
 */
export const codedSql = (columns: readonly TreatedColumn[]): Sql => {
  const dictionary = ({ id }: TreatedColumn) => name(`dictionary_${id}`);
  const codes = columns.map((column) => sql`${dictionary(column)}.code AS ${codeName(column)}`);
  const joins = columns.map(
    (column) =>
      sql`LEFT JOIN dictionary ${dictionary(column)} ON ${dictionary(column)}.id = ${column.id} AND ${dictionary(column)}.value IS NOT DISTINCT FROM treated.${name(column.id)}`,
  );
  return sql`(SELECT ${joined([raw('treated.*'), ...codes])} FROM treated ${joined(joins, ' ')})`;
};

/** Makes the table `combinations` and answers its rows. */
async function makeCombinations(run: Run, quasi: readonly CodedColumn[]): Promise<number> {
  const codes = quasi.map(codeName);
  await run.execute(
    statement(
      sql`CREATE TABLE combinations AS SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS id, * FROM (SELECT ${joined([...codes, raw('sum(n) AS n')])} FROM ${codedSql(quasi)} GROUP BY ALL)`,
    ),
  );
  return countRows(run, 'combinations');
}

/** Joins the coded records with their combination. */
export const sameCombinationSql = (quasi: readonly TreatedColumn[], records: string): Sql =>
  quasi.length === 0
    ? raw('true')
    : joined(
        quasi.map((column) => sql`combinations.${codeName(column)} = ${name(records)}.${codeName(column)}`),
        ' AND ',
      );

/** Whether a row of `combinations` is flagged with 1; the flags go in as the text of a BIT value. */
export const flaggedSql = (flags: Uint8Array): Sql =>
  sql`get_bit(${Buffer.from(flags.map((flag) => 48 + flag)).toString('latin1')}::BIT, CAST(combinations.id AS INTEGER)) = 1`;
