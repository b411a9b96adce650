import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../src/web/routes/routes.ts';
import { openBrowser } from './browser.ts';
import { type PageState, pageStates } from './pages.ts';
import { type Stages, serveStages } from './stages.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs in the page. */
const measures = `({
  width: document.documentElement.scrollWidth,
  headings: document.querySelectorAll('h1').length,
  scripts: document.querySelectorAll('script, [style], [onclick]').length,
  small: [...document.querySelectorAll('button, input:not([type=hidden]), select, .button')]
    .map((element) => element.closest('label') ?? element)
    .filter((element) => element.getBoundingClientRect().height < 44)
    .map((element) => element.outerHTML),
})`;

let browser: Browser;
let stages: Stages;

beforeAll(async () => {
  stages = await serveStages();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await stages?.close();
});

/** Opens a page in its state and gives it to the check; nothing may have been asked of another place. */
async function visit(state: PageState, check: (page: Page, status: number) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const [origin, token] = [stages.originOf(state), await stages.tokenOf(state)];
  if (token) await context.addCookies([{ name: 'session', value: token, url: origin }]);
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => request.url().startsWith(origin) || elsewhere.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const answer = await page.goto(origin + state.path);
  await check(page, answer?.status() ?? 0);
  expect(elsewhere).toEqual([]);
  expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  await context.close();
}

test('every page of the table is looked at in at least one state', () => {
  const shown = routes.filter(({ method, path }) => method === 'GET' && !path.endsWith('.ics'));
  const pages = shown.map(({ path }) => path);
  const shapes = pages.map((path) => new RegExp(`^${path.replaceAll(/:\w+/g, '[\\w-]+')}(\\?.*)?$`));
  expect(pages.filter((_, at) => !pageStates.some(({ path }) => shapes[at]?.test(path)))).toEqual([]);
  expect(pageStates.length).toBeGreaterThan(70);
});

test.each(pageStates)('$name: axe finds nothing; fits 320 px; one h1; targets large enough; no script', (state) =>
  visit(state, async (page, status) => {
    expect(status).toBe(state.status ?? 200);
    // The pages have no frames: without the mode for them no second page is opened to gather what was found.
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
    await page.setViewportSize({ width: 320, height: 900 });
    const found = await page.evaluate(measures);
    expect(found).toEqual({ width: 320, headings: 1, scripts: 0, small: [] });
  }),
);
