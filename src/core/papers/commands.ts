import type { KeptFile } from '../keptFile.ts';
import type { KeptPaper, Obstacle } from './state.ts';

/** 公文書の保存: what a job printed, and what it could not print. */
export interface KeepPapers {
  readonly do: 'keepPapers';
  readonly responsibleOrganization: string | null;
  readonly papers: readonly KeptPaper[];
  readonly obstacles: readonly Obstacle[];
}

/** 字体にない文字の代替: what is printed in its place in the papers of this case. */
export interface SubstituteCharacter {
  readonly do: 'substituteCharacter';
  readonly character: string;
  readonly text: string | null;
  /** PNG. */
  readonly picture: KeptFile | null;
  readonly reason: string;
}

/** 公文書の訂正: a new paper with its own number and day that names the old one. */
export interface CorrectPaper {
  readonly do: 'correctPaper';
  readonly paper: string;
  readonly documentNumber: string;
  readonly date: string;
  readonly reason: string;
}

export type PapersCommand = KeepPapers | SubstituteCharacter | CorrectPaper;
