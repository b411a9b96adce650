import type { Refusal } from '../core/decision.ts';
import type { RefusalCode } from '../core/refusals.ts';
import { refusals } from './refusals.ts';

/** A refusal in plain Japanese: why, what to do, and the provision it rests on. */
export const refusalText = ({ code, basis, facts }: Refusal): string =>
  `${refusals[code as RefusalCode](facts)}（${basis}）`;
