import type { Box } from './frontier.ts';
import { highestFloor, leastHopeless, type SearchState } from './searchState.ts';

/** Looks at the lowest node of a box, and opens what is left of the box: all of it where the search ends before. */
export async function exploreBox(state: SearchState, box: Box): Promise<void> {
  const enough = leastHopeless(state, box.low);
  const done = (await state.witness(box, enough)) ?? (await countUpward(state, box.low, enough));
  if (done) openRest(state, box, done);
  else state.frontier.push(box);
}

/**
 * Counts nodes on a way up until it is known where they stop being hopeless. Answers the highest that is hopeless, so
 * that all between it and the start are; or the start when that was counted and is not. The way ends where nothing could
 * beat the best plan, and most are hopeless to their end: that is counted first. Null: the search ended before.
 */
async function countUpward(
  state: SearchState,
  start: readonly number[],
  atFirst: number,
): Promise<readonly number[] | null> {
  const path = climb(state, start);
  let enough = atFirst;
  let [low, high] = [0, lastUseful(state, path, enough)];
  for (let middle = high; low <= high; middle = (low + high) >> 1) {
    if (state.isOver()) return path[low - 1] ?? null;
    const before = state.best;
    const suppressed = await state.check(path[middle] as readonly number[]);
    if (state.best !== before) enough = leastHopeless(state, start);
    if (suppressed >= enough) low = middle + 1;
    else high = middle - 1;
  }
  return path[Math.max(0, low - 1)] ?? start;
}

/**
 * A way up, each step to the node with the least floor, as far as the best plan could be beaten. It may leave the box:
 * what is counted there says more about other boxes.
 */
function climb(state: SearchState, start: readonly number[]): (readonly number[])[] {
  const path = [start];
  for (let levels = start; ; ) {
    let [next, least]: [readonly number[] | null, number] = [null, highestFloor(state)];
    for (const [index, level] of levels.entries()) {
      if (level + 1 >= (state.heights[index] as number)) continue;
      const candidate = levels.with(index, level + 1);
      const floor = state.model.floor(candidate);
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

/**
 * Everything of the box that does not lie below `done`, as boxes that do not meet: each exceeds it in one attribute and
 * in none of those before. The dearest come first: they are often dropped at once, and the others are then the smaller.
 */
function openRest(state: SearchState, { low, high }: Box, done: readonly number[]): void {
  const { frontier, model } = state;
  const above = (index: number) => low.with(index, (done[index] as number) + 1);
  const ways = [...low.keys()]
    .filter((index) => (done[index] as number) < (high[index] as number))
    .map((index) => ({ index, low: above(index), floor: model.floor(above(index)) }))
    .sort((a, b) => b.floor - a.floor || a.index - b.index);
  const rest = [...high];
  for (const { index, low: lowest, floor } of ways) {
    if (floor <= highestFloor(state)) frontier.push({ low: lowest, high: [...rest], floor });
    rest[index] = done[index] as number;
  }
}
