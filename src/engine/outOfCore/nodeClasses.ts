import type { Attribute, Codes, DistinctTable, SensitiveHistogram } from '../lattice/distinctTable.ts';
import type { Grouping } from '../lattice/grouping.ts';
import { countRows, readPlaced } from '../readNumbers.ts';
import type { NumberColumn, Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { readHistogram } from '../treat/readTable.ts';
import { type LatticeFiles, levelColumn } from './latticeFiles.ts';

/** The attributes that a node does not leave out. */
const keptAttributes = ({ heights }: LatticeFiles, levels: readonly number[]): number[] =>
  [...heights.keys()].filter((index) => (levels[index] as number) < (heights[index] as number));

/** The column of the table `node` with the value code that stands for the group of the attribute. */
export const groupColumn = (attribute: number): Sql => name(`a${attribute}`);

/**
 * Makes the table `node`: the classes of a node with `id` from 0, their groups and their records `n`.
 *
 * @param levels the number of its levels means that an attribute is left out.
 * @returns how many classes there are.
 */
export async function makeNode(run: Run, files: LatticeFiles, levels: readonly number[]): Promise<number> {
  const groups = keptAttributes(files, levels).map(
    (index) => sql`${levelColumn(index, levels[index] as number)} AS ${groupColumn(index)}`,
  );
  const classes = sql`SELECT ${joined([...groups, raw('sum(n) AS n')])} FROM ${files.combinations} GROUP BY ALL`;
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE node AS SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS id, * FROM (${classes})`,
    ),
  );
  return countRows(run, 'node');
}

/** Makes the table `node_values`: the values of the classes of `node` that have at least so many records. */
export async function makeNodeValues(
  run: Run,
  files: LatticeFiles,
  levels: readonly number[],
  atLeast: number,
): Promise<void> {
  const same = keptAttributes(files, levels).map(
    (index) => sql`node.${groupColumn(index)} = f.${levelColumn(index, levels[index] as number)}`,
  );
  const on = joined([sql`node.n >= ${atLeast}`, ...same], ' AND ');
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE node_values AS SELECT id, s, CAST(v AS UINTEGER) AS code, any_value(node.n) AS size, sum(f.n) AS n FROM ${files.values ?? raw('')} f JOIN node ON ${on} GROUP BY id, s, v`,
    ),
  );
}

/** The classes of `node`, with all values in `node_values`, as a table: each a combination of those that it holds. */
export async function readNode(
  run: Run,
  facts: DistinctTable,
  files: LatticeFiles,
  levels: readonly number[],
  classes: number,
): Promise<DistinctTable> {
  const kept = keptAttributes(files, levels);
  const columns = [raw('id'), raw('n'), ...kept.map(groupColumn)];
  const [counts, ...groups] = await readPlaced(run, statement(sql`SELECT ${joined(columns)} FROM node`), classes);
  const sensitive: SensitiveHistogram[] = [];
  for (const [place, one] of facts.sensitive.entries())
    sensitive.push({ ...one, ...(await readHistogram(run, sql`(FROM node_values WHERE s = ${place})`, classes)) });
  return {
    records: facts.records,
    combinations: classes,
    attributes: facts.attributes,
    codes: facts.attributes.map((_, index) =>
      kept.includes(index) ? (groups[kept.indexOf(index)] as Codes) : new Uint8Array(classes),
    ),
    counts: (counts ?? new Float64Array()) as Float64Array,
    sensitive,
  };
}

/** Some classes of `node`, one array for each thing that is known of them. */
export interface NodeRows {
  readonly ids: Uint32Array;
  readonly counts: Float64Array;
  /** Per attribute the value code that stands for the group. */
  readonly codes: readonly Codes[];
}

/** The classes of `node` piece by piece, of a node that leaves nothing out. */
export async function* nodeRows(run: Run, attributes: readonly Attribute[], where: Sql): AsyncGenerator<NodeRows> {
  const columns = [raw('id'), raw('n'), ...attributes.map((_, index) => groupColumn(index))];
  for await (const { items } of run.vectors(statement(sql`SELECT ${joined(columns)} FROM node WHERE ${where}`))) {
    const [ids, counts, ...codes] = items;
    yield { ids: ids as Uint32Array, counts: counts as Float64Array, codes: codes as Codes[] };
  }
}

/** Entries that are judged at once. */
const pieceEntries = 1 << 16;

/** Some classes with their values; `ids` are those in `node`. */
export interface ClassPiece {
  readonly ids: readonly number[];
  readonly grouping: Grouping;
}

/** The classes of `node_values` piece by piece. @param columns the number of sensitive columns. */
export async function* valuedClasses(run: Run, columns: number): AsyncGenerator<ClassPiece> {
  let piece = startPiece(columns);
  const wanted = statement(raw('SELECT id, s, code, size, n FROM node_values ORDER BY id, s, code'));
  for await (const { length, items } of run.vectors(wanted)) {
    const [ids, places, codes, sizes, counts] = items as [
      NumberColumn,
      NumberColumn,
      NumberColumn,
      NumberColumn,
      NumberColumn,
    ];
    for (let row = 0; row < length; row++) {
      const id = ids[row] as number;
      if (piece.lastId !== id && piece.entries >= pieceEntries) {
        yield piece.finish();
        piece = startPiece(columns);
      }
      if (piece.lastId !== id) piece.begin(id, sizes[row] as number);
      piece.add(places[row] as number, codes[row] as number, counts[row] as number);
    }
  }
  if (piece.entries > 0) yield piece.finish();
}

function startPiece(columns: number) {
  const [ids, sizes]: [number[], number[]] = [[], []];
  const histograms = Array.from({ length: columns }, () => ({
    offsets: [0] as number[],
    valueCodes: [] as number[],
    counts: [] as number[],
  }));
  let entries = 0;
  const endClass = () => {
    for (const { offsets, valueCodes } of histograms) offsets.push(valueCodes.length);
  };
  return {
    get lastId() {
      return ids.at(-1) ?? -1;
    },
    get entries() {
      return entries;
    },
    begin: (id: number, size: number) => {
      if (ids.length > 0) endClass();
      ids.push(id);
      sizes.push(size);
    },
    add: (place: number, code: number, count: number) => {
      histograms[place]?.valueCodes.push(code);
      histograms[place]?.counts.push(count);
      entries++;
    },
    finish: (): ClassPiece => {
      endClass();
      const grouping = {
        levels: [],
        classes: ids.length,
        representatives: Uint32Array.from(ids.keys()),
        counts: Float64Array.from(sizes),
        histograms: histograms.map(({ offsets, valueCodes, counts }) => ({
          offsets: Uint32Array.from(offsets),
          valueCodes: Uint32Array.from(valueCodes),
          counts: Float64Array.from(counts),
        })),
      };
      return { ids, grouping };
    },
  };
}
