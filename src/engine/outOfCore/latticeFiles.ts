import { join } from 'node:path';
import type { Attribute } from '../lattice/distinctTable.ts';
import type { Run } from '../run.ts';
import { joined, name, quoted, raw, type Sql, sql, statement } from '../sql.ts';
import { type CodedColumn, codedSql, codeName, type EncodedRecords } from '../treat/encodeRecords.ts';
import { codeType } from '../treat/readTable.ts';

/**
 * The combinations as files in the folder of the run, to be read again and again: per attribute and level the column
 * `a<attribute>_<level>` with the value code that stands for its group, the smallest of the group.
 */
export interface LatticeFiles {
  /** Levels per attribute that the files have: the allowed ones. */
  readonly heights: readonly number[];
  /** One row per combination, at the lowest levels, with its records `n`. */
  readonly combinations: Sql;
  /** One row per combination and value: `s` the place of the sensitive column, its code `v`, records `n`. */
  readonly values: Sql | null;
  readonly paths: readonly string[];
}

/** The column of an attribute at a level. */
export const levelColumn = (attribute: number, level: number): Sql => name(`a${attribute}_${level}`);

/** Writes them from the tables `combinations` and `treated`, and leaves the tables of the levels. @param attributes with the allowed levels only. */
export async function writeLatticeFiles(
  run: Run,
  { quasi, sensitive }: EncodedRecords,
  attributes: readonly Attribute[],
): Promise<LatticeFiles> {
  for (const [index, attribute] of attributes.entries()) await makeLevels(run, index, attribute);
  const paths: string[] = [];
  const write = async (file: string, rows: Sql, others: readonly Sql[]): Promise<Sql> => {
    const path = join(run.folder, file);
    paths.push(path);
    const grouped = atLowest(quasi, attributes, rows, others);
    await run.writeFile(
      statement(sql`COPY (${withLevels(quasi, attributes, grouped, others)}) TO ${quoted(path)} (FORMAT parquet)`),
      path,
    );
    return sql`read_parquet(${quoted(path)})`;
  };
  const combinations = await write('combinations.parquet', raw('combinations'), []);
  const values =
    sensitive.length === 0 ? null : await write('values.parquet', valuesSql(quasi, sensitive), [raw('s'), raw('v')]);
  return { heights: attributes.map(({ levels }) => levels.length), combinations, values, paths };
}

/** The table of the levels of an attribute: by value `code`, the columns of the files. */
export const levelsTable = (index: number): Sql => name(levelsName(index));

const levelsName = (index: number) => `levels_${index}`;

async function makeLevels(run: Run, index: number, attribute: Attribute): Promise<void> {
  const codes = attribute.levels[0]?.groupOf ?? new Uint32Array();
  const type = codeType(attribute);
  const columns = attribute.levels.map((_, place) => sql`${levelColumn(index, place)} ${raw(type)}`);
  await run.execute(statement(sql`CREATE TABLE ${levelsTable(index)} (${joined([raw('code UINTEGER'), ...columns])})`));
  await run.append(levelsName(index), [
    { type: 'UINTEGER', values: [...codes.keys()] },
    ...attribute.levels.map(({ groupOf, groups }) => ({ type, values: standIns(groupOf, groups) })),
  ]);
}

/** Value code → the smallest value code of its group. */
function standIns(groupOf: Uint32Array, groups: number): Uint32Array {
  const first = new Uint32Array(groups);
  for (let code = groupOf.length - 1; code >= 0; code--) first[groupOf[code] as number] = code;
  return groupOf.map((group) => first[group] as number);
}

const codesOf = (quasi: readonly CodedColumn[]): Sql[] => quasi.map(codeName);

/** The records of each combination and value of each sensitive column. */
function valuesSql(quasi: readonly CodedColumn[], sensitive: readonly CodedColumn[]): Sql {
  const each = sensitive.map((column, place) => {
    const cells = [...codesOf(quasi), sql`CAST(${place} AS UTINYINT) AS s`, sql`${codeName(column)} AS v`];
    return sql`SELECT ${joined([...cells, raw('sum(n) AS n')])} FROM ${codedSql([...quasi, column])} GROUP BY ALL`;
  });
  return sql`(${joined(each, ' UNION ALL ')})`;
}

/** Where the lowest allowed level of an attribute is not its values: fewer rows, one for each combination of groups. */
function atLowest(quasi: readonly CodedColumn[], attributes: readonly Attribute[], rows: Sql, others: readonly Sql[]) {
  if (attributes.every(({ allowed }) => (allowed?.min ?? 0) === 0)) return rows;
  const cells = quasi.map((column, index) => sql`${levelColumn(index, 0)} AS ${codeName(column)}`);
  return sql`(SELECT ${joined([...cells, ...others, raw('sum(n) AS n')])} FROM ${joinLevels(quasi, rows)} GROUP BY ALL)`;
}

function withLevels(
  quasi: readonly CodedColumn[],
  attributes: readonly Attribute[],
  rows: Sql,
  others: readonly Sql[],
) {
  const levels = attributes.flatMap((attribute, index) =>
    attribute.levels.map((_, level) => levelColumn(index, level)),
  );
  return sql`SELECT ${joined([...levels, ...others, raw('CAST(n AS DOUBLE) AS n')])} FROM ${joinLevels(quasi, rows)}`;
}

function joinLevels(quasi: readonly CodedColumn[], rows: Sql): Sql {
  const joins = quasi.map(
    (column, index) => sql`JOIN ${levelsTable(index)} ON ${levelsTable(index)}.code = r.${codeName(column)}`,
  );
  return joined([sql`${rows} r`, ...joins], ' ');
}
