import type { Candidate } from './candidate.ts';
import { leastHopeless, type SearchState } from './searchState.ts';

/** Looks beside the best plan for a better one: one attribute lower, and perhaps another higher. Answers whether it is. */
export async function improveBest(state: SearchState): Promise<boolean> {
  const { best } = state;
  for (const levels of best ? neighbours(state, best) : []) {
    if (state.isOver()) return false;
    if (!state.isKnownAbove(levels, leastHopeless(state, levels))) await state.check(levels);
    if (state.best !== best) return true;
  }
  return false;
}

/** The cheapest first. */
function neighbours({ heights, model }: SearchState, { levels, loss }: Candidate): (readonly number[])[] {
  const step = (from: readonly number[], index: number, by: 1 | -1) => from.with(index, (from[index] as number) + by);
  const lower = [...levels.keys()].filter((index) => (levels[index] as number) > 0);
  const higher = [...levels.keys()].filter((index) => (levels[index] as number) + 1 < (heights[index] as number));
  return lower
    .flatMap((down) => {
      const one = step(levels, down, -1);
      return [one, ...higher.filter((up) => up !== down).map((up) => step(one, up, 1))];
    })
    .map((one) => ({ one, floor: model.floor(one) }))
    .filter(({ floor }) => floor < loss)
    .sort((a, b) => a.floor - b.floor)
    .map(({ one }) => one);
}
