import type { filingWords } from '../filingWords.ts';
import type { Translated } from '../language.ts';

/** The words of how a proposal is made at an organ. */
export type HowWords = Translated<
  Pick<
    typeof filingWords,
    | 'openGuideline'
    | 'howTitle'
    | 'howOpen'
    | 'howOnline'
    | 'howOnlineText'
    | 'howOnlineUnset'
    | 'howPaper'
    | 'howPaperText'
    | 'howUnknown'
    | 'howWhere'
    | 'howUntil'
    | 'howUntilNone'
    | 'howForms'
    | 'howConsult'
    | 'howConsultYes'
    | 'howConsultAsk'
    | 'toOwn'
  >
>;

/** How a proposal is made at an organ, in English. */
export const howWordsInEnglish: HowWords = {
  openGuideline: 'Guideline of the call, in Japanese',
  howTitle: 'How to propose',
  howOpen: 'How to propose',
  howOnline: 'This organ takes proposals online.',
  howOnlineText: 'After signing in you can write a proposal, save it as you go, and send it by the deadline.',
  howOnlineUnset:
    'The time of day until which proposals are taken online is not set yet, so that nothing can be sent. Please ask the desk.',
  howPaper: 'This organ takes proposals on paper.',
  howPaperText: 'Proposals are not taken online. Fill in the forms and hand them in as follows.',
  howUnknown: 'This organ has not settled yet how proposals are handed in. Please ask the desk.',
  howWhere: 'Where and how',
  howUntil: 'Period',
  howUntilNone: 'No call is open now.',
  howForms: 'Forms (in Japanese)',
  howConsult: 'Before you propose',
  howConsultYes: 'The desk will look at a draft of your papers before you hand them in.',
  howConsultAsk: 'Please ask the desk how the papers are written.',
  toOwn: 'Open the pages for proposers (in Japanese)',
};
