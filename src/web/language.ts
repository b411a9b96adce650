import type { Language } from '../messages/language.ts';

/** Addresses that are there in both languages, as they are in Japanese. */
const translated = /^\/(organs\/[\w-]+(\/(register|how-to-propose))?)?$/;

/** The language of an address: English stands below `/en`. */
export const languageOf = (path: string): Language => (path === '/en' || path.startsWith('/en/') ? 'en' : 'ja');

/** A Japanese address in a language; in Japanese where the page is in no other. */
export const pathIn = (language: Language, path: string): string => {
  if (language === 'ja' || !translated.test(path)) return path;
  return path === '/' ? '/en' : `/en${path}`;
};

/** The same page in the other language, by its address; null where there is none. */
export function otherLanguageOf(path: string): { readonly language: Language; readonly path: string } | null {
  if (languageOf(path) === 'en') return { language: 'ja', path: path.slice('/en'.length) || '/' };
  return translated.test(path) ? { language: 'en', path: pathIn('en', path) } : null;
}
