import fc from 'fast-check';
import { attributeOf } from '../../src/engine/hierarchy/attributeOf.ts';
import { csvHierarchy } from '../../src/engine/hierarchy/csvHierarchy.ts';
import { valueOrder } from '../../src/engine/hierarchy/valueOrder.ts';
import type { DistinctTable } from '../../src/engine/lattice/distinctTable.ts';
import type { Closeness, Requirements, ShareBound } from '../../src/engine/lattice/requirements.ts';

interface Column {
  readonly name: string;
  readonly hierarchy: string[][];
  readonly weight: number;
  readonly allowed: { min: number; max: number };
}
export interface Problem {
  readonly quasi: Column[];
  readonly sensitive: { name: string; hierarchy: string[][] }[];
  /** Per record the quasi values, then the sensitive values, and last its person where classes are counted in persons. */
  readonly records: string[][];
  /** What classes are compared with; the records themselves unless given. */
  readonly everyone?: string[][];
  readonly inPersons?: boolean;
  readonly k: number;
  readonly limit: number;
  /** With 0 every grouping is made anew. */
  readonly cacheMiB: number;
  readonly diversity: Requirements['diversity'];
  readonly closeness: { column: string; t: number; distance: Closeness['distance'] }[];
  readonly shares: ShareBound[];
}

// --- The naive twin: every node, records as they are, the definitions word for word. ---

export interface Answer {
  levels: number[];
  loss: number;
  suppressed: number;
  by: Record<string, number>;
  kept: number[];
}

export function naive(problem: Problem): Answer | null {
  let best: Answer | null = null;
  for (const levels of nodes(problem.quasi)) {
    const answer = naiveNode(problem, levels);
    if (
      answer.suppressed <= Math.floor(problem.limit * unitsOf(problem, problem.records)) &&
      (!best || precedes(answer, best))
    )
      best = answer;
  }
  return best;
}

function nodes([first, ...others]: Column[]): number[][] {
  if (!first) return [[]];
  const all: number[][] = [];
  for (let level = first.allowed.min; level <= first.allowed.max; level++)
    for (const rest of nodes(others)) all.push([level, ...rest]);
  return all;
}

export function naiveNode(problem: Problem, levels: number[]): Answer {
  const classes: Record<string, string[][]> = {};
  for (const record of problem.records) {
    const key = JSON.stringify(problem.quasi.map(({ hierarchy }, i) => cell(hierarchy, record[i]!, levels[i]!)));
    classes[key] ??= [];
    classes[key].push(record);
  }
  const answer: Answer = { levels, loss: 0, suppressed: 0, by: { k: 0 }, kept: [] };
  const spent = problem.quasi.map(() => 0);
  const suppressed: string[][] = [];
  for (const members of Object.values(classes)) {
    const failed = failures(problem, members);
    if (failed.length > 0) suppressed.push(...members);
    for (const name of failed) answer.by[name] = (answer.by[name] ?? 0) + members.length;
    if (failed.length === 0) answer.kept.push(unitsOf(problem, members));
    problem.quasi.forEach(({ hierarchy }, i) => {
      const group = cell(hierarchy, members[0]![i]!, levels[i]!);
      const share = hierarchy.filter((row) => row[levels[i]!] === group).length / hierarchy.length;
      spent[i]! += members.length * (failed.length > 0 ? 1 : share);
    });
  }
  answer.suppressed = unitsOf(problem, suppressed);
  const weights = problem.quasi.reduce((sum, { weight }) => sum + weight, 0);
  const records = problem.records.length;
  let product = 1;
  problem.quasi.forEach(({ hierarchy, weight }, i) => {
    const least = records / hierarchy.length;
    const loss = hierarchy.length === 1 ? 0 : Math.max(0, (spent[i]! - least) / (records - least));
    product *= (1 + loss) ** weight;
  });
  answer.loss = product ** (1 / weights) - 1;
  return answer;
}

export const cell = (hierarchy: string[][], value: string, level: number): string =>
  hierarchy.find((row) => row[0] === value)![level]!;

