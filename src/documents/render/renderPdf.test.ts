import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { bodyText, boxesOf, boxesOutside, lineStarts, tagsOf } from '../../../test/support/readPdf.ts';
import { everyBlock, paperOf } from '../../../test/support/samplePaper.ts';
import { wordsOf } from '../../../test/support/wordsOf.ts';
import type { Block } from '../block.ts';
import { PrintError } from './printError.ts';
import { renderCaseFile, renderPdf } from './renderPdf.ts';

const open = (pdf: Uint8Array) => getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;

describe('official papers as PDF', () => {
  test('the words of the PDF are the words of the blocks, in their order, within the margins', async () => {
    const pdf = renderPdf(everyBlock);
    expect(await bodyText(pdf)).toBe(wordsOf(everyBlock));
    expect(await boxesOutside(pdf, everyBlock)).toEqual([]);
  });

  test('PDF/A-2a: tagged, Japanese, with title, author and a bookmark for each heading', async () => {
    const document = await open(renderPdf(everyBlock));
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Title: '審査結果通知書', Author: '架空市', Language: 'ja-JP' });
    expect([metadata.get('pdfaid:part'), metadata.get('pdfaid:conformance')]).toEqual(['2', 'A']);
    expect(Object.fromEntries((await document.getMarkInfo()) as unknown as Map<string, boolean>)).toMatchObject({
      Marked: true,
    });
    expect((await document.getOutline()).map((entry: { title: string }) => entry.title)).toEqual(['１　手数料']);
  });

  test('tags name the title, the headings, the items of lists, the heads of columns and rows, and what a picture stands for', async () => {
    const pdf = renderPdf(everyBlock);
    const tags = await tagsOf(pdf);
    const count = (tag: string) => tags.filter((one) => one === tag).length;
    expect([count('H1'), count('H2')]).toEqual([1, 1]);
    expect(tags).toEqual(expect.arrayContaining(['L', 'L > LI > Lbl', 'L > LI > LBody', 'Figure: 外字']));
    expect([count('Table > THead > TR > TH'), count('Table > TBody > TR > TH'), count('Table > TR > TH')]).toEqual([
      2, 0, 4,
    ]);
    const file = Buffer.from(pdf).toString('latin1');
    expect([file.match(/\/Scope \/Column/g)?.length, file.match(/\/Scope \/Row/g)?.length]).toEqual([2, 4]);
  });

  test('PDF/A-2a: the colours have their profile, the fonts are in the file, nothing runs or leads out of it', () => {
    const file = Buffer.from(renderPdf(everyBlock)).toString('latin1');
    const wanted = ['/OutputIntents ', '/S /GTS_PDFA1', '/DestOutputProfile ', '/StructTreeRoot ', '/Lang (ja-JP)'];
    expect(wanted.filter((words) => !file.includes(words))).toEqual([]);
    const fonts = file.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(1);
    expect(file.match(/\/FontFile[23]? \d+ 0 R/g)).toHaveLength(fonts);
    expect(file.match(/\/(?:JavaScript|Launch|URI|Encrypt|EmbeddedFile)\b/g)).toBeNull();
  });

  test('no line begins with a mark that ends something', async () => {
    const words = fc.constantFrom(
      ...'架空の理由を述べる、。）」』・ー（「ァっ々12ab'.split(''),
      '（案）',
      '「例」',
      '、',
      '。',
      'とする。',
    );
    const texts = fc.array(words, { minLength: 80, maxLength: 140 }).map((parts) =>
      // A row of marks alone has no other place to break.
      parts.join('').replace(/([、。）」』・ーァっ々（「])[、。）」』・ーァっ々（「]+/g, '$1'),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const paper = paperOf({ type: 'paragraph', text }, { type: 'table', widths: [1, 4], rows: [['項目', text]] });
        const starts = await lineStarts(renderPdf(paper));
        expect(starts.length).toBeGreaterThan(4);
        expect(starts.filter((start) => /[、。）」』・ーァっ々]/.test(start) && start !== text[0])).toEqual([]);
      }),
      { numRuns: 8, seed: 20260301 },
    );
  }, 120_000);

  test('以上 stands on the page of what it ends, wherever that ends: words, a list, a table of few rows or of many', async () => {
    const lines = (count: number): Block => ({ type: 'paragraph', text: Array(count).fill('行').join('\n') });
    const rows = (count: number): Block => ({ type: 'table', widths: [1, 3], rows: Array(count).fill(['項目', '値']) });
    const items = [
      { label: '1', text: '一つ目' },
      { label: '2', text: '二つ目' },
    ];
    const ends: Readonly<Record<string, (count: number) => readonly Block[]>> = {
      paragraph: (count) => [lines(count), { type: 'paragraph', text: '最後の段落。\n二行目。' }],
      list: (count) => [lines(count), { type: 'list', items }],
      table: (count) => [lines(count), { type: 'record' }, rows(3)],
      tallTable: (count) => [lines(1), { type: 'record' }, rows(count)],
    };
    for (const [name, blocks] of Object.entries(ends)) {
      const pages = new Set<number>();
      for (let count = 32; count < 40; count += 1) {
        const pdf = renderPdf(paperOf(...blocks(count), { type: 'end' }));
        const document = await open(pdf);
        pages.add(document.numPages);
        const { items: found } = await (await document.getPage(document.numPages)).getTextContent();
        const words = found.flatMap((one) => ('str' in one && one.str.trim() !== '' ? [one.str] : []));
        expect([name, count, words[0]?.startsWith('以')]).toEqual([name, count, false]);
        expect(await boxesOutside(pdf, paperOf(...blocks(count), { type: 'end' }))).toEqual([]);
      }
      expect([name, [...pages]]).toEqual([name, [1, 2]]);
    }
  }, 120_000);

  test('facts that nobody expects are printed within the margins or refused by name', async () => {
    const facts = [
      'a'.repeat(10_000),
      `https://example.jp/${'path/'.repeat(400)}`,
      '」'.repeat(800),
      '\n\n\tあ\r\n',
      '',
      '　'.repeat(300),
    ];
    for (const text of facts) {
      const paper = paperOf(
        { type: 'title', text: text.slice(0, 300) },
        { type: 'addressee', lines: [text.slice(0, 600)] },
        {
          type: 'list',
          items: [{ label: text.slice(0, 200), text, items: [{ label: 'ア', text: text.slice(0, 400) }] }],
        },
        {
          type: 'table',
          widths: [1, 9],
          header: [text.slice(0, 200), '値'],
          rows: [[text.slice(0, 300), text.slice(0, 2_000)]],
        },
        { type: 'checks', items: Array.from({ length: 200 }, () => ({ checked: true, text: text.slice(0, 40) })) },
        { type: 'signature', party: '甲', lines: [text.slice(0, 1_000)] },
      );
      expect(await boxesOutside(renderPdf(paper), paper)).toEqual([]);
    }
    expect(await bodyText(renderPdf(paperOf({ type: 'paragraph', text: 'あ\u200Bい\uFEFFう\u202Eえ' })))).toBe(
      'あいうえ',
    );
    for (const [text, code] of [
      ['שלום', 'U+05E9'],
      ['🙂', 'U+1F642'],
    ] as const)
      expect(() => renderPdf(paperOf({ type: 'paragraph', text }))).toThrow(code);
  }, 120_000);

  test('the same facts give the same bytes', () => {
    expect(Buffer.compare(Buffer.from(renderPdf(everyBlock)), Buffer.from(renderPdf(everyBlock)))).toBe(0);
  });

  test('another process gives the same bytes', () => {
    const print = `import { everyBlock } from '${import.meta.resolve('../../../test/support/samplePaper.ts')}';
      import { renderPdf } from '${import.meta.resolve('./renderPdf.ts')}';
      process.stdout.write(Buffer.from(renderPdf(everyBlock)).toString('base64'));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', print], { encoding: 'utf8' });
    expect(printed).toBe(Buffer.from(renderPdf(everyBlock)).toString('base64'));
  });

  test('text is never markup', async () => {
    const paper = paperOf({ type: 'paragraph', text: '#panic("x") *b* $1$ @a <b> \\ // [x] `c` _d_ = e "f" {}' });
    expect(await bodyText(renderPdf(paper))).toBe(wordsOf(paper));
  });

  test('a reason of 5,000 characters flows over pages, whatever it is made of, and stays within the margins', async () => {
    const reasons = ['理由を具体的に記載する。'.repeat(420), 'a@example.jp/'.repeat(390), '」』）'.repeat(1700)];
    for (const reason of reasons) {
      const paper = paperOf({ type: 'table', widths: [1, 3], rows: [['理由', reason]] });
      const pdf = renderPdf(paper);
      expect((await open(pdf)).numPages).toBeGreaterThan(1);
      expect(await boxesOutside(pdf, paper)).toEqual([]);
      expect(await bodyText(pdf)).toBe(wordsOf(paper));
    }
  });

  test('the pages of a table that goes on repeat its header', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [`項目${index + 1}`, '値']);
    const pdf = renderPdf(paperOf({ type: 'table', widths: [1, 1], header: ['項目の名', '内容の欄'], rows }));
    const boxes = await boxesOf(pdf);
    const textOn = (page: number) => boxes.flatMap((box) => (box.page === page ? [box.text] : [])).join('');
    for (const page of [1, 2, 3]) expect(textOn(page)).toMatch(/^項目の名\s*内容の欄項目/);
  });

  test('a row that fits a page stands on one, whatever it follows, and its neighbours too', async () => {
    const long = '理由を具体的に記載する。'.repeat(60);
    for (let lines = 0; lines < 40; lines += 13) {
      const before = Array.from({ length: lines }, () => ({ type: 'paragraph', text: '一' }) as const);
      const table = {
        type: 'table',
        widths: [1, 1, 2],
        header: ['一', '二', '三'],
        rows: [['あ', 'い', long]],
      } as const;
      const boxes = await boxesOf(renderPdf(paperOf(...before, table)));
      const pages = boxes.filter(({ text }) => /理由|^あ$|^い$/.test(text)).map(({ page }) => page);
      expect(pages.length).toBeGreaterThan(10);
      expect(new Set(pages).size).toBe(1);
    }
  });

  test('the parties of a contract, their day and the words above them stay on one page', async () => {
    const closing: readonly Block[] = [
      { type: 'paragraph', text: 'この契約の成立を証するため、本書を作成する。' },
      { type: 'reference', lines: ['令和８年３月２日'] },
      { type: 'signature', party: '甲', lines: ['架空市長'] },
      { type: 'signature', party: '乙', lines: ['架空県', '架空株式会社', '見本'] },
    ];
    const spread = [];
    for (let lines = 20; lines < 44; lines += 3) {
      const before = Array.from({ length: lines }, () => ({ type: 'paragraph', text: '条' }) as const);
      const boxes = await boxesOf(renderPdf(paperOf(...before, ...closing)));
      spread.push(new Set(boxes.filter(({ text }) => /契約|令和|甲|乙|見本/.test(text)).map(({ page }) => page)).size);
    }
    expect(spread).toEqual(spread.map(() => 1));
  });

  test('a character or a variation that no font draws is an error that names it and its field', () => {
    const render = (text: string) => () =>
      renderPdf(
        paperOf(
          { type: 'addressee', lines: [`${text}　様`] },
          { type: 'table', widths: [1, 1], rows: [['氏名', text]] },
        ),
      );
    expect(render('外字\uE000')).toThrow(/宛名の「\uE000」\(U\+E000\)、「氏名」の欄の「\uE000」\(U\+E000\)/);
    expect(render('葛\u{E0102}')).toThrow(/宛名の「葛\u{E0102}」\(U\+845B U\+E0102\)/u);
    expect(render('葛\u{E0100}髙﨑𠮷ﾊﾝｶｸか\u3099')).not.toThrow();
  });

  test('any text is printed or refused by name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          renderPdf(paperOf({ type: 'paragraph', text }, { type: 'list', items: [{ label: text, text }] }));
        } catch (error) {
          expect(error).toBeInstanceOf(PrintError);
          expect(String(error)).toMatch(/U\+[0-9A-F]{4}/);
        }
      }),
      { numRuns: 150, seed: 20260210 },
    );
  });
});

describe('the papers of a case as one PDF', () => {
  const long = paperOf({ type: 'title', text: '長い書面' }, { type: 'paragraph', text: '理由を述べる。'.repeat(600) });
  const filed = [long, everyBlock, long].map((paper, index) => ({
    day: '令和８年２月10日',
    title: paper.title,
    documentNumber: `架空発第${index + 1}号`,
    digest: 'abc'.charAt(index).repeat(64),
    paper,
  }));
  const beside = [{ day: '', title: '添付書類の写し', documentNumber: '', digest: 'f'.repeat(64) }];
  const cover = paperOf({ type: 'title', text: '案件記録' });
  const pdf = renderCaseFile({ title: '一件書類', issuer: '架空市', date: '2026-03-31', cover, papers: filed, beside });

  test('REC-1: a cover, a list with the page on which each paper begins, a bookmark for each paper', async () => {
    const boxes = await boxesOf(pdf);
    const textOn = (page: number) => boxes.flatMap((box) => (box.page === page ? [box.text] : [])).join('');
    expect(textOn(1)).toContain('案件記録');
    expect(textOn(2)).toMatch(/書類目録.*架空発第1号.*a{16}.*別.*f{16}/s);
    const last = Math.max(...boxes.map(({ page }) => page));
    const begins = Array.from({ length: last - 2 }, (_, index) => index + 3).filter((page) =>
      /令和８年２月10日　?架空発第\d号/.test(textOn(page)),
    );
    expect(begins.length).toBe(3);
    const listed = [...textOn(2).matchAll(/架空発第\d号\s*(\d+)\s*[abc]{16}/g)].map(([, page]) => Number(page));
    expect(listed).toEqual(begins);
    const outline = await (await open(pdf)).getOutline();
    expect(outline.map((entry: { title: string }) => entry.title)).toEqual(
      filed.map(({ day, documentNumber, title }) => `${day}　${documentNumber}　${title}`),
    );
  });
});
