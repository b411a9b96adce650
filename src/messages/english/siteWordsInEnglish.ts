import type { Translated } from '../language.ts';
import type { siteWords } from '../siteWords.ts';

/** Words that stand on every page, in English. */
export const siteWordsInEnglish: Translated<typeof siteWords> = {
  name: 'Anonymized Personal Information: Calls for Proposals and Provision',
  skip: 'Skip to main content',
  home: 'Home',
  toHome: 'To the home page',
  breadcrumb: 'You are here',
  organMenu: 'Menu of this organ',
  demonstrationLabel: 'Demonstration notice',
  demonstration: 'Demonstration: all cases and people are fictitious',
  demonstrationNow: (when) => `Time of the procedure: ${when}`,
  organHome: 'Organ home',
  register: 'Register of personal information files',
  calls: 'Calls for proposals',
  contact: 'Contact',
  staff: 'Staff pages (in Japanese)',
  signIn: 'Sign in (in Japanese)',
  signOut: 'Sign out',
  signedInAs: (name) => name,
  footerApi: 'How to use the open data (OpenAPI)',
  footerNote: 'This system works without connecting to any other site.',
  notSet: 'Not set',
  needed: 'Required',
  otherLanguage: '日本語',
  reference: 'This English page is for reference. Where it differs from the Japanese page, the Japanese page applies.',
};
