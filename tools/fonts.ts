import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const families = ['biz-udpgothic', 'biz-udmincho', 'noto-serif-jp'];

/** Writes a fontconfig file that names only the fonts in node_modules; returns its path. */
export function writeFontConfiguration(root: string): string {
  const folder = join(root, '.tokumei');
  const directories = families
    .map((family) => `<dir>${join(root, 'node_modules/@expo-google-fonts', family)}</dir>`)
    .join('');
  const generic = (name: string, family: string) =>
    `<alias><family>${name}</family><prefer><family>${family}</family></prefer></alias>`;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${directories}<cachedir>${join(folder, 'fonts')}</cachedir>${generic('sans-serif', 'BIZ UDPGothic')}${generic('serif', 'BIZ UDMincho')}</fontconfig>\n`,
  );
  return file;
}