export function failures(problem: Problem, members: string[][]): string[] {
  const failed = unitsOf(problem, members) < problem.k ? ['k'] : [];
  const index = (column: string) => problem.quasi.length + problem.sensitive.findIndex(({ name }) => name === column);
  for (const diversity of problem.diversity) {
    const counts = Object.values(tally(valuesOf(problem, members, index(diversity.column)))).sort((a, b) => b - a);
    if (!naiveDiversity(diversity, counts)) failed.push(`${diversity.model}:${diversity.column}`);
  }
  for (const { column, t, distance } of problem.closeness) {
    const { hierarchy } = problem.sensitive.find(({ name }) => name === column)!;
    const all = valuesOf(problem, problem.everyone ?? problem.records, index(column));
    const own = valuesOf(problem, members, index(column));
    if (naiveDistance(distance, hierarchy, own, all) > t + 1e-12) failed.push(`closeness:${column}`);
  }
  for (const bound of problem.shares) {
    const everyone = problem.everyone ?? problem.records;
    const shares = [members, everyone].map((some) => {
      const values = valuesOf(problem, some, index(bound.column));
      return (value: string) => values.filter((one) => one === value).length / unitsOf(problem, some);
    });
    const known = new Set(everyone.map((record) => record[index(bound.column)]!));
    if (!naiveShares(bound, [...known], shares[0]!, shares[1]!)) failed.push(`${bound.model}:${bound.column}`);
  }
  return failed;
}

export /** Records, or distinct persons. */
const unitsOf = ({ inPersons }: Problem, members: string[][]): number =>
  inPersons ? new Set(members.map((record) => record.at(-1)!)).size : members.length;

/** The value of each record; in persons each value once for every person that has it. */
function valuesOf({ inPersons }: Problem, members: string[][], index: number): string[] {
  if (!inPersons) return members.map((record) => record[index]!);
  const pairs = new Set(members.map((record) => JSON.stringify([record.at(-1), record[index]])));
  return [...pairs].map((pair) => JSON.parse(pair)[1]);
}

function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function naiveDiversity(diversity: Requirements['diversity'][number], counts: number[]): boolean {
  const size = counts.reduce((sum, count) => sum + count, 0);
  if (diversity.model === 'distinct') return counts.length >= diversity.l;
  if (diversity.model === 'entropy') {
    const entropy = counts.reduce((sum, count) => sum - (count / size) * Math.log(count / size), 0);
    return entropy >= Math.log(diversity.l) - 1e-12;
  }
  const tail = counts.slice(diversity.l - 1).reduce((sum, count) => sum + count, 0);
  return counts.length >= diversity.l && counts[0]! < diversity.c * tail - 1e-9;
}

function naiveDistance(distance: Closeness['distance'], hierarchy: string[][], own: string[], all: string[]): number {
  const [ours, theirs] = [tally(own), tally(all)];
  const excess = (value: string) => (ours[value] ?? 0) / own.length - (theirs[value] ?? 0) / all.length;
  const values = [...new Set(hierarchy.map((row) => row[0]!))].filter((value) => theirs[value]);
  if (distance === 'equal') return values.reduce((sum, value) => sum + Math.abs(excess(value)), 0) / 2;
  if (distance === 'ordered') {
    let [carried, work] = [0, 0];
    for (const value of values) {
      carried += excess(value);
      work += Math.abs(carried);
    }
    return values.length > 1 ? work / (values.length - 1) : 0;
  }
  const rooted = hierarchy.map((row) =>
    new Set(hierarchy.map((one) => one.at(-1))).size > 1 ? [...row, 'root'] : row,
  );
  const depth = rooted[0]!.length - 1;
  let work = 0;
  for (let level = 1; level <= depth; level++)
    for (const parent of new Set(rooted.map((row) => row[level]!))) {
      const children = [...new Set(rooted.filter((row) => row[level] === parent).map((row) => row[level - 1]!))];
      const excesses = children.map((child) =>
        values
          .filter((value) => cell(rooted, value, level - 1) === child)
          .reduce((sum, value) => sum + excess(value), 0),
      );
      const positive = excesses.filter((one) => one > 0).reduce((sum, one) => sum + one, 0);
      const negative = -excesses.filter((one) => one < 0).reduce((sum, one) => sum + one, 0);
      work += (level / depth) * Math.min(positive, negative);
    }
  return work;
}

