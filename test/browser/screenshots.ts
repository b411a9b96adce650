// Writes a picture of every page in every state, narrow and wide, into a folder, for people to look at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type PageState, pageStates } from './pages.ts';
import { serveStages } from './stages.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../.tokumei/screenshots');
/** The height of the longest picture; what follows below is more of the same. */
const longest = 2400;
const only = process.argv[3];
mkdirSync(folder, { recursive: true });
const stages = await serveStages();
const browser = await openBrowser();

async function picture(context: BrowserContext, state: PageState, width: number): Promise<void> {
  const [origin, token] = [stages.originOf(state), await stages.tokenOf(state)];
  if (token) await context.addCookies([{ name: 'session', value: token, url: origin }]);
  const page = await context.newPage();
  await page.goto(origin + state.path);
  const height = Math.min(longest, await page.evaluate<number>('document.documentElement.scrollHeight'));
  const clip = { x: 0, y: 0, width, height };
  await page.screenshot({ path: join(folder, `${state.name}-${width}.png`), fullPage: true, clip });
}

for (const width of [320, 1280])
  for (const state of pageStates) {
    if (only && !state.name.match(only)) continue;
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ja-JP' });
    await picture(context, state, width);
    await context.close();
  }
await browser.close();
await stages.close();
console.log(`${folder} に ${pageStates.length} 画面を2つの幅で書きました`);
