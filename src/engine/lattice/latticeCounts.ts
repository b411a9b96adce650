import { classViewer } from '../measure/classView.ts';
import { classCriteria, judgeClasses } from '../measure/judgeClasses.ts';
import { type LossModel, lossModel } from '../measure/lossModel.ts';
import type { DistinctTable } from './distinctTable.ts';
import { createGrouper } from './grouping.ts';
import { type NodeCounter, nodeCounter } from './nodeCounter.ts';
import { type Projections, projectionGrouper, projections } from './projections.ts';
import type { Requirements } from './requirements.ts';
import { type OnGrouped, watchedGrouper } from './watchedGrouper.ts';

/** What a search asks about the nodes of its lattice, wherever their classes are counted. */
export interface LatticeCounts {
  /** Levels per attribute. */
  readonly heights: readonly number[];
  /** Records in all, or persons where the classes are counted in them. */
  readonly units: number;
  readonly model: LossModel;
  readonly counter: NodeCounter;
  readonly projected: Projections;
}

/**
 * Counts the nodes of a table in memory.
 *
 * @param cacheMiB memory for groupings that are kept to start others from.
 * @param isOver whether the search has to end: nothing more is then counted for its bounds.
 * @param onGrouped see `SearchOptions`.
 */
export function countInMemory(
  table: DistinctTable,
  requirements: Requirements,
  cacheMiB: number,
  isOver: () => boolean,
  onGrouped?: OnGrouped,
): LatticeCounts {
  const { k } = requirements;
  const heights = table.attributes.map(({ levels }) => levels.length);
  const model = lossModel(table);
  const criteria = classCriteria(table, requirements);
  const view = classViewer(table);
  const judge = judgeClasses(k, criteria, view);
  const grouper = watchedGrouper(createGrouper(table), onGrouped);
  const cacheBytes = (cacheMiB / 2) * 2 ** 20;
  const project = projectionGrouper(table.attributes, grouper, cacheBytes);
  return {
    heights,
    units: table.persons?.values ?? table.records,
    model,
    counter: nodeCounter(table, { grouper, model, k, criteria, judge, view, cacheBytes }),
    projected: table.persons
      ? none
      : projections({ heights, count: (subset, node) => judge(project(subset, node)).suppressedForGood, isOver }),
  };
}

/** Lists of persons hardly shrink with the attributes: one projection of them takes as long as a node. */
const none: Projections = { witness: async () => null };
