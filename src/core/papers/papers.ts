import type { Aggregate } from '../aggregate.ts';
import type { PapersCommand } from './commands.ts';
import { decide, type PapersFacts } from './decide.ts';
import type { PapersEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { papersPermissions } from './permissions.ts';
import { type PapersRefusal, papersRefusals } from './refusals.ts';
import type { PapersState } from './state.ts';

/** The issued papers of a case: one stream beside the case's own, so that a job never comes between an official's acts. */
export const papers: Aggregate<PapersCommand, PapersState, PapersEvent, PapersFacts, PapersRefusal> = {
  kind: 'papers',
  permissions: papersPermissions,
  refusals: papersRefusals,
  decide,
  evolve,
};
