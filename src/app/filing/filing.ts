import type { Draft } from '../ports/draftStore.ts';

/** What a filing goes to: a file of an open call, data that was created before, or a request for correction. */
export type FilingTarget =
  | { readonly kind: 'call'; readonly call: string; readonly entry: string }
  | { readonly kind: 'created'; readonly entry: string; readonly release: string }
  | { readonly kind: 'correction'; readonly proposal: string };

/** A filing that is being written. */
export interface Filing {
  readonly target: FilingTarget;
  /** What stands in its form, by the names of the controls, as `application/x-www-form-urlencoded`. */
  readonly written: string;
  /** Under which it is sent, so that sending it twice sends it once. */
  readonly commandId: string;
}

export type FilingCommand = 'submitProposal' | 'submitCreatedProposal' | 'submitCorrection';

const commands = {
  call: 'submitProposal',
  created: 'submitCreatedProposal',
  correction: 'submitCorrection',
} as const satisfies Record<FilingTarget['kind'], FilingCommand>;

/** The command with which a filing is sent. */
export const commandOf = ({ kind }: FilingTarget): FilingCommand => commands[kind];

/** The filing that a draft holds. */
export const filingOf = ({ content }: Draft): Filing => content as Filing;

/** The proposal that sending the draft begins or corrects. */
export const caseOf = (draft: Pick<Draft, 'id'>, target: FilingTarget): string =>
  target.kind === 'correction' ? target.proposal : draft.id;
