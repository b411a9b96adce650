import { expect, test } from 'vitest';
import { htmlText } from '../../../test/support/readHtml.ts';
import { everyBlock, paperOf } from '../../../test/support/samplePaper.ts';
import { solid, wordsOf } from '../../../test/support/wordsOf.ts';
import { renderHtml } from './renderHtml.ts';

test('the words of the HTML are the words of the blocks', () => {
  expect(solid(htmlText(renderHtml(everyBlock))).replace('〓', '')).toBe(wordsOf(everyBlock));
});

test('the HTML has no script, no style and no address, and text is never markup', () => {
  const text = '<script>alert(1)</script><img src=x onerror="y"> & \' " style="x"';
  const html = renderHtml(paperOf({ type: 'paragraph', text }, { type: 'title', text }));
  expect(html).not.toMatch(/<script|<img|<style|<[^>]* (style|src|href|on\w+)=/);
  expect(htmlText(html)).toBe(text.repeat(2));
  expect(renderHtml(everyBlock)).not.toMatch(/<script|<style|<[^>]* (style|src|href|on\w+)=/);
});

test('tables have heads and scopes, merged cells their spans', () => {
  const html = renderHtml(everyBlock);
  expect(html).toContain('<thead><tr><th scope="col">項目</th>');
  expect(html).toContain('<th scope="row" rowspan="2">提案の内容</th>');
  expect(html).toContain('<th scope="row" colspan="2">備考欄</th>');
});
