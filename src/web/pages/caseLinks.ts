import type { AnyState, CaseKind } from '../../app/aggregates.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { casePath, commandPath } from '../casePaths.ts';

interface Link {
  readonly href: string;
  readonly label: string;
  /** What is done most often from there. */
  readonly isMain?: true;
}

/** The cases that belong to a case. */
export function caseLinks(
  organ: OrganId,
  kind: CaseKind,
  id: string,
  state: AnyState,
  release: ReleaseState | null,
): readonly Link[] {
  const entryLink = (entry: string): Link => ({ href: casePath(organ, 'register', entry), label: caseWords.toEntry });
  switch (kind) {
    case 'register':
      return state.stage === 'published'
        ? [{ href: `/organs/${organ}/register/${id}`, label: caseWords.toPublic }]
        : [];
    case 'call':
      return ['open', 'closed'].includes(state.stage)
        ? [
            {
              href: `${commandPath(organ, 'proposal', 'new', 'receiveProposal')}?call=${id}`,
              label: caseWords.receive,
              isMain: true,
            },
          ]
        : [];
    case 'proposal': {
      const { call, entry } = state as ProposalState;
      return [
        ...(release ? [{ href: casePath(organ, 'release', id), label: caseWords.toRelease }] : []),
        ...(call === null ? [] : [{ href: casePath(organ, 'call', call), label: caseWords.toCall }]),
        entryLink(entry),
      ];
    }
    case 'complaint':
    case 'leak':
    case 'otherProvision':
    case 'office':
      return [];
    default: {
      const { proposal, entry } = state as ReleaseState;
      return [{ href: casePath(organ, 'proposal', proposal), label: caseWords.toProposal }, entryLink(entry)];
    }
  }
}
