import type { ProposalState } from '../../core/proposal/state.ts';
import { effortWords } from '../../messages/effortWords.ts';
import { type EffortItem, effortFigures, kindOf } from '../figures/effortFigures.ts';
import { type PlanNote, type Planning, stateOf } from './planning.ts';

/** What earlier cases of the same kind say about an estimate, shown beside the field and never filled in (FEE-14). */
export async function effortNotes(
  planning: Planning,
  path: string,
  admits: (item: EffortItem) => boolean,
): Promise<readonly PlanNote[]> {
  const kind = kindOf(stateOf<ProposalState>(planning));
  const { figures } = await effortFigures(planning.parts, planning.organ);
  const text = effortWords.suggestion(figures.filter((figure) => figure.kind === kind && admits(figure.item)));
  return text === '' ? [] : [{ path, note: 'said', text }];
}
