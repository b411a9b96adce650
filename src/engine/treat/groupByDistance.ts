/** Points that are grouped at once: the effort grows with the square of their number. */
const most = 8192;

/**
 * MDAV: groups of at least k records that lie near each other. Every column counts by its own spread (standard deviation);
 * equal points stay together, so a group may be larger than 2k − 1 records. More than 8,192 different points are cut at
 * the median of the widest column first, until each part is small enough.
 *
 * @param columns one array per column; point i has the i-th number of each, and `weights[i]` records.
 * @returns the group of each point.
 */
export function groupByDistance(columns: readonly Float64Array[], weights: Float64Array, k: number): Uint32Array {
  const scaled = columns.map((column) => standardized(column, weights));
  const groups = new Uint32Array(weights.length);
  let made = 0;
  for (const part of smallParts(scaled, weights, k))
    for (const members of mdav({ scaled, weights, k }, part)) {
      for (const index of members) groups[index] = made;
      made += 1;
    }
  return groups;
}

function standardized(column: Float64Array, weights: Float64Array): Float64Array {
  const records = weights.reduce((sum, one) => sum + one, 0);
  const mean = column.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / records;
  const square = column.reduce((sum, value, index) => sum + (value - mean) ** 2 * (weights[index] ?? 0), 0) / records;
  const spread = Math.sqrt(square) || 1;
  return column.map((value) => (value - mean) / spread);
}

const recordsOf = (weights: Float64Array, members: readonly number[]) =>
  members.reduce((sum, index) => sum + (weights[index] ?? 0), 0);

function smallParts(scaled: readonly Float64Array[], weights: Float64Array, k: number): number[][] {
  const parts: number[][] = [];
  const waiting = [[...weights.keys()]];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const halves = part.length > most ? cutAtMedian(scaled, part) : [];
    if (halves.length > 0 && halves.every((half) => recordsOf(weights, half) >= k)) waiting.push(...halves);
    else parts.push(part);
  }
  return parts;
}

function cutAtMedian(scaled: readonly Float64Array[], part: readonly number[]): number[][] {
  const width = (column: Float64Array) => {
    const values = part.map((index) => column[index] ?? 0);
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  };
  const widest = scaled.reduce((best, column) => (width(column) > width(best) ? column : best));
  const inOrder = part.toSorted((a, b) => (widest[a] ?? 0) - (widest[b] ?? 0) || a - b);
  const middle = inOrder.length >> 1;
  return [inOrder.slice(0, middle), inOrder.slice(middle)];
}

interface Space {
  readonly scaled: readonly Float64Array[];
  readonly weights: Float64Array;
  readonly k: number;
}

/** Domingo-Ferrer and Torra: around the point farthest from the middle, and around the one farthest from that, until few are left. */
function mdav(space: Space, part: readonly number[]): number[][] {
  const { weights, k } = space;
  const groups: number[][] = [];
  let rest = [...part];
  while (recordsOf(weights, rest) >= 3 * k) {
    const first = farthest(space, rest, middleOf(space, rest));
    const second = farthest(space, rest, pointOf(space, first));
    for (const seed of [first, second]) {
      if (!rest.includes(seed) || recordsOf(weights, rest) < 2 * k) continue;
      const { near, others } = nearest(space, rest, seed);
      groups.push(near);
      rest = others;
    }
  }
  if (recordsOf(weights, rest) >= 2 * k) {
    const { near, others } = nearest(space, rest, farthest(space, rest, middleOf(space, rest)));
    groups.push(near);
    rest = others;
  }
  return closed(space, groups, rest);
}

/** Equal points stay together, so what is left may be fewer than k: each of them joins the group nearest to it. */
function closed(space: Space, groups: number[][], rest: number[]): number[][] {
  if (rest.length === 0) return groups;
  if (groups.length === 0 || recordsOf(space.weights, rest) >= space.k) return [...groups, rest];
  const middles = groups.map((members) => middleOf(space, members));
  for (const index of rest) {
    const distances = middles.map((middle) => distance(space, index, middle));
    groups[distances.indexOf(Math.min(...distances))]?.push(index);
  }
  return groups;
}

const pointOf = ({ scaled }: Space, index: number) => scaled.map((column) => column[index] ?? 0);

const middleOf = ({ scaled, weights }: Space, members: readonly number[]) =>
  scaled.map(
    (column) =>
      members.reduce((sum, index) => sum + (column[index] ?? 0) * (weights[index] ?? 0), 0) /
      recordsOf(weights, members),
  );

const distance = ({ scaled }: Space, index: number, point: readonly number[]) =>
  scaled.reduce((sum, column, place) => sum + ((column[index] ?? 0) - (point[place] ?? 0)) ** 2, 0);

/** The first of those that are farthest. */
function farthest(space: Space, members: readonly number[], point: readonly number[]): number {
  let [found, most] = [members[0] ?? 0, -1];
  for (const index of members) {
    const away = distance(space, index, point);
    if (away > most) [found, most] = [index, away];
  }
  return found;
}

/** The points nearest to a seed, as few as hold k records. */
function nearest(space: Space, members: readonly number[], seed: number) {
  const point = pointOf(space, seed);
  const away = Float64Array.from(members, (index) => distance(space, index, point));
  const near: number[] = [];
  for (let records = 0; records < space.k && near.length < members.length; ) {
    const place = away.reduce((best, one, at) => (one < (away[best] ?? 0) ? at : best), 0);
    const index = members[place] ?? 0;
    near.push(index);
    records += space.weights[index] ?? 0;
    away[place] = Number.POSITIVE_INFINITY;
  }
  return { near, others: members.filter((_, place) => away[place] !== Number.POSITIVE_INFINITY) };
}
