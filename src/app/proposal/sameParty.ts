import type { PartyDetails } from '../../core/proposal/form.ts';
import { foldText } from '../../japan/foldText.ts';

const folded = (text: string): string => foldText(text).replace(/\s/g, '');

/** The same text but for width, case, kana and blanks; silence is like nothing. */
export const sameText = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && folded(one) === folded(other);

/** Two parties of the same name whose address or birth date is the same too. */
export const isSameParty = (one: PartyDetails, other: PartyDetails): boolean =>
  sameText(one.address, other.address) || (one.birthDate !== null && one.birthDate === other.birthDate);
