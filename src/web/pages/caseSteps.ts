import type { CaseTimeline } from '../../app/timeline/caseTimeline.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import type { Step } from '../components/Steps.tsx';

const names = ['call', 'proposal', 'review', 'contract', 'creation', 'provision'] as const;
type StepName = (typeof names)[number];

/** Where the case stands on the way from the call to the provision; null when it has come to its end. */
function current({ proposal, release }: CaseTimeline): StepName | null {
  if (release?.stage === 'provided') return null;
  if (release) return release.stage === 'packaged' || release.stage === 'verified' ? 'provision' : 'creation';
  switch (proposal.stage) {
    case 'received':
    case 'correctionRequested':
      return 'proposal';
    case 'inReview':
      return 'review';
    case 'conforming':
    case 'applied':
    case 'contracted':
      return 'contract';
    default:
      return null;
  }
}

/** The steps of a case; one that ended on the way has only those that it went. */
export function caseSteps(timeline: CaseTimeline): readonly Step[] {
  const now = current(timeline);
  const ended = now === null && timeline.release === null;
  const at = now === null ? names.length : names.indexOf(now);
  return names.slice(0, ended ? 3 : names.length).map((name, index) => ({
    label: timelineWords.step[name],
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
  }));
}
