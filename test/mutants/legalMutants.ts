import { contractMutants } from './contractMutants.ts';
import type { LegalMutant } from './legalMutant.ts';
import { proposalMutants } from './proposalMutants.ts';

/** What `node launch.mjs mutants` tries, in the order of the procedure. */
export const legalMutants: readonly LegalMutant[] = [...proposalMutants, ...contractMutants];
