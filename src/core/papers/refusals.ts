import { refusing } from '../decision.ts';

/** Refusals about issued papers, each with what it rests on. */
export const papersRefusals = {
  paperUnknown: 'REC-11',
  paperReasonMissing: 'REC-11',
  substituteIncomplete: 'REC-11',
  pictureNotAcceptable: 'REC-11',
  characterNotMissing: 'REC-11',
} as const;
export type PapersRefusal = keyof typeof papersRefusals;

export const no = refusing(papersRefusals);
