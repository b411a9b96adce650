import type { ClassCriterion } from '../measure/classCriterion.ts';
import type { Viewer } from '../measure/classView.ts';
import type { Judge } from '../measure/judgeClasses.ts';
import type { LossModel } from '../measure/lossModel.ts';
import { classSizes, failingRecords, suppressedBy, suppressionCost } from '../measure/measureNode.ts';
import type { DistinctTable } from './distinctTable.ts';
import type { Grouper } from './grouping.ts';
import { groupingCache } from './groupingCache.ts';
import type { Plan } from './requirements.ts';

/** At once where classes are counted in memory, later where the database counts them. */
export type Awaitable<T> = T | Promise<T>;

/** What counting the classes of a node gives, in the unit in which classes are counted. */
export interface CountedNode {
  readonly suppressed: number;
  /** Those that every node below suppresses too. */
  readonly suppressedForGood: number;
  /** The exact loss; it is worked out when it is asked for, before the next node is counted. */
  loss(): Awaitable<number>;
}

/** Everything that a plan says of a node except how it was found. */
export type NodeDescription = Omit<Plan, 'optimal' | 'gap' | 'checks'>;

export interface NodeCounter {
  count(levels: readonly number[]): Awaitable<CountedNode>;
  describe(levels: readonly number[]): Awaitable<NodeDescription>;
}

export interface NodeCounterOptions {
  readonly grouper: Grouper;
  readonly model: LossModel;
  readonly k: number;
  readonly criteria: readonly ClassCriterion[];
  readonly judge: Judge;
  readonly view: Viewer;
  readonly cacheBytes: number;
}

export function nodeCounter(table: DistinctTable, options: NodeCounterOptions): NodeCounter {
  const { grouper, model, k, criteria, judge, view, cacheBytes } = options;
  const cache = groupingCache(grouper.base, grouper.group, cacheBytes);
  const measure = (levels: readonly number[]) => {
    const grouping = cache.group(levels);
    const verdict = judge(grouping);
    const losses = () => model.losses(levels, suppressionCost(table, model.deficit, grouping, verdict));
    return { grouping, verdict, losses };
  };
  return {
    count: (levels) => {
      const { verdict, losses } = measure(levels);
      const { suppressed, suppressedForGood } = verdict;
      return { suppressed, suppressedForGood, loss: () => model.total(losses()) };
    },
    describe: (levels) => {
      const { grouping, verdict, losses } = measure(levels);
      const perAttribute = losses();
      const seen = view(grouping);
      const sizes = classSizes(seen, verdict);
      return {
        levels,
        loss: model.total(perAttribute),
        losses: perAttribute,
        suppressedRecords: verdict.suppressedRecords,
        suppressedPersons: table.persons ? verdict.suppressed : null,
        suppressedBy: suppressedBy(criteria, failingRecords(k, criteria, grouping, seen)),
        classes: sizes.reduce((sum, [, classes]) => sum + classes, 0),
        smallestClass: sizes[0]?.[0] ?? null,
        classSizes: sizes,
      };
    },
  };
}
