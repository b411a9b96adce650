import { setImmediate } from 'node:timers/promises';
import { allowedLevels } from './allowedLevels.ts';
import type { Candidate } from './candidate.ts';
import type { Attribute, DistinctTable } from './distinctTable.ts';
import { exploreBox } from './exploreBox.ts';
import { improveBest } from './improveBest.ts';
import { countInMemory, type LatticeCounts } from './latticeCounts.ts';
import type { Plan, Requirements } from './requirements.ts';
import { highestFloor, type SearchState, startSearch } from './searchState.ts';
import type { OnGrouped } from './watchedGrouper.ts';

export interface SearchProgress {
  readonly checks: number;
  /** Loss of the best plan so far; null before the first. */
  readonly loss: number | null;
  /** No plan has less loss. */
  readonly floor: number;
  /** Share of all combinations of levels that could still hold a better plan, 1 to 0: what is left of the proof. */
  readonly left: number;
}

export interface SearchOptions {
  /** Ends the search with the best plan so far. */
  readonly signal?: AbortSignal;
  /** Ends the search with the best plan so far; without end unless given. */
  readonly seconds?: number;
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Told the bytes of every grouping that is made, most of which are soon needed no more. */
  readonly onGrouped?: OnGrouped;
  /** For groupings that are kept to start others from; 256 unless given. */
  readonly cacheMiB?: number;
}

/** No plan: it was proven that none exists (`none`), or the search ended before it found one (`stopped`). */
export interface Impossible {
  readonly reason: 'none' | 'stopped';
  /** The least that any counted node suppresses, in records or persons, and the node. */
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
/** With more open boxes the half that is least promising is dropped, and the gap says what it could have held. */
const mostOpen = 500_000;

/**
 * The levels with the least loss at which at most floor(limit × records) records stand in classes that fail a
 * criterion. Ties: fewer suppressed, then the smaller sum of levels, then the smaller levels.
 *
 * The lattice is a set of boxes of nodes, taken in the order of a loss that none of their nodes can go below; what a
 * node that was counted proves hopeless is cut out of its box. When no box is left that could hold a better plan, the
 * best is proven optimal; when the search ends before, the gap says by how much a better one could be better.
 *
 * The levels of every attribute have to be nested, from fine to coarse.
 */
export async function search(
  whole: DistinctTable,
  requirements: Requirements,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const table = { ...whole, attributes: allowedLevels(whole.attributes) };
  const counts = (isOver: () => boolean) =>
    countInMemory(table, requirements, options.cacheMiB ?? 256, isOver, options.onGrouped);
  return searchCounted(whole.attributes, requirements.suppressionLimit, counts, options);
}

/**
 * The same for classes that are counted elsewhere.
 *
 * @param attributes with all levels, of which the counted lattice has the allowed ones.
 */
export async function searchCounted(
  attributes: readonly Attribute[],
  suppressionLimit: number,
  counts: (isOver: () => boolean) => LatticeCounts,
  options: SearchOptions,
): Promise<SearchResult> {
  const isOver = overTest(options);
  const state = startSearch(counts(isOver), suppressionLimit, isOver);
  const floor = await exploreAll(state, options.onProgress);
  return resultOf(state, floor, attributes);
}

function overTest({ signal, seconds }: SearchOptions): () => boolean {
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + 1000 * seconds;
  return () => signal?.aborted === true || performance.now() > end;
}

/** Boxes that were dropped for want of room are left out: what they could hold stands in the gap. */
function shareLeft(state: SearchState): number {
  const all = state.heights.reduce((product, height) => product * height, 1);
  return Math.min(1, state.frontier.nodesUpTo(highestFloor(state)) / all);
}

/** Answers a loss that no node that was not looked at goes below: Infinity when none is left. */
async function exploreAll(state: SearchState, onProgress: SearchOptions['onProgress']): Promise<number> {
  const { frontier, heights, allowed, model, isOver } = state;
  const [bottom, top] = [heights.map(() => 0), heights.map((height) => height - 1)];
  if ((await state.check(top)) > allowed) return Number.POSITIVE_INFINITY;
  frontier.push({ low: bottom, high: top, floor: model.floor(bottom) });
  let [dropped, turnEnds] = [Number.POSITIVE_INFINITY, 0];
  let improved: Candidate | null = null;
  for (;;) {
    const floor = Math.min(frontier.least, dropped);
    if (floor > highestFloor(state)) return Number.POSITIVE_INFINITY;
    if (isOver() || frontier.size === 0) return floor;
    if (performance.now() > turnEnds) {
      onProgress?.({ checks: state.checks, loss: state.best?.loss ?? null, floor, left: shareLeft(state) });
      await setImmediate();
      turnEnds = performance.now() + turn;
    }
    if (state.best !== improved) {
      if (!(await improveBest(state))) improved = state.best;
      continue;
    }
    const box = frontier.pop();
    if (box) await exploreBox(state, box);
    if (frontier.size > mostOpen) dropped = Math.min(dropped, frontier.trim(mostOpen / 2));
  }
}

async function resultOf(
  { best, least, counter, checks, allowed }: SearchState,
  floor: number,
  attributes: readonly Attribute[],
): Promise<SearchResult> {
  const finished = floor === Number.POSITIVE_INFINITY;
  const actual = (levels: readonly number[]) =>
    levels.map((level, index) => level + (attributes[index]?.allowed?.min ?? 0));
  if (best) {
    const described = await counter.describe(best.levels);
    const gap = finished ? 0 : Math.max(0, described.loss - floor);
    return { plan: { ...described, levels: actual(best.levels), optimal: finished, gap, checks } };
  }
  const levels = least?.levels ?? [];
  const { suppressedRecords, suppressedPersons, suppressedBy } = await counter.describe(levels);
  const reason = finished ? 'none' : 'stopped';
  const leastSuppressed = suppressedPersons ?? suppressedRecords;
  return { impossible: { reason, leastSuppressed, levels: actual(levels), suppressedBy, allowed } };
}