/** Every value of the table, one after the other; value codes are numbered as the values appear in the records. */
function naiveShares(
  bound: ShareBound,
  values: string[],
  own: (value: string) => number,
  all: (value: string) => number,
): boolean {
  return values.every((value, code) => {
    const [q, p] = [own(value), all(value)];
    if (bound.model === 'frequency') return bound.values?.includes(code) === false || q <= bound.alpha + 1e-12;
    if (bound.model === 'disclosure')
      return (q === 0 && bound.values === 'present') || Math.abs(Math.log2(q / p)) < bound.delta - 1e-12;
    return q <= p || (q - p) / p <= (bound.form === 'basic' ? bound.beta : Math.min(bound.beta, -Math.log(p))) + 1e-9;
  });
}

function precedes(one: Answer, other: Answer): boolean {
  if (Math.abs(one.loss - other.loss) > 1e-12) return one.loss < other.loss;
  if (one.suppressed !== other.suppressed) return one.suppressed < other.suppressed;
  const sum = (levels: number[]) => levels.reduce((total, level) => total + level, 0);
  if (sum(one.levels) !== sum(other.levels)) return sum(one.levels) < sum(other.levels);
  return one.levels.join() < other.levels.join();
}

// --- Random problems. ---

export type Gen = fc.GeneratorValue;
export const whole = (g: Gen, min: number, max: number): number => g(fc.integer, { min, max });

/** Rows of a nested hierarchy over v0, v1 …; a few of the values may not occur in the data. */
function hierarchyRows(g: Gen, values: number, levels: number, topped: boolean): string[][] {
  let groups = Array.from({ length: values }, (_, value) => value);
  const rows = groups.map((value) => [`v${value}`]);
  for (let level = 1; level < levels; level++) {
    const single = topped && level === levels - 1;
    const parents = groups.map(() => (single ? 0 : whole(g, 0, Math.max(0, groups.length - 1))));
    const parentOf = new Map([...new Set(groups)].map((group) => [group, parents[groups.indexOf(group)]!]));
    groups = groups.map((group) => parentOf.get(group)!);
    for (const [value, row] of rows.entries()) row.push(`${level}.${groups[value]}`);
  }
  return g(fc.boolean) ? rows : [...rows, [...rows[0]!]];
}

function column(g: Gen, name: string, most: { values: number; levels: number }): Column {
  const levels = whole(g, 1, most.levels);
  const hierarchy = hierarchyRows(g, whole(g, 1, most.values), levels, whole(g, 0, 3) > 0);
  const free = whole(g, 0, 4) > 0;
  const min = free ? 0 : whole(g, 0, levels - 1);
  return {
    name,
    hierarchy,
    weight: free ? 1 : 2,
    allowed: { min, max: free ? levels - 1 : whole(g, min, levels - 1) },
  };
}

export function problemOf(
  g: Gen,
  most: { attributes: number; values: number; levels: number; records: number },
): Problem {
  const quasi = Array.from({ length: whole(g, 1, most.attributes) }, (_, i) => column(g, `q${i}`, most));
  const sensitive = Array.from({ length: whole(g, 0, 2) }, (_, i) => ({
    name: `s${i}`,
    hierarchy: hierarchyRows(g, whole(g, 1, 5), whole(g, 1, 4), whole(g, 0, 2) > 0),
  }));
  const skew = whole(g, 0, 1);
  const pick = (rows: string[][]) =>
    rows[Math.min(whole(g, 0, rows.length - 1), skew ? whole(g, 0, rows.length - 1) : 99)]![0]!;
  const records = Array.from({ length: whole(g, 1, most.records) }, () =>
    [...quasi, ...sensitive].map(({ hierarchy }) => pick(hierarchy)),
  );
  const limit = [0, 0.05, 0.1, 0.29, 0.5, 1][whole(g, 0, 5)]!;
  const diversity = sensitive
    .filter(() => g(fc.boolean))
    .map(({ name }): Requirements['diversity'][number] => {
      const l = whole(g, 1, 3);
      const model = whole(g, 0, 2);
      if (model === 0) return { column: name, model: 'distinct', l };
      return model === 1
        ? { column: name, model: 'entropy', l }
        : { column: name, model: 'recursive', l, c: whole(g, 1, 8) / 2 };
    });
  const closeness = sensitive
    .filter(() => whole(g, 0, 2) === 0)
    .map(({ name }) => ({
      column: name,
      t: whole(g, 0, 10) / 20,
      distance: (['equal', 'ordered', 'hierarchical'] as const)[whole(g, 0, 2)]!,
    }));
  const shares = sensitive.filter(() => whole(g, 0, 2) === 0).map(({ name }) => shareBound(g, name));
  return {
    ...{ quasi, sensitive, records, limit, diversity, closeness, shares },
    k: whole(g, 1, 5),
    cacheMiB: whole(g, 0, 3),
  };
}

