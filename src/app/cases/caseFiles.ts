import type { Approvable } from '../../core/approval/state.ts';
import type { CallState } from '../../core/call/state.ts';
import type { KeptFile } from '../../core/keptFile.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { AnyState, CaseKind, CommandName } from '../aggregates.ts';
import type { View } from '../policy.ts';
import { viewOf } from './viewOf.ts';

/** What a file of a case is. */
export type CaseFileRole =
  | 'guideline'
  | 'draft'
  | 'attachment'
  | 'evidence'
  | 'source'
  | 'recipe'
  | 'output'
  | 'report'
  | 'publicReport'
  | 'package'
  | 'manifest';

/** A file of a case, and what the policy is asked before it is handed out: one of these must be allowed. */
export interface CaseFile {
  readonly role: CaseFileRole;
  readonly file: KeptFile;
  readonly asked: readonly ({ readonly view: View } | { readonly command: CommandName })[];
}

/** The stored files that a case names. */
export function caseFiles(kind: CaseKind, state: AnyState): readonly CaseFile[] {
  const { drafts = [] } = state as Partial<Approvable>;
  return [
    ...ownFiles(kind, state),
    ...drafts.flatMap(({ files }) => files.flatMap((file) => named('draft', file, [{ view: viewOf[kind] }]))),
  ];
}

function ownFiles(kind: CaseKind, state: AnyState): readonly CaseFile[] {
  switch (kind) {
    case 'call':
      return (state as CallState).guidelines.flatMap(({ file }) => named('guideline', file, [{ view: 'call' }]));
    case 'proposal':
      return ofProposal(state as ProposalState);
    case 'release':
      return ofRelease(state as ReleaseState);
    default:
      return [];
  }
}

/** The papers of a proposal, and what its review rests on. */
function ofProposal({ attachments, findings, review }: ProposalState): readonly CaseFile[] {
  const asked: CaseFile['asked'] = [{ view: 'proposalPersonal' }];
  const { referral, quote } = review;
  const evidence = [...findings.flatMap((finding) => finding.evidence), ...(referral?.papers ?? [])];
  return [
    ...attachments.flatMap(({ file }) => named('attachment', file, asked)),
    ...evidence.flatMap((file) => named('evidence', file, asked)),
    ...named('evidence', referral?.report?.file, asked),
    ...named('evidence', quote?.file, asked),
  ];
}

const named = (role: CaseFileRole, file: KeptFile | null | undefined, asked: CaseFile['asked']): readonly CaseFile[] =>
  file ? [{ role, file, asked }] : [];

/** 加工方法等情報 is for those who work with it; what goes out with the data is for whoever handles the release. */
function ofRelease({ source, recipe, creation, package: packed }: ReleaseState): readonly CaseFile[] {
  const inside: CaseFile['asked'] = [{ view: 'releaseFiles' }];
  const outside: CaseFile['asked'] = [{ view: 'releaseFiles' }, { view: 'release' }];
  return [
    ...named('source', source, inside),
    ...named('recipe', recipe, inside),
    ...named('output', creation?.output, inside),
    ...named('report', creation?.report, inside),
    ...named('publicReport', creation?.publicReport, outside),
    ...named('package', packed?.file, outside),
    ...named('manifest', packed?.manifest, outside),
  ];
}
