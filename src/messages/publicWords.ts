import { calendarWords } from './calendarWords.ts';
import { catalogWords } from './catalogWords.ts';
import { homeWordsInEnglish } from './english/homeWordsInEnglish.ts';
import { type HowWords, howWordsInEnglish } from './english/howWordsInEnglish.ts';
import { type RegisterListWords, registerWordsInEnglish } from './english/registerWordsInEnglish.ts';
import { siteWordsInEnglish } from './english/siteWordsInEnglish.ts';
import { filingWords } from './filingWords.ts';
import { homeWords } from './homeWords.ts';
import type { Language, Translated } from './language.ts';
import { noAssurance } from './noAssurance.ts';
import { registerWords } from './registerWords.ts';
import { siteWords } from './siteWords.ts';

/** The words of the pages that are there in more than one language. */
export interface PublicWords {
  readonly site: Translated<typeof siteWords>;
  readonly home: Translated<typeof homeWords>;
  readonly register: RegisterListWords;
  readonly how: HowWords;
  readonly callsLink: string;
  readonly catalogLink: string;
  readonly noAssurance: string;
  /** Days in words; `time` of the last one, empty where there is none. */
  readonly span: (from: string, to: string, time: string) => string;
}

/** One table for both languages. */
export const publicWords: Readonly<Record<Language, PublicWords>> = {
  ja: {
    site: siteWords,
    home: homeWords,
    register: registerWords,
    how: filingWords,
    callsLink: calendarWords.callsLink,
    catalogLink: catalogWords.link,
    noAssurance,
    span: (from, to, time) => `${from}から${to}${time === '' ? '' : `　${time}`}まで`,
  },
  en: {
    site: siteWordsInEnglish,
    home: homeWordsInEnglish,
    register: registerWordsInEnglish,
    how: howWordsInEnglish,
    catalogLink: 'Catalogue of the data (DCAT, JSON-LD)',
    callsLink: 'Add the first and the last day of the calls to your calendar (.ics)',
    noAssurance: 'Such a look is no assurance that the proposal will meet the criteria of the review.',
    span: (from, to, time) => `${from} to ${to}${time === '' ? '' : `, ${time}`}`,
  },
};
