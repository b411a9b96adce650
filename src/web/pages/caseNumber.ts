import { timelineWords } from '../../messages/timelineWords.ts';

/** The number by which people speak of a case. */
export const caseNumber = ({ fiscalYear, serial }: { readonly fiscalYear: number; readonly serial: number }): string =>
  timelineWords.numberOf(fiscalYear, serial);
