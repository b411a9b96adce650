import { setImmediate } from 'node:timers/promises';
import { classCriteria, judgeClasses } from '../measure/judgeClasses.ts';
import { type LossModel, lossModel } from '../measure/lossModel.ts';
import { type Candidate, isBetter, lossTolerance } from './candidate.ts';
import type { DistinctTable } from './distinctTable.ts';
import { createFrontier, type Frontier, type OpenNode } from './frontier.ts';
import { createGrouper, type Grouping } from './grouping.ts';
import { type NodeCounter, nodeCounter } from './nodeCounter.ts';
import { projections } from './projections.ts';
import type { Plan, Requirements } from './requirements.ts';
import { suppressionFloor } from './suppressionFloor.ts';

export interface SearchProgress {
  readonly checks: number;
  /** Loss of the best plan so far; null before the first. */
  readonly loss: number | null;
  /** No plan has less loss. */
  readonly floor: number;
}

export interface SearchOptions {
  /** Ends the search with the best plan so far. */
  readonly signal?: AbortSignal;
  /** Ends the search with the best plan so far; without end unless given. */
  readonly seconds?: number;
  readonly onProgress?: (progress: SearchProgress) => void;
  /** For groupings that are kept to start others from; 256 unless given. */
  readonly cacheMiB?: number;
}

/** No plan: it was proven that none exists (`none`), or the search ended before it found one (`stopped`). */
export interface Impossible {
  readonly reason: 'none' | 'stopped';
  /** The least that any counted node suppresses, and the node. */
  readonly leastSuppressed: number;
  readonly levels: readonly number[];
  /** As in a plan, of that node. */
  readonly suppressedBy: Readonly<Record<string, number>>;
  /** floor(limit × records). */
  readonly allowed: number;
}

export type SearchResult = { readonly plan: Plan } | { readonly impossible: Impossible };

/** How long the search keeps the thread to itself, in milliseconds. */
const turn = 25;
/** Open nodes beyond it are dropped, and the gap then says what they could have held. */
const mostOpen = 4_000_000;

/**
 * The levels with the least loss at which at most floor(limit × records) records stand in classes that fail a
 * criterion. Nodes are taken in the order of a loss that they can't go below, so that the first that can't beat the best
 * plan proves it optimal. Ties: fewer suppressed, then the smaller sum of levels, then the smaller levels.
 *
 * The levels of every attribute have to be nested, from fine to coarse.
 */
export async function search(
  whole: DistinctTable,
  requirements: Requirements,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const table = restrictLevels(whole);
  const state = startSearch(table, requirements, options);
  const finished = await exploreAll(state, options);
  return resultOf(state, finished, whole);
}

/** The table with the allowed levels only: everything after counts from the lowest of them. */
function restrictLevels(table: DistinctTable): DistinctTable {
  const attributes = table.attributes.map((attribute) => {
    const { min, max } = attribute.allowed ?? { min: 0, max: attribute.levels.length - 1 };
    return { ...attribute, levels: attribute.levels.slice(min, max + 1) };
  });
  return { ...table, attributes };
}

interface SearchState {
  /** Levels per attribute. */
  readonly heights: readonly number[];
  readonly allowed: number;
  readonly model: LossModel;
  readonly counter: NodeCounter;
  readonly frontier: Frontier;
  /** Whether it is known that the node suppresses at least that many records. */
  isKnown(levels: readonly number[], suppressed: number): boolean;
  /** Whether it is known that the node suppresses fewer for good. */
  isKnownBelow(levels: readonly number[], suppressed: number): boolean;
  /** Counts a node, remembers what it shows for others, and answers the records that it suppresses for good. */
  check(levels: readonly number[]): number;
  readonly best: Candidate | null;
  readonly least: { readonly levels: readonly number[]; readonly suppressed: number } | null;
  readonly checks: number;
  /** Least floor of the nodes that were dropped. */
  dropped: number;
}

function startSearch(table: DistinctTable, requirements: Requirements, { cacheMiB = 256 }: SearchOptions): SearchState {
  const { k, suppressionLimit } = requirements;
  const heights = table.attributes.map(({ levels }) => levels.length);
  const allowed = Math.floor(suppressionLimit * table.records);
  const model = lossModel(table);
  const criteria = classCriteria(table, requirements);
  const judge = judgeClasses(k, criteria);
  const grouper = createGrouper(table);
  const cacheBytes = (cacheMiB / 2) * 2 ** 20;
  const counter = nodeCounter(table, { grouper, model, k, criteria, judge, cacheBytes });
  const known = suppressionFloor();
  const suppressedForGood = (grouping: Grouping) => judge(grouping).suppressedForGood;
  const projected = projections({ heights, grouper, suppressedForGood, cacheBytes });
  let best: Candidate | null = null;
  let least: { levels: readonly number[]; suppressed: number } | null = null;
  let checks = 0;

  const check = (levels: readonly number[]): number => {
    checks++;
    const { suppressed, suppressedForGood, loss } = counter.count(levels);
    known.add(levels, suppressedForGood);
    if (!least || suppressed < least.suppressed) least = { levels, suppressed };
    if (suppressed <= allowed && !(best && isHopeless(best, model, levels, suppressed))) {
      const candidate = { levels, loss: loss(), suppressed };
      if (!best || isBetter(candidate, best)) best = candidate;
    }
    return suppressedForGood;
  };

  return {
    heights,
    allowed,
    model,
    counter,
    frontier: createFrontier(),
    isKnown: (levels, suppressed) => known.isAbove(levels, suppressed) || projected.reach(levels, suppressed),
    isKnownBelow: (levels, suppressed) => known.isBelow(levels, suppressed),
    check,
    get best() {
      return best;
    },
    get least() {
      return least;
    },
    get checks() {
      return checks;
    },
    dropped: Number.POSITIVE_INFINITY,
  };
}

