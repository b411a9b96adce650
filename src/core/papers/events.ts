import type { Event } from '../event.ts';
import type { KeepPapers } from './commands.ts';
import type { CharacterSubstitute, PaperCorrection } from './state.ts';

export type PapersEvent =
  | Event<'papersKept', Omit<KeepPapers, 'do'>>
  | Event<'characterSubstituted', CharacterSubstitute>
  | Event<'paperCorrected', PaperCorrection>;
