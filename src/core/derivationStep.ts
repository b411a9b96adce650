import type { DateStep } from './calendar/dateStep.ts';
import type { FeeStep } from './proposal/fee.ts';
import type { CountStep } from './proposal/personCount.ts';

/** One step of how a number or a date was reached, as facts; messages/derivation has the words. */
export type DerivationStep = DateStep | FeeStep | CountStep;
