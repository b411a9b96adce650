import type { ProposalState } from './state.ts';

/** What a proposal is about: the name of the created data, or of the personal information file that it names. */
export const subjectOf = ({ created, form }: Pick<ProposalState, 'created' | 'form'>): string =>
  created?.name ?? form.fileName ?? '';
