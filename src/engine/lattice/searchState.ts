import type { LossModel } from '../measure/lossModel.ts';
import { type Candidate, isBetter, lossTolerance } from './candidate.ts';
import { type Box, createFrontier, type Frontier } from './frontier.ts';
import type { LatticeCounts } from './latticeCounts.ts';
import type { NodeCounter } from './nodeCounter.ts';
import { suppressionFloor } from './suppressionFloor.ts';

/** What a search knows at a time. What is suppressed is counted in records, or in persons where the table has them. */
export interface SearchState {
  /** Levels per attribute. */
  readonly heights: readonly number[];
  /** How many may be suppressed: floor(limit × all). */
  readonly allowed: number;
  readonly model: LossModel;
  readonly counter: NodeCounter;
  readonly frontier: Frontier;
  /** Levels such that every node from the lowest of the box up to them is known to suppress so many records for good. */
  witness(box: Box, suppressed: number): Promise<readonly number[] | null>;
  /** Whether counted nodes show that the node suppresses so many records for good. */
  isKnownAbove(levels: readonly number[], suppressed: number): boolean;
  /** Whether counted nodes show that the node suppresses fewer for good. */
  isKnownBelow(levels: readonly number[], suppressed: number): boolean;
  /** Counts a node, remembers what it shows for others, and answers the records that it suppresses for good. */
  check(levels: readonly number[]): Promise<number>;
  /** Whether the search has to end. */
  isOver(): boolean;
  readonly best: Candidate | null;
  /** The counted node that suppresses least. */
  readonly least: { readonly levels: readonly number[]; readonly suppressed: number } | null;
  readonly checks: number;
}

/**
 * @param suppressionLimit share of the records or persons.
 * @param isOver whether the search has to end.
 */
export function startSearch(counts: LatticeCounts, suppressionLimit: number, isOver: () => boolean): SearchState {
  const { heights, units, model, counter, projected } = counts;
  const allowed = Math.floor(suppressionLimit * units);
  const known = suppressionFloor();
  const counted = new Map<string, number>();
  let best: Candidate | null = null;
  let least: SearchState['least'] = null;

  const count = async (levels: readonly number[]): Promise<number> => {
    const { suppressed, suppressedForGood: forGood, loss } = await counter.count(levels);
    known.add(levels, forGood);
    if (!least || suppressed < least.suppressed) least = { levels, suppressed };
    if (suppressed <= allowed && !isHopeless({ best, model, allowed }, levels, suppressed)) {
      const candidate = { levels, loss: await loss(), suppressed };
      if (!best || isBetter(candidate, best)) best = candidate;
    }
    return forGood;
  };

  return {
    heights,
    allowed,
    model,
    counter,
    isOver,
    frontier: createFrontier(),
    witness: async ({ low, high }, suppressed) =>
      known.witness(low, high, suppressed) ?? projected.witness(low, suppressed),
    isKnownAbove: (levels, suppressed) => known.witness(levels, levels, suppressed) !== null,
    isKnownBelow: (levels, suppressed) => known.isBelow(levels, suppressed),
    check: async (levels) => {
      const forGood = counted.get(levels.join()) ?? (await count(levels));
      counted.set(levels.join(), forGood);
      return forGood;
    },
    get best() {
      return best;
    },
    get least() {
      return least;
    },
    get checks() {
      return counted.size;
    },
  };
}

type Bar = Pick<SearchState, 'best' | 'model' | 'allowed'>;

/** Whether a node that suppresses at least so many records is over the limit or can't be better than the best plan. */
function isHopeless({ best, model, allowed }: Bar, levels: readonly number[], suppressed: number): boolean {
  if (suppressed > allowed) return true;
  return best !== null && !isBetter({ levels, loss: model.floorWith(levels, suppressed), suppressed }, best);
}

/** The smallest number of suppressed records with which a node is hopeless, and every node above it too. */
export function leastHopeless(state: Bar, levels: readonly number[]): number {
  if (!state.best) return state.allowed + 1;
  let [low, high] = [0, state.allowed + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isHopeless(state, levels, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Nodes whose loss can't be at most this are no better than the best plan. */
export const highestFloor = ({ best }: Pick<SearchState, 'best'>): number =>
  (best?.loss ?? Number.POSITIVE_INFINITY) + lossTolerance;
