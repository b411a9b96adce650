import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { Block, OfficialDocument } from '../block.ts';
import { PrintError, renderPdf } from './renderPdf.ts';
import { renderText } from './renderText.ts';

const paper = (...blocks: readonly Block[]): OfficialDocument => ({
  kind: 'resultNotice',
  title: '審査結果通知書',
  issuer: '架空市',
  date: '2026-02-10',
  blocks,
});

const solid = (text: string) => text.normalize('NFKC').replace(/[\s|]/g, '');

async function open(pdf: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  return { document, pages };
}

async function bodyText(pdf: Uint8Array): Promise<string> {
  const { pages } = await open(pdf);
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const text = contents.map((content) => content.items.map((item) => ('str' in item ? item.str : '')).join(''));
  return text.map((page, index) => page.replace(new RegExp(`${index + 1} / ${text.length}$`), '')).join('');
}

const sample = paper(
  { type: 'formNumber', text: '別記様式第９（第59条関係）' },
  { type: 'reference', lines: ['架空発第１号', '令和８年２月10日'] },
  { type: 'addressee', lines: ['架空株式会社', '代表取締役　見本　𠮷﨑　様'] },
  { type: 'sender', lines: ['架空市長'], seal: false },
  { type: 'title', text: '審査結果通知書' },
  { type: 'paragraph', text: '次のとおり通知します。' },
  { type: 'record' },
  { type: 'heading', text: '１　手数料' },
  { type: 'list', items: [{ label: '(1)', text: '一', items: [{ label: 'ア', text: '二' }] }] },
  { type: 'table', widths: [1, 2], header: ['項目', '額'], rows: [['手数料', '72,350円']] },
  { type: 'end' },
);

describe('official papers as PDF', () => {
  test('the words of the PDF are the words of the blocks, in their order', async () => {
    expect(solid(await bodyText(renderPdf(sample)))).toBe(solid(renderText(sample)));
  });

  test('PDF/A-2a: tagged, Japanese, with title, author and a bookmark for each heading', async () => {
    const { document } = await open(renderPdf(sample));
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Title: '審査結果通知書', Author: '架空市', Language: 'ja-JP' });
    expect([metadata.get('pdfaid:part'), metadata.get('pdfaid:conformance')]).toEqual(['2', 'A']);
    expect(Object.fromEntries((await document.getMarkInfo()) as unknown as Map<string, boolean>)).toMatchObject({
      Marked: true,
    });
    expect((await document.getOutline()).map((entry: { title: string }) => entry.title)).toEqual(['１　手数料']);
  });

  test('the same facts give the same bytes', () => {
    expect(Buffer.compare(Buffer.from(renderPdf(sample)), Buffer.from(renderPdf(sample)))).toBe(0);
  });

  test('text is never markup', async () => {
    const text = '#panic("x") *b* $1$ @a <b> \\ // [x] `c` _d_ = e "f" {}';
    const pdf = renderPdf(paper({ type: 'paragraph', text }));
    expect(solid(await bodyText(pdf))).toBe(solid(text));
  });

  test('a long reason flows over pages and stays within the margins', async () => {
    const reason = '理由を具体的に記載する。'.repeat(420);
    const { pages } = await open(renderPdf(paper({ type: 'table', widths: [1, 3], rows: [['理由', reason]] })));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const { items } = await page.getTextContent();
      const edges = items.flatMap((item) => ('str' in item ? [item.transform[4], item.transform[4] + item.width] : []));
      expect(Math.min(...edges)).toBeGreaterThanOrEqual(70);
      expect(Math.max(...edges)).toBeLessThanOrEqual(595.3 - 62 + 1);
    }
  });

  test('a character or a variation that no font draws is an error that names it, never a blank or another form', () => {
    const render = (text: string) => () => renderPdf(paper({ type: 'paragraph', text }));
    expect(render('外字\uE000')).toThrow(/U\+E000/);
    expect(render('葛\u{E0102}')).toThrow(/U\+845B U\+E0102/);
    expect(render('葛\u{E0100}髙﨑𠮷ﾊﾝｶｸ')).not.toThrow();
  });

  test('any text is printed or refused by name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          renderPdf(paper({ type: 'paragraph', text }, { type: 'list', items: [{ label: text, text }] }));
        } catch (error) {
          expect(error).toBeInstanceOf(PrintError);
          expect(String(error)).toMatch(/U\+[0-9A-F]{4}/);
        }
      }),
      { numRuns: 150, seed: 20260210 },
    );
  });
});
