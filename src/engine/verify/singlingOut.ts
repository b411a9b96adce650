import { distinctValues } from '../distinctValues.ts';
import { subsetsOf } from '../lattice/subsetsOf.ts';
import type { OnDone } from '../partsDone.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, sql, statement } from '../sql.ts';

/** Who can be singled out by few columns of the output (選び出し), counted exactly over all sets of columns. */
export interface SinglingOut {
  /** Largest number of columns of a set, at most 3; fewer where there are too many columns, 0 where even one is too many. */
  readonly upTo: number;
  /** Per number of columns from 1. */
  readonly sizes: readonly {
    readonly columns: number;
    readonly sets: number;
    /** Sets on which at least one record is alone. */
    readonly telling: number;
    /** Most records that are alone on one set. */
    readonly mostAlone: number;
  }[];
  /** Up to 20 sets, those with most records alone first, small sets before large ones. */
  readonly worst: readonly { readonly columns: readonly string[]; readonly records: number }[];
}

/** A column of the output. */
export interface PublishedColumn {
  readonly header: string;
  readonly id: string;
  /** Known to leave no record alone together with others of which this holds: a quasi-identifier whose classes were counted. */
  readonly covered: boolean;
}

/** Columns of a set, the most first. */
const setSizes = [3, 2, 1];
const shown = 20;
/** Rows × sets that are worth grouping; more would take longer than all the rest. */
const mostWork = 2e9;
const mostSets = 20_000;
/** Sets that are grouped by one statement. */
const together = 8;

/**
 * Counts for every set of up to three columns the records that no other equals on it. Sets of covered columns alone are
 * not grouped: whoever has a class of two or more has company on fewer columns too.
 */
export async function singleOut(
  run: Run,
  columns: readonly PublishedColumn[],
  onDone: OnDone = () => undefined,
): Promise<SinglingOut> {
  const [row] = await run.rows<{ rows: number }>({ text: 'SELECT CAST(count(*) AS DOUBLE) AS rows FROM found' });
  const upTo = affordable(columns, row?.rows ?? 0);
  const sets = subsetsOf(columns.length, upTo).map((set) => set.map((index) => columns[index] as PublishedColumn));
  const alone = await countAlone(run, columns, sets, onDone);
  const counted = sets.map((set, index) => ({
    columns: set.map(({ header }) => header),
    records: alone[index] ?? 0,
  }));
  return {
    upTo,
    sizes: Array.from({ length: Math.min(upTo, columns.length) }, (_, index) => {
      const own = counted.filter((one) => one.columns.length === index + 1).map(({ records }) => records);
      return {
        columns: index + 1,
        sets: own.length,
        telling: own.filter((records) => records > 0).length,
        mostAlone: own.reduce((most, records) => Math.max(most, records), 0),
      };
    }),
    worst: counted
      .filter(({ records }) => records > 0)
      .toSorted((one, other) => other.records - one.records || one.columns.length - other.columns.length)
      .slice(0, shown),
  };
}

/** The largest sets whose number, and whose work on that many rows, stays within the limits. */
export function affordable(columns: readonly Pick<PublishedColumn, 'covered'>[], rows: number): number {
  const covered = columns.filter((column) => column.covered).length;
  const upTo = (size: number, members: number): number =>
    Array.from({ length: size }, (_, index) => choose(members, index + 1)).reduce((sum, sets) => sum + sets, 0);
  const isAffordable = (size: number) => {
    const sets = upTo(size, columns.length);
    return sets <= mostSets && (sets - upTo(size, covered)) * rows <= mostWork;
  };
  return setSizes.find(isAffordable) ?? 0;
}

function choose(from: number, take: number): number {
  let sets = 1;
  for (let index = 0; index < take; index++) sets = (sets * (from - index)) / (index + 1);
  return sets;
}

async function countAlone(
  run: Run,
  columns: readonly PublishedColumn[],
  sets: readonly (readonly PublishedColumn[])[],
  onDone: OnDone,
): Promise<number[]> {
  const singles = await countAloneOnOne(run, columns);
  const alone = sets.map(([first, ...others]) => (others.length === 0 ? (singles.get(first?.id ?? '') ?? 0) : 0));
  const larger = [...sets.entries()].filter(([, set]) => set.length > 1 && !set.every(({ covered }) => covered));
  for (let first = 0; first < larger.length; first += together) {
    const counts = larger.slice(first, first + together).map(([index, set]) => {
      const by = joined(set.map(({ id }) => name(id)));
      return sql`SELECT ${raw(String(index))} AS set, CAST(count(*) AS DOUBLE) AS alone FROM (SELECT sum(n) AS n FROM found GROUP BY ${by}) WHERE n = 1`;
    });
    const rows = await run.rows<{ set: number; alone: number }>(statement(joined(counts, ' UNION ALL ')));
    for (const row of rows) alone[row.set] = row.alone;
    onDone(Math.min(1, (first + together) / larger.length));
  }
  return alone;
}

/** Column → records that are alone on it. */
async function countAloneOnOne(run: Run, columns: readonly PublishedColumn[]): Promise<Map<string, number>> {
  const alone = new Map<string, number>();
  const open = columns.filter(({ covered }) => !covered).map(({ id }) => id);
  for (const values of distinctValues(raw('found'), open)) {
    const rows = await run.rows<{ id: string; alone: number }>(
      statement(sql`SELECT id, CAST(count(*) AS DOUBLE) AS alone FROM ${values} WHERE n = 1 GROUP BY id`),
    );
    for (const row of rows) alone.set(row.id, row.alone);
  }
  return alone;
}
