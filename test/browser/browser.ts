import { type Browser, chromium } from 'playwright-core';
import { writeFontConfiguration } from '../../tools/fonts.ts';
import { root } from './stage.ts';

/** Debian's Chromium with the fonts of the project. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    env: { ...process.env, FONTCONFIG_FILE: writeFontConfiguration(root) } as Record<string, string>,
  });
