import type { ProposalState } from '../../core/proposal/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import type { Step } from '../components/Steps.tsx';

type StepName = keyof typeof timelineWords.step;

/** As much of a case as its steps are told from. */
interface Case {
  readonly proposal: Pick<ProposalState, 'stage' | 'created' | 'notice' | 'contract'>;
  readonly release: Pick<ReleaseState, 'stage'> | null;
}

const onFile: readonly StepName[] = ['call', 'proposal', 'review', 'contract', 'creation', 'provision'];
/** A proposal on created data answers no call, and nothing is created for it (STP-24). */
const onCreatedData: readonly StepName[] = ['proposal', 'review', 'contract', 'provision'];

/** The steps of a case, to the provision; of one that ended on the way those that it went. */
export function caseSteps(timeline: Case): readonly Step[] {
  const names = timeline.proposal.created ? onCreatedData : onFile;
  const now = current(timeline);
  const shown = now === null ? names.slice(0, names.indexOf(furthest(timeline)) + 1) : names;
  const at = now === null ? names.length : names.indexOf(now);
  return shown.map((name, index) => ({
    label: timelineWords.step[name],
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
  }));
}

/** Where the case stands; null when it has come to its end. */
function current({ proposal, release }: Case): StepName | null {
  switch (proposal.stage) {
    case 'received':
    case 'correctionRequested':
      return 'proposal';
    case 'inReview':
      return 'review';
    case 'conforming':
    case 'applied':
      return 'contract';
    case 'contracted':
      return release === null ? 'contract' : currentOf(release);
    default:
      return null;
  }
}

function currentOf({ stage }: Pick<ReleaseState, 'stage'>): StepName | null {
  if (stage === 'provided') return null;
  return stage === 'packaged' || stage === 'verified' ? 'provision' : 'creation';
}

/** The last step that a case went which has come to its end. */
function furthest({ proposal, release }: Case): StepName {
  if (release?.stage === 'provided') return 'provision';
  if (proposal.contract !== null) return 'contract';
  return proposal.notice === null ? 'proposal' : 'review';
}
