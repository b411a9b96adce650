import type { ProposalStage, ProposalState } from './state.ts';

/** A proposal and the names that it was filed under, folded by the caller so that widths and blanks do not matter. */
export interface FiledPaper {
  readonly id: string;
  readonly state: ProposalState;
  readonly names: readonly string[];
}

/** Why two entries may be of one paper. */
export type DuplicateGround = 'sameScan' | 'sameForm' | 'sameNames';

export interface PossibleDuplicate {
  readonly id: string;
  readonly grounds: readonly DuplicateGround[];
}

/** Stages in which an entry can still turn out to be one of a paper that was entered already. */
const inIntake: readonly ProposalStage[] = ['received', 'correctionRequested', 'inReview'];

/**
 * Entries that may be of the same paper: about the same file of the same call (or the same created data), neither
 * of them decided, and with a scan, the whole form or the proposers in common. Who looks at them decides; nothing is joined by itself.
 */
export const possibleDuplicates = (paper: FiledPaper, others: readonly FiledPaper[]): readonly PossibleDuplicate[] =>
  others
    .filter((other) => other.id !== paper.id && isComparable(paper.state, other.state))
    .map((other) => ({ id: other.id, grounds: groundsOf(paper, other) }))
    .filter(({ grounds }) => grounds.length > 0);

const isComparable = (one: ProposalState, other: ProposalState): boolean =>
  one.call === other.call &&
  one.entry === other.entry &&
  one.created?.release === other.created?.release &&
  inIntake.includes(one.stage) &&
  inIntake.includes(other.stage);

function groundsOf(one: FiledPaper, other: FiledPaper): readonly DuplicateGround[] {
  const scans = scansOf(one.state);
  return [
    ...(scansOf(other.state).some((digest) => scans.includes(digest)) ? ['sameScan' as const] : []),
    ...(hasContent(one.state) && formText(one.state) === formText(other.state) ? ['sameForm' as const] : []),
    ...(sameSet(one.names, other.names) ? ['sameNames' as const] : []),
  ];
}

const scansOf = ({ attachments }: ProposalState): readonly string[] =>
  attachments.flatMap(({ file }) => (file ? [file.digest] : []));

/** An empty form is like every other empty form. */
const hasContent = ({ filled }: ProposalState): boolean => filled.length > 0;

/** The form with its members in a fixed order, so that two entries compare by what they say. */
const formText = ({ form }: ProposalState): string =>
  JSON.stringify(Object.entries(form).toSorted(([left], [right]) => (left < right ? -1 : 1)));

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && one.length === other.length && one.every((name) => other.includes(name));