function shareBound(g: Gen, name: string): ShareBound {
  const model = whole(g, 0, 2);
  if (model === 0)
    return { column: name, model: 'frequency', alpha: whole(g, 2, 9) / 10, values: g(fc.boolean) ? null : [0, 2] };
  if (model === 1)
    return { column: name, model: 'disclosure', delta: whole(g, 1, 6) / 2, values: g(fc.boolean) ? 'all' : 'present' };
  return { column: name, model: 'likeness', beta: whole(g, 1, 6) / 2, form: g(fc.boolean) ? 'basic' : 'enhanced' };
}

// --- The same problem for the search. ---

export function tableOf({ quasi, sensitive, records, inPersons }: Problem): {
  table: DistinctTable;
  values: string[][];
} {
  const values = [...quasi, ...sensitive].map((_, i) => [...new Set(records.map((record) => record[i]!))]);
  const combinations = [...Map.groupBy(records, (record) => record.slice(0, quasi.length).join(' ')).values()];
  const lists = (keyOf: (record: string[]) => string) => histogramOf(combinations, records, keyOf);
  const table: DistinctTable = {
    records: records.length,
    combinations: combinations.length,
    attributes: quasi.map(({ name, hierarchy, weight, allowed }, i) => ({
      ...attributeOf(csvHierarchy(name, hierarchy), values[i]!),
      weight,
      allowed,
    })),
    codes: quasi.map((_, i) => Uint32Array.from(combinations, ([first]) => values[i]!.indexOf(first![i]!))),
    counts: Float64Array.from(combinations, (members) => members.length),
    sensitive: sensitive.map(({ name }, s) => {
      const i = quasi.length + s;
      if (!inPersons) return { column: name, ...lists((record) => record[i]!) };
      const pairs = lists((record) => JSON.stringify([record.at(-1), record[i]]));
      const valueOfPair = Uint32Array.from(pairs.keys, (pair) => values[i]!.indexOf(JSON.parse(pair)[1]));
      return { ...pairs, column: name, values: values[i]!.length, valueOfPair };
    }),
    ...(inPersons ? { persons: { column: '', ...lists((record) => record.at(-1)!) } } : {}),
  };
  return { table, values };
}

/** Codes in the order in which the keys appear among all records. */
function histogramOf(combinations: string[][][], records: string[][], keyOf: (record: string[]) => string) {
  const keys = [...new Set(records.map(keyOf))];
  const tallies = combinations.map((members) => Object.entries(tally(members.map(keyOf))));
  const ends = [0, ...tallies.map((_, last) => tallies.slice(0, last + 1).flat().length)];
  return {
    keys,
    values: keys.length,
    offsets: Uint32Array.from(ends),
    valueCodes: Uint32Array.from(tallies.flat(), ([key]) => keys.indexOf(key)),
    counts: Float64Array.from(tallies.flat(), ([, count]) => count),
  };
}

export function requirementsOf(problem: Problem, values: string[][]): Requirements {
  const closeness = problem.closeness.map(({ column: name, t, distance }): Closeness => {
    const i = problem.sensitive.findIndex((one) => one.name === name);
    const hierarchy = csvHierarchy(name, problem.sensitive[i]!.hierarchy);
    const own = values[problem.quasi.length + i]!;
    if (distance === 'equal') return { column: name, t, distance };
    if (distance === 'ordered') return { column: name, t, distance, rank: valueOrder(hierarchy, own) };
    const levels = attributeOf(hierarchy, own)
      .levels.slice(1)
      .map(({ groupOf }) => groupOf);
    const tops = new Set(hierarchy.rows.map((row) => row.at(-1))).size;
    return { column: name, t, distance, levels: tops > 1 ? [...levels, new Uint32Array(own.length)] : levels };
  });
  return {
    k: problem.k,
    diversity: problem.diversity,
    closeness,
    shares: problem.shares,
    suppressionLimit: problem.limit,
  };
}
