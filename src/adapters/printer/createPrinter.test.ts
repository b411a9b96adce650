import { afterAll, describe, expect, test } from 'vitest';
import { everyBlock, paperOf } from '../../../test/support/samplePaper.ts';
import { renderPdf } from '../../documents/render/renderPdf.ts';
import { renderWord } from '../../documents/render/word/renderWord.ts';
import { createPrinter } from './createPrinter.ts';
import { printerOf } from './printerOf.ts';

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;

describe('printing in a thread of its own', () => {
  const printer = createPrinter();
  afterAll(() => printer.stop());

  test('gives the bytes that the renderers give', async () => {
    const [pdf, word] = await Promise.all([printer.pdf(everyBlock), printer.word(everyBlock)]);
    expect([same(pdf, renderPdf(everyBlock)), same(word, await renderWord(everyBlock))]).toEqual([true, true]);
  });

  test('the thread that answers requests goes on meanwhile', async () => {
    const long = paperOf({ type: 'paragraph', text: '理由を具体的に記載する。'.repeat(2_000) });
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await printer.pdf(long);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });

  test('a paper that can’t be printed is an error in words, and the next one is printed', async () => {
    await expect(printer.pdf(paperOf({ type: 'addressee', lines: ['葛\u{E0102}'] }))).rejects.toThrow(/宛名の/);
    expect((await printer.pdf(paperOf({ type: 'record' }))).byteLength).toBeGreaterThan(1_000);
  });
});

describe('what was printed', () => {
  test('is given out again for the same facts, an error never', async () => {
    let printed = 0;
    const printer = printerOf(async ({ what }) => {
      printed += 1;
      if (what === 'word') throw new Error('out of paper');
      return new Uint8Array(10);
    });
    await printer.pdf(everyBlock);
    await printer.pdf(everyBlock);
    await printer.pdf(paperOf({ type: 'record' }));
    for (let times = 0; times < 2; times += 1) await expect(printer.word(everyBlock)).rejects.toThrow('out of paper');
    expect(printed).toBe(4);
  });

  test('is forgotten, oldest first, when there is no room', async () => {
    let printed = 0;
    const printer = printerOf(async () => {
      printed += 1;
      return new Uint8Array(12 * 1024 * 1024);
    });
    const papers = ['一', '二', '三'].map((text) => paperOf({ type: 'paragraph', text }));
    for (const paper of papers) await printer.pdf(paper);
    await printer.pdf(papers[2]!);
    await printer.pdf(papers[0]!);
    expect(printed).toBe(4);
  });
});
