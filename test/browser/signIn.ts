import type { Page } from 'playwright-core';
import type { Role } from '../../src/core/role.ts';
import { password } from './stage.ts';

/** Signs in to Kumamoto through the form, in a role. */
export async function signIn(page: Page, origin: string, role: Role): Promise<void> {
  await page.goto(`${origin}/organs/kumamoto/sign-in`);
  await page.fill('#login', role.toLowerCase());
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/staff');
}
