import { type EffortTask, effortTasks } from '../../core/proposal/reviewState.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { Parts } from '../parts.ts';

/** Proposals on files, and on data that was created before. */
export const effortKinds = ['newProposal', 'createdProposal'] as const;
export type EffortKind = (typeof effortKinds)[number];

/** What is compared: minutes of all tasks together, minutes of each, and yen paid to a contractor. */
export const effortItems = ['total', ...effortTasks, 'outsourcingYen'] as const;
export type EffortItem = (typeof effortItems)[number];

/** One case with what was estimated before the notice and what it took. Minutes, or yen. */
export interface EffortCase {
  readonly id: string;
  readonly number: ProposalState['number'];
  readonly estimated: number;
  readonly actual: number;
}

/** An item over all cases that name it on both sides. */
export interface EffortFigure {
  readonly kind: EffortKind;
  readonly item: EffortItem;
  readonly cases: readonly EffortCase[];
  /** Median of actual / estimated over the cases. */
  readonly ratio: number;
  /** Median of what it took. */
  readonly usual: number;
}

export interface EffortFigures {
  /** Only items that at least one case tells something about, in their order. */
  readonly figures: readonly EffortFigure[];
  /** Contracts whose estimate stands alone, because what they took was not recorded yet. */
  readonly unrecorded: readonly string[];
}

/** Estimate against actual effort over all cases of an organ (FEE-14, REC-5): what the next estimate may learn from. */
export async function effortFigures({ events }: Pick<Parts, 'events'>, organ: OrganId): Promise<EffortFigures> {
  const { records } = await events.states(organ, { kind: 'proposal' });
  const cases = records.map(({ stream: { id }, state }) => ({ id, state: state as ProposalState }));
  const figures = effortKinds.flatMap((kind) => {
    const own = cases.filter(({ state }) => kindOf(state) === kind);
    return effortItems.flatMap((item) => figureOf(kind, item, own));
  });
  const unrecorded = cases.filter(
    ({ state }) => state.contract !== null && state.life.actualEffort === null && estimatedOf('total', state) > 0,
  );
  return { figures, unrecorded: unrecorded.map(({ id }) => id) };
}

/** The kind of a proposal, as the figures tell them apart. */
export const kindOf = ({ created }: Pick<ProposalState, 'created'>): EffortKind =>
  created === null ? 'newProposal' : 'createdProposal';

type Named = { readonly id: string; readonly state: ProposalState };

function figureOf(kind: EffortKind, item: EffortItem, cases: readonly Named[]): readonly EffortFigure[] {
  const compared = cases.flatMap(({ id, state }): EffortCase[] => {
    const [estimated, actual] = [estimatedOf(item, state), actualOf(item, state)];
    return estimated > 0 && actual > 0 ? [{ id, number: state.number, estimated, actual }] : [];
  });
  if (compared.length === 0) return [];
  const ratio = median(compared.map(({ estimated, actual }) => actual / estimated));
  return [{ kind, item, cases: compared, ratio, usual: median(compared.map(({ actual }) => actual)) }];
}

const minutesIn = (tasks: readonly EffortTask[], item: EffortItem): number =>
  tasks.filter(({ task }) => item === 'total' || task === item).reduce((sum, { minutes }) => sum + minutes, 0);

/** By the estimate of the tasks; where none was made, all minutes that the fee was determined by. */
function estimatedOf(item: EffortItem, { review, fee }: ProposalState): number {
  if (item === 'outsourcingYen') return fee?.outsourcingYen ?? review.quote?.yen ?? 0;
  if (review.effort !== null) return minutesIn(review.effort.tasks, item);
  return item === 'total' ? (fee?.minutes ?? []).reduce((sum, minutes) => sum + minutes, 0) : 0;
}

const actualOf = (item: EffortItem, { life }: ProposalState): number =>
  item === 'outsourcingYen' ? (life.actualOutsourcingYen ?? 0) : minutesIn(life.actualEffort ?? [], item);

/** The middle of at least one number; of an even count the mean of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[Math.floor(index)] ?? 0;
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
}
