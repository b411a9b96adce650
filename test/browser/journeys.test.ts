import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { serveStage } from './serve.ts';
import { signIn } from './signIn.ts';
import { createStage, type Stage } from './stage.ts';

let browser: Browser;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stage = await createStage();
  ({ origin, close } = await serveStage(stage));
  browser = await openBrowser();
});

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await close?.();
});

const heading = () => page.locator('h1').innerText();

describe('without script', () => {
  test('a visitor finds a file from the home page by typing', async () => {
    await page.goto(origin);
    await page.getByRole('link', { name: '熊本市', exact: true }).click();
    await page.getByRole('link', { name: '個人情報ファイル簿を見る' }).click();
    await page.getByLabel('検索する言葉').fill('学童 ｼｽﾃﾑ １番');
    await page.getByLabel('提案を募集するファイル').check();
    await page.getByRole('button', { name: '検索' }).click();
    await page.getByRole('link', { name: '学童保育システム（架空）' }).click();
    expect(await heading()).toBe('学童保育システム（架空）');
    expect(await page.getByRole('table').innerText()).toContain('事務の名称の変更に合わせて');
  });

  test('a page further on keeps what was searched for', async () => {
    await page.goto(`${origin}/organs/kumamoto/register?q=${encodeURIComponent('架空')}`);
    await page.getByRole('link', { name: '2ページ' }).click();
    expect(await page.getByLabel('検索する言葉').inputValue()).toBe('架空');
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(5);
  });

  test('an official corrects an entry; the other tab is told and loses nothing', async () => {
    await signIn(page, origin, 'responsibleDivision');
    const address = `${origin}/organs/kumamoto/staff/register/file-1000/correct`;
    const other = await context.newPage();
    await page.goto(address);
    await other.goto(address);
    await page.getByLabel('記録範囲').fill('先に直した範囲');
    await page.getByLabel('修正の理由').fill('範囲の表現を改めたため');
    await page.getByRole('button', { name: '修正を保存する' }).click();
    expect(await page.getByRole('heading', { name: '修正を保存しました' }).count()).toBe(1);
    await other.getByLabel('記録範囲').fill('後から直した範囲');
    await other.getByLabel('修正の理由').fill('こちらも改めたため');
    await other.getByRole('button', { name: '修正を保存する' }).click();
    expect(await other.getByText('先に別の修正が行われています').count()).toBe(1);
    expect(await other.getByLabel('記録範囲').inputValue()).toBe('後から直した範囲');
    expect(await other.getByText('現在の内容：先に直した範囲').count()).toBe(1);
    await other.getByRole('button', { name: '修正を保存する' }).click();
    await other.getByRole('link', { name: '公開のページを見る' }).click();
    expect(await other.locator('main').innerText()).toContain('後から直した範囲');
  });

  test('sending the same form again by going back does nothing twice', async () => {
    await signIn(page, origin, 'centralDesk');
    await page.goto(`${origin}/organs/kumamoto/staff/register/file-1001/correct`);
    await page.getByLabel('備考').fill('一度だけ加えた備考');
    await page.getByLabel('修正の理由').fill('備考を加えたため');
    await page.getByRole('button', { name: '修正を保存する' }).dblclick();
    await page.waitForURL('**/correct?saved=1');
    await page.goto(`${origin}/organs/kumamoto/register/file-1001`);
    expect(await page.getByRole('table').getByText('備考を加えたため').count()).toBe(1);
  });

  test('the administrator moves the clock and sees it on the page', async () => {
    await signIn(page, origin, 'administrator');
    await page.getByRole('link', { name: '管理', exact: true }).click();
    await page.getByLabel('日付', { exact: true }).fill('2026-01-09');
    await page.getByLabel('時刻', { exact: true }).fill('16:59');
    await page.getByRole('button', { name: '時刻を変更する' }).click();
    expect(await page.getByRole('complementary').innerText()).toContain('令和8年（2026年）1月9日（金）16時59分');
  });
});

describe('by keyboard alone', () => {
  test('the first stop is the way to the content, the focus is seen, and signing in and out needs no mouse', async () => {
    await page.goto(`${origin}/organs/kumamoto/sign-in`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('本文へ移動');
    expect((await page.locator(':focus').boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    for (const _ of ['トップ', '熊本市', 'ログインID']) await page.keyboard.press('Tab');
    await page.keyboard.type('auditor');
    await page.keyboard.press('Tab');
    await page.keyboard.type('demonstration-2026');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/staff');
    expect(await heading()).toBe('職員用ページ');
    await page.getByRole('button', { name: 'ログアウト' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/organs/kumamoto');
    expect(await page.getByRole('link', { name: 'ログイン', exact: true }).count()).toBe(1);
  });
});
