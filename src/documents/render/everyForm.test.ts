import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyForm, organs, randomPaper } from '../../../test/support/randomPapers.ts';
import { htmlText } from '../../../test/support/readHtml.ts';
import { bodyText, boxesOutside, pagesOf } from '../../../test/support/readPdf.ts';
import { misplaced, parseXml, partsOf, withoutDeclaration } from '../../../test/support/readWord.ts';
import { solid, wordsOf } from '../../../test/support/wordsOf.ts';
import { renderHtml } from './renderHtml.ts';
import { renderPdf } from './renderPdf.ts';
import { renderText } from './renderText.ts';
import { renderWord } from './word/renderWord.ts';

const forms = everyForm();
const sorted = (text: string) => [...text].toSorted().join('');

describe('every form of every organ', () => {
  test('is looked at', () => {
    expect(forms.length).toBeGreaterThan(150);
  });

  test.each(organs)('%s: the words of the PDF are those of the blocks, and lie within the margins', async (organ) => {
    for (const { name, paper } of forms.filter((form) => form.name.startsWith(`${organ}/`))) {
      const pdf = renderPdf(paper);
      const [printed, wanted] = [await bodyText(pdf), wordsOf(paper)];
      // A row that goes on behind the end of a page is read page by page: its words are the same, in another order.
      const isOnePage = (await pagesOf(pdf)) === 1;
      expect({ name, words: isOnePage ? printed : sorted(printed) }).toEqual({
        name,
        words: isOnePage ? wanted : sorted(wanted),
      });
      expect({ name, outside: await boxesOutside(pdf, paper) }).toEqual({ name, outside: [] });
    }
  });

  test('says the same as HTML and as plain text', () => {
    for (const { name, paper } of forms) {
      const words = wordsOf(paper);
      expect({ name, words: solid(htmlText(renderHtml(paper))) }).toEqual({ name, words });
      const text = solid(renderText(paper)).replace(/[|［］[\]]/g, '');
      expect({ name, words: text }).toEqual({ name, words: words.replace(/[|［］[\]]/g, '') });
    }
  });

  test('is a Word file in the order of the schema', async () => {
    for (const { name, paper } of forms.filter((form) => form.name.startsWith('aomori-police/'))) {
      const document = partsOf(await renderWord(paper)).get('word/document.xml') ?? '';
      expect({ name, misplaced: misplaced(parseXml(withoutDeclaration(document))) }).toEqual({ name, misplaced: [] });
    }
  });
});

test('300 papers with facts as people write them are printed, and nothing passes the margins', async () => {
  await fc.assert(
    fc.asyncProperty(randomPaper(forms), async ({ paper }) => {
      expect(await boxesOutside(renderPdf(paper), paper)).toEqual([]);
    }),
    { numRuns: 300, seed: 20260401, endOnFailure: true },
  );
}, 300_000);
