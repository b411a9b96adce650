import type { Account } from '../../app/ports/identity.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { dayWords } from '../components/momentWords.ts';

/** Whether somebody can sign in, and since when not. @param departedOn the day of 離任; null = serves */
export function entryWords({ closedOn }: Account, departedOn: string | null): string {
  if (closedOn !== null) return administrationWords.entryEnded(dayWords(closedOn));
  return departedOn === null ? administrationWords.entryOpen : administrationWords.entryClosed(dayWords(departedOn));
}
