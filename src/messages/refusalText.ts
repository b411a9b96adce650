import type { Refusal } from '../core/decision.ts';
import type { RefusalCode } from '../core/refusals.ts';
import { refusals } from './refusals.ts';

/** A choice of this system that no provision states: there is nothing to cite. */
const ownChoice = /^([A-Z]+(-[A-Z]+)*-\d+|\d[a-z]-\d+|手続の記録)$/;
const national = /^(法|規則|民法|政令)/;

/** What a refusal rests on, as an official can look it up; empty where no provision says it. */
function basisText(basis: string): string {
  if (ownChoice.test(basis)) return '';
  return national.test(basis) ? `（${basis}）` : `（この機関の定め ${basis}）`;
}

/** A refusal in plain Japanese: why, what to do, and the provision it rests on. */
export const refusalText = ({ code, basis, facts }: Refusal): string =>
  `${refusals[code as RefusalCode](facts)}${basisText(basis)}`;
