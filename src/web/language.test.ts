import { expect, test } from 'vitest';
import { createStage } from '../../test/browser/stage.ts';
import { dayInEnglish } from '../messages/english/dayInEnglish.ts';
import { languageOf, otherLanguageOf, pathIn } from './language.ts';
import { routes } from './routes/routes.ts';

const origin = 'http://localhost';
const stage = await createStage();
const online = await createStage({ more: 0, isOnline: true, now: '2026-01-05T09:00' });
const organs = stage.parts.rules.organs;
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const voids = ['meta', 'link', 'input', 'br', 'hr', 'img'];

/** Every text and label of a page with the language that it is said to be in. */
function textsOf(html: string): readonly (readonly [language: string, text: string])[] {
  const found: (readonly [string, string])[] = [];
  const open: string[] = [];
  for (const [, closes, tag = '', attributes = '', text] of html.matchAll(/<(\/?)([\w-]+)([^>]*)>|([^<]+)/g)) {
    const here = open.at(-1) ?? '';
    if (text !== undefined) found.push([here, text.trim()]);
    else if (closes) open.pop();
    else {
      const own = / lang="(\w+)"/.exec(attributes)?.[1] ?? here;
      const label = / aria-label="([^"]*)"/.exec(attributes)?.[1];
      if (label) found.push([own, label]);
      if (!voids.includes(tag.toLowerCase())) open.push(own);
    }
  }
  return found.filter(([, said]) => said !== '' && !said.startsWith('!DOCTYPE'));
}

const pages = [
  '/',
  ...organs.flatMap((organ) => ['', '/register', '/how-to-propose'].map((at) => `/organs/${organ}${at}`)),
];

test('every public page of the way in is there in English, and nothing Japanese on it is called English', async () => {
  for (const { web } of [stage, online])
    for (const path of pages) {
      const answer = await web.request(`${origin}${pathIn('en', path)}`);
      const html = await answer.text();
      expect([path, answer.status, /^<!DOCTYPE html><html lang="(\w+)"/.exec(html)?.[1]]).toEqual([path, 200, 'en']);
      const texts = textsOf(html);
      expect(texts.length).toBeGreaterThan(20);
      expect([path, texts.filter(([language, text]) => language !== 'ja' && japanese.test(text))]).toEqual([path, []]);
    }
});

test('a page leads to itself in the other language, and one that is in Japanese alone says nothing of another', async () => {
  const linkOf = async (path: string) => {
    const html = await (await stage.web.request(`${origin}${path}`)).text();
    return /<a href="([^"]*)" lang="(\w+)" hreflang/.exec(html)?.slice(1, 3);
  };
  for (const path of pages) {
    expect(await linkOf(path)).toEqual([pathIn('en', path), 'en']);
    expect(await linkOf(pathIn('en', path))).toEqual([path, 'ja']);
  }
  for (const path of ['/organs/kumamoto/forms', '/organs/kumamoto/register/file-0001', '/organs/kumamoto/sign-in'])
    expect(await linkOf(path)).toBeUndefined();
});

test('what has an English address is what can be asked for below /en', () => {
  const paths = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  for (const path of paths
    .map((one) => one.replaceAll(/:\w+/g, 'kumamoto'))
    .filter((one) => languageOf(one) === 'ja')) {
    const other = otherLanguageOf(path);
    const isThere = paths.some((one) => one.replaceAll(/:\w+/g, 'kumamoto') === (path === '/' ? '/en' : `/en${path}`));
    expect([path, other?.path ?? null]).toEqual([path, isThere ? pathIn('en', path) : null]);
  }
});

test('a day in English has its weekday and both years, as the calendar of the machine counts them', () => {
  expect(dayInEnglish('2019-05-01')).toBe('Wednesday, 1 May 2019 (Reiwa 1)');
  expect(dayInEnglish('2019-04-30')).toBe('Tuesday, 30 April 2019 (Heisei 31)');
  const parts = new Intl.DateTimeFormat('en-GB-u-ca-japanese', { year: 'numeric', era: 'long', timeZone: 'UTC' });
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
  for (let at = 0; at < 400; at += 1) {
    const moment = new Date(Date.UTC(1926, 11, 25) + at * 91 * 86_400_000);
    const [era, year] = ['era', 'year'].map(
      (type) => parts.formatToParts(moment).find((part) => part.type === type)?.value,
    );
    const expected = `${words.format(moment).replace(/^(\w+),? /, '$1, ')} (${era?.replace('ō', 'o')} ${year})`;
    expect(dayInEnglish(moment.toISOString().slice(0, 10))).toBe(expected.replace('Shōwa', 'Showa'));
  }
});
