// Writes a picture of every page in every state, narrow and wide, into a folder, for people to look at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type PageState, pageStates } from './pages.ts';
import { serveStage } from './serve.ts';
import { signIn } from './signIn.ts';
import { createStage } from './stage.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../.tokumei/screenshots');
/** The height of the longest picture; what follows below is more of the same. */
const longest = 2400;
const only = process.argv[3];
mkdirSync(folder, { recursive: true });
const { origin, close } = await serveStage(await createStage());
const browser = await openBrowser();

async function picture(context: BrowserContext, { name, path, as }: PageState, width: number): Promise<void> {
  const page = await context.newPage();
  if (as) await signIn(page, origin, as);
  await page.goto(origin + path);
  const height = Math.min(longest, await page.evaluate('document.documentElement.scrollHeight'));
  const clip = { x: 0, y: 0, width, height };
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, clip });
  await page.close();
}

for (const width of [320, 1280])
  for (const state of pageStates) {
    if (only && !state.name.match(only)) continue;
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ja-JP' });
    await picture(context, state, width);
    await context.close();
  }
await browser.close();
await close();
console.log(`${folder} に ${pageStates.length} 画面を2つの幅で書きました`);
