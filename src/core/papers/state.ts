import type { KeptFile } from '../keptFile.ts';

/** A paper as it was issued: never made again, never changed. Holds no personal data; its files do. */
export interface KeptPaper {
  /** `VERSION-INDEX` of the event that brought it forth; a correction adds `-1`, `-2` … */
  readonly paper: string;
  /** `conformingNotice`, `useContract` … */
  readonly form: string;
  readonly title: string;
  readonly documentNumber: string;
  /** Day of the paper, `YYYY-MM-DD`. */
  readonly date: string;
  /** The blocks that it was made of, as JSON. */
  readonly blocks: KeptFile;
  readonly pdf: KeptFile;
  readonly word: KeptFile;
  /** The paper that this one corrects, and why; null = it corrects none. */
  readonly corrects: string | null;
  readonly reason: string | null;
}

/** A paper that can't be printed yet, and what no font has. */
export interface Obstacle {
  readonly paper: string;
  readonly title: string;
  readonly missing: readonly { readonly character: string; readonly codes: string; readonly field: string }[];
}

/** What is printed in place of a character that no font has: other characters, or a picture. */
export interface CharacterSubstitute {
  /** A character, or a character with its variation selector. */
  readonly character: string;
  readonly text: string | null;
  readonly picture: KeptFile | null;
  readonly reason: string;
  readonly by: string;
  /** `YYYY-MM-DDThh:mm` */
  readonly at: string;
}

/** A correction that an official ordered: a new paper that names the old one. */
export interface PaperCorrection {
  /** The paper that is corrected. */
  readonly corrects: string;
  /** The new paper. */
  readonly paper: string;
  readonly documentNumber: string;
  readonly date: string;
  readonly reason: string;
}

export const papersStages = ['filed'] as const;

/** The issued papers of one case. */
export interface PapersState {
  readonly stage: (typeof papersStages)[number];
  /** 所管組織 of the case; absent where the case names none. */
  readonly responsibleOrganization?: string;
  readonly papers: readonly KeptPaper[];
  readonly obstacles: readonly Obstacle[];
  readonly substitutes: readonly CharacterSubstitute[];
  readonly corrections: readonly PaperCorrection[];
}
