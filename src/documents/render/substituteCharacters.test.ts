import { describe, expect, test } from 'vitest';
import { bodyText, bookmarksOf } from '../../../test/support/readPdf.ts';
import { partsOf } from '../../../test/support/readWord.ts';
import { paperOf, redPixel } from '../../../test/support/samplePaper.ts';
import { wordsOf } from '../../../test/support/wordsOf.ts';
import { missingCharacters } from './missingCharacters.ts';
import { renderHtml } from './renderHtml.ts';
import { renderPdf } from './renderPdf.ts';
import { substituteCharacters } from './substituteCharacters.ts';
import { renderWord } from './word/renderWord.ts';

const name = '葛\u{E0102}城\uE000';
const paper = paperOf(
  { type: 'title', text: '通知書' },
  { type: 'addressee', lines: [[{ type: 'ruby', base: name, reading: 'かつらぎ' }, '　様']] },
  { type: 'table', widths: [1, 3], rows: [['氏名', name]] },
);

describe('characters that no font has', () => {
  test('each is named with its code points once for each field', () => {
    expect(missingCharacters(paper)).toEqual(
      ['宛名', '「氏名」の欄'].flatMap((field) => [
        { character: '葛\u{E0102}', codes: 'U+845B U+E0102', field },
        { character: '\uE000', codes: 'U+E000', field },
      ]),
    );
  });

  test('other characters or a picture stand in their place once an official has given them', async () => {
    const plain = paperOf({ type: 'addressee', lines: [`${name}　様`] });
    const printed = substituteCharacters(plain, [
      { character: '葛\u{E0102}', text: '葛\u{E0100}' },
      { character: '\uE000', png: redPixel },
    ]);
    expect(missingCharacters(printed)).toEqual([]);
    expect(await bodyText(renderPdf(printed))).toBe('葛\u{E0100}城様');
    expect((await renderWord(printed)).byteLength).toBeGreaterThan(1_000);
  });

  test('a picture stands in titles, headings, labels, heads of tables and names with a reading as well', async () => {
    const everywhere = paperOf(
      { type: 'title', text: `${name}の通知` },
      { type: 'heading', text: `第１条（${name}）` },
      { type: 'formNumber', text: name },
      { type: 'redNote', text: name },
      { type: 'stampBox', label: name },
      { type: 'list', items: [{ label: name, text: '一' }] },
      { type: 'table', widths: [1, 1], header: [name, '値'], rows: [['一', '二']] },
      { type: 'signature', party: name, lines: [[{ type: 'ruby', base: name, reading: 'かつらぎ' }]] },
    );
    const printed = substituteCharacters(everywhere, [
      { character: '葛\u{E0102}', png: redPixel },
      { character: '\uE000', png: redPixel },
    ]);
    expect(missingCharacters(printed)).toEqual([]);
    expect(await bodyText(renderPdf(printed))).toBe(
      wordsOf(
        paperOf(
          ...everywhere.blocks.toSpliced(-1, 1, { type: 'signature', party: name, lines: [`${name}（かつらぎ）`] }),
        ),
      )
        .replaceAll('葛\u{E0102}', '')
        .replaceAll('\uE000', ''),
    );
    expect(renderHtml(printed)).toContain('<h3 class="paper-title"><span class="glyph" role="img"');
    const word = partsOf(await renderWord(printed)).get('word/document.xml') ?? '';
    expect(word.match(/<pic:pic /g)).toHaveLength(18);
    expect(missingCharacters(everywhere).map(({ field }) => field)).toContain('表の見出し');
  });

  test('a bookmark has the character that a picture stands for', async () => {
    const heading = paperOf({ type: 'heading', text: `第１条（${name}）` });
    const printed = substituteCharacters(heading, [
      { character: '葛\u{E0102}', png: redPixel },
      { character: '\uE000', png: redPixel },
    ]);
    expect(await bookmarksOf(renderPdf(printed))).toEqual([`第１条（${name}）`]);
  });

  test('a base form that stands by itself is left alone', () => {
    const both = paperOf({ type: 'paragraph', text: '葛飾区の葛\u{E0102}城' });
    const printed = substituteCharacters(both, [{ character: '葛\u{E0102}', text: '葛\u{E0100}' }]);
    expect(printed.blocks).toEqual([{ type: 'paragraph', text: ['葛飾区の葛\u{E0100}城'] }]);
  });
});
