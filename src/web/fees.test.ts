import { expect, test } from 'vitest';
import { createTestWeb } from '../../test/support/webOf.ts';

const { send, parts } = createTestWeb();
await parts.clock.setProcedure('2026-03-02T10:00');

async function ask(organ: string, query: Readonly<Record<string, string>> = {}) {
  const answer = await send(`/organs/${organ}/fees?${new URLSearchParams(query)}`, '');
  const html = await answer.text();
  return { status: answer.status, html, text: html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') };
}

/** By hand, from the amounts that the organs' texts give. */
const worked: readonly (readonly [
  organ: string,
  query: Readonly<Record<string, string>>,
  total: string,
  step: string,
])[] = [
  // 721 minutes are 13 started hours: 21,000 + 13 x 3,950.
  ['yokohama', { kind: 'new', minutes: '721' }, '72,350円', '13時間 × 3,950円 = 51,350円'],
  ['yokohama', { kind: 'new', minutes: '７２０' }, '68,400円', '12時間 × 3,950円 = 47,400円'],
  ['hokkaido-university', { kind: 'new', minutes: '60', outsourcing: '1,234,567' }, '1,259,517円', '1,234,567円'],
  // (11 x 3,950 + 30,001) / 2 = 36,725.5, cut off, + 21,000.
  ['aomori-police', { kind: 'new', minutes: '615', outsourcing: '30001', identical: '2' }, '57,725円', '36,725円'],
  ['ichikawa', { kind: 'new', persons: '' }, '21,000円', '基本額 21,000円'],
  ['ichikawa', { kind: 'new', persons: '10000' }, '31,000円', '10,000人 × 1円 = 10,000円'],
  ['aomori-police', { kind: 'createdByOther', first: '72350' }, '72,350円', '同一の額 72,350円'],
  ['yokohama', { kind: 'createdByHolder' }, '12,600円', '定額 12,600円'],
  ['ichikawa', { kind: 'createdByHolder' }, '21,000円', '定額 21,000円'],
];

test.each(worked)('FEE-01 to FEE-08: %s, %o costs %s, and the page shows how', async (organ, query, total, step) => {
  const { status, text } = await ask(organ, query);
  expect(status).toBe(200);
  expect(text).toContain(`合計 ${total}`);
  expect(text).toContain(step);
  expect(text).toMatch(/根拠：\S/);
});

test('the table says every provision on fees with where it stands; an organ without an amount has no calculator', async () => {
  const aomori = await ask('aomori-police');
  expect(aomori.text).toMatch(/21,000円に、作成に要する時間1時間までごとに3,950円[^第]*第８-1\(2\)/);
  expect(aomori.text).toContain('収入証紙 第８-2(1)ア');
  expect((await ask('ichikawa')).text).toContain('本人の延べ数1人につき1円を加えた額 24条の13(1)');
  expect((await ask('yokohama')).html).not.toContain('同一の提案');
  const kumamoto = await ask('kumamoto', { kind: 'new', minutes: '60' });
  expect([kumamoto.status, kumamoto.html.includes('<form class="form"')]).toEqual([200, false]);
  expect(kumamoto.text).toContain('手数料の額の定めがありません');
});

test('what is no number is refused in its field, and stays as it was typed', async () => {
  for (const typed of ['', 'x', '-1', '1.5', '十', '99999999999999', '<b>'])
    for (const [name, organ, kind] of [
      ['minutes', 'aomori-police', 'new'],
      ['first', 'ichikawa', 'createdByOther'],
    ] as const) {
      const { status, html } = await ask(organ, { kind, [name]: typed });
      expect([typed, status, html.includes('以下の整数を、数字だけで')]).toEqual([typed, 400, true]);
      expect(html).toContain(`value="${typed.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`);
      expect(html).not.toContain('見積りの結果');
    }
  expect((await ask('aomori-police', { kind: 'new', minutes: '60', identical: '0' })).status).toBe(400);
});
