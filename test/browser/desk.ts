import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Role } from '../../src/core/role.ts';
import { kumamoto, password, type Stage } from './stage.ts';

const organ = '/organs/kumamoto';
const axeRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A value of a control: text, the value of the answer that is chosen, or a file. */
export type Entry = string | { readonly name: string; readonly content: string | Uint8Array };

/** The work of Kumamoto's people in a browser, each at a desk of their own. */
export interface Desk {
  page(role: Role | string): Promise<Page>;
  /** Opens an address below the organ. */
  open(role: Role | string, path: string): Promise<Page>;
  /** Sets the clock of the demonstration on the administrator's page. */
  at(moment: string): Promise<void>;
  /** The form of a command, filled in and sent; what came back. */
  send(role: Role | string, path: string, fields: Readonly<Record<string, Entry>>): Promise<Page>;
  /** As `send`, through the last look where there is one; then sent a second time, which must do nothing. */
  does(role: Role | string, path: string, fields: Readonly<Record<string, Entry>>): Promise<Page>;
  /** As `send`; the words must be shown, and nothing may have happened. */
  refuses(
    role: Role | string,
    path: string,
    fields: Readonly<Record<string, Entry>>,
    words: readonly string[],
  ): Promise<Page>;
  /** axe, one heading, no script, nothing wider than the page. */
  isSound(page: Page): Promise<void>;
  close(): Promise<void>;
}

export function createDesk(browser: Browser, stage: Stage, origin: string): Desk {
  const pages = new Map<string, Page>();
  /** What each page sent last, without its files. */
  const pressed = new Map<Page, { readonly address: string; readonly fields: string }>();
  const page = async (role: string): Promise<Page> => {
    const known = pages.get(role);
    if (known) return known;
    const answer = await stage.parts.identity.signIn(kumamoto, role.toLowerCase(), password);
    if (answer.outcome !== 'signedIn') throw new Error(`${role} cannot sign in`);
    const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ name: 'session', value: answer.token, url: origin }]);
    const opened = await context.newPage();
    opened.setDefaultTimeout(20_000);
    pages.set(role, opened);
    return opened;
  };
  const open = async (role: string, path: string) => {
    const shown = await page(role);
    await shown.goto(`${origin}${organ}${path}`);
    return shown;
  };
  const send = async (role: string, path: string, fields: Readonly<Record<string, Entry>>) => {
    const shown = await open(role, path);
    await enterAll(shown, fields);
    await press(shown);
    return shown;
  };
  const press = async (shown: Page) => {
    const fields = await shown.evaluate<[string, string][]>(
      `[...new FormData(document.querySelector('main form.form'))].filter(([, value]) => typeof value === 'string')`,
    );
    const step = (await shown.locator('main form .button--main').last().getAttribute('value')) ?? '';
    pressed.set(shown, { address: shown.url(), fields: new URLSearchParams([...fields, ['step', step]]).toString() });
    await shown.locator('main form .button--main').last().click();
  };
  const countEvents = async (shown: Page) => {
    const [, kind = '', id = ''] = /staff\/(\w+)\/(\w+)/.exec(shown.url()) ?? [];
    const kinds = { register: 'register', calls: 'call', cases: 'proposal', releases: 'release' } as const;
    const stream = { kind: kinds[kind as keyof typeof kinds], id };
    return (await stage.parts.events.read(kumamoto, stream)).length;
  };
  const isSound = async (shown: Page) => {
    const { violations } = await new AxeBuilder({ page: shown }).withTags(axeRules).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await shown.setViewportSize({ width: 320, height: 900 });
    const found = await shown.evaluate(
      `({ width: document.documentElement.scrollWidth, headings: document.querySelectorAll('h1').length,
          scripts: document.querySelectorAll('script, [style], [onclick]').length })`,
    );
    await shown.setViewportSize({ width: 1280, height: 900 });
    expect(found).toEqual({ width: 320, headings: 1, scripts: 0 });
  };
  return {
    page,
    open,
    send,
    isSound,
    async at(moment) {
      const shown = await open('administrator', '/staff/administration');
      const [day = '', time = ''] = moment.split('T');
      await shown.getByLabel('日付', { exact: true }).fill(day);
      await shown.getByLabel('時刻', { exact: true }).fill(time);
      await shown.getByRole('button', { name: '時刻を変更する' }).click();
      expect(stage.parts.clock.procedure()).toBe(moment);
    },
    async does(role, path, fields) {
      const shown = await page(role);
      await send(role, path, fields);
      if (!shown.url().includes('done=')) {
        expect(await shown.locator('.banner--error').allInnerTexts()).toEqual([]);
        expect(await shown.locator('h1').innerText()).toMatch(/^確認：/);
        await isSound(shown);
        if ((await shown.locator('#password').count()) > 0) await shown.fill('#password', password);
        await press(shown);
      }
      expect(await shown.locator('.banner--error').allInnerTexts()).toEqual([]);
      expect(shown.url()).toContain('done=');
      const sent = pressed.get(shown);
      if (!sent) throw new Error('nothing was sent');
      const before = await countEvents(shown);
      const again = await shown.context().request.post(sent.address, {
        data: sent.fields,
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
        maxRedirects: 0,
      });
      expect([path, again.status()]).toEqual([path, 303]);
      expect(new URL(again.headers().location ?? '', origin).href).toBe(shown.url());
      expect(await countEvents(shown)).toBe(before);
      return shown;
    },
    async refuses(role, path, fields, words) {
      const shown = await send(role, path, fields);
      const text = await shown.locator('main').innerText();
      for (const word of words) expect(text).toContain(word);
      expect(shown.url()).not.toContain('done=');
      return shown;
    },
    async close() {
      for (const shown of pages.values()) await shown.context().close();
    },
  };
}

/** The kinds of a page's controls by their names. */
const kindsOf = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(`Object.fromEntries([...document.querySelectorAll('main [name]')].map((one) => [one.name, one.type]))`);

/** Fills in controls by their names, whatever their kind; rows of lists that are not there yet are added first. */
async function enterAll(page: Page, fields: Readonly<Record<string, Entry>>): Promise<void> {
  let kinds = await kindsOf(page);
  for (const [path, value] of Object.entries(fields)) {
    const name = path.startsWith('CRI-') ? path : `in.${path}`;
    const [list = ''] = /^.*(?=\.\d+(\.|$))/.exec(path) ?? [];
    for (let tries = 0; !kinds[name] && list !== '' && tries < 20; tries += 1) {
      await page.locator(`button[value="add:${list}"]`).click();
      kinds = await kindsOf(page);
    }
    await enter(page, name, kinds[name] ?? '', value);
  }
}

async function enter(page: Page, name: string, kind: string, value: Entry): Promise<void> {
  const control = page.locator(`main [name="${name}"]`);
  if (typeof value !== 'string')
    return control.setInputFiles({ name: value.name, mimeType: 'text/plain', buffer: Buffer.from(value.content) });
  if (kind === 'radio' || kind === 'checkbox')
    return value === '' ? control.uncheck() : page.locator(`main [name="${name}"][value="${value}"]`).check();
  if (kind === 'select-one') return void (await control.selectOption(value));
  return control.fill(value);
}