/** Whether a node that suppresses at least that many records can't be better than the best plan so far. */
function isHopeless(best: Candidate, model: LossModel, levels: readonly number[], suppressed: number): boolean {
  return !isBetter({ levels, loss: model.floorWith(levels, suppressed), suppressed }, best);
}

/** A node whose loss can't be below it is no better than the best plan. */
const worst = ({ best }: SearchState): number => (best?.loss ?? Number.POSITIVE_INFINITY) + lossTolerance;

/** Answers whether every node that could be better than the best plan was looked at. */
async function exploreAll(state: SearchState, { signal, seconds, onProgress }: SearchOptions): Promise<boolean> {
  const start = performance.now();
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : start + 1000 * seconds;
  let turnEnds = start + turn;
  const { frontier, heights, allowed, model } = state;
  const [bottom, top] = [heights.map(() => 0), heights.map((height) => height - 1)];
  if (state.check(top) > allowed) return true;
  frontier.push({ levels: bottom, floor: model.floor(bottom), raised: 0 });
  for (;;) {
    const { least, size } = frontier;
    if (size === 0 || least > worst(state))
      return state.dropped === Number.POSITIVE_INFINITY || state.dropped > worst(state);
    const now = performance.now();
    if (now > turnEnds) {
      onProgress?.({ checks: state.checks, loss: state.best?.loss ?? null, floor: Math.min(least, state.dropped) });
      await setImmediate();
      turnEnds = performance.now() + turn;
    }
    if (now > end || signal?.aborted) return false;
    const node = frontier.pop();
    if (node) explore(state, node);
  }
}

function explore(state: SearchState, node: OpenNode): void {
  openSuccessors(state, node);
  const { levels } = node;
  let enough = leastHopeless(state, levels);
  if (state.isKnown(levels, enough)) return;
  const path = climb(state, levels);
  let [low, high] = [0, lastUseful(state, path, enough)];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const before = state.best;
    const suppressed = state.check(path[middle] as readonly number[]);
    if (state.best !== before) enough = leastHopeless(state, levels);
    if (suppressed >= enough) low = middle + 1;
    else high = middle - 1;
  }
}

/** Every node has one way to it from the bottom, that raises the attributes in their order. */
function openSuccessors(state: SearchState, { levels, raised }: OpenNode): void {
  const { frontier, heights, model } = state;
  for (let index = raised; index < heights.length; index++) {
    const level = (levels[index] as number) + 1;
    if (level >= (heights[index] as number)) continue;
    const next = levels.with(index, level);
    const floor = model.floor(next);
    if (floor > worst(state)) continue;
    if (frontier.size < mostOpen) frontier.push({ levels: next, floor, raised: index });
    else state.dropped = Math.min(state.dropped, floor);
  }
}

/** The smallest number of suppressed records with which a node is over the limit or can't beat the best plan. */
function leastHopeless({ best, model, allowed }: SearchState, levels: readonly number[]): number {
  if (!best) return allowed + 1;
  let [low, high] = [0, allowed + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isHopeless(best, model, levels, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A way up from a node, each step to the successor with the least floor, as far as the best plan could be beaten. */
function climb(state: SearchState, from: readonly number[]): (readonly number[])[] {
  const { heights, model } = state;
  const path = [from];
  for (let levels = from; ; ) {
    let [next, least]: [readonly number[] | null, number] = [null, worst(state)];
    for (let index = 0; index < heights.length; index++) {
      const level = (levels[index] as number) + 1;
      if (level >= (heights[index] as number)) continue;
      const candidate = levels.with(index, level);
      const floor = model.floor(candidate);
      if (floor < least) [next, least] = [candidate, floor];
    }
    if (!next) return path;
    path.push(next);
    levels = next;
  }
}

/** Index of the last node of a path that may suppress enough; those after it are known not to. */
function lastUseful(state: SearchState, path: readonly (readonly number[])[], enough: number): number {
  let [low, high] = [0, path.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (state.isKnownBelow(path[middle] as readonly number[], enough)) high = middle - 1;
    else low = middle;
  }
  return low;
}

function resultOf(state: SearchState, finished: boolean, whole: DistinctTable): SearchResult {
  const { best, least, counter, checks, allowed, frontier, dropped } = state;
  const actual = (levels: readonly number[]) =>
    levels.map((level, index) => level + (whole.attributes[index]?.allowed?.min ?? 0));
  if (best) {
    const described = counter.describe(best.levels);
    const floor = Math.min(frontier.least, dropped);
    const gap = finished ? 0 : Math.max(0, described.loss - floor);
    return { plan: { ...described, levels: actual(best.levels), optimal: finished, gap, checks } };
  }
  const levels = least?.levels ?? [];
  const { suppressedRecords, suppressedBy } = counter.describe(levels);
  const reason = finished ? 'none' : 'stopped';
  return { impossible: { reason, leastSuppressed: suppressedRecords, levels: actual(levels), suppressedBy, allowed } };
}
