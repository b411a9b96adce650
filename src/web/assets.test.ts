import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadAssets, usedTokens } from './assets.ts';

const root = join(import.meta.dirname, '../..');
const assets = loadAssets(root);

describe('the stylesheet', () => {
  const text = new TextDecoder().decode(assets.at(assets.stylesheetPath)?.body);

  test('declares every token that it uses', () => {
    const used = new Set([...text.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
    const declared = new Set([...text.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  });

  test('carries no token that nothing uses, and those behind others', () => {
    const tokens = ':root { --a: 1px; --b: var(--a); --c: 2px; }';
    expect(usedTokens(tokens, 'p { margin: var(--b) }')).toBe(':root {\n  --b: var(--a);\n  --a: 1px;\n}');
  });

  test('has a rule for every class that the pages name', () => {
    const source = readFileSync(join(root, 'src/web/components/Layout.tsx'), 'utf8');
    const classes = [...source.matchAll(/class="([\w -]+)"/g)].flatMap((match) => (match[1] ?? '').split(' '));
    expect(classes.length).toBeGreaterThan(8);
    expect(classes.filter((name) => !text.includes(`.${name}`))).toEqual([]);
  });
});

test('the fonts are those of the package, and nothing else can be had', () => {
  const font = assets.at('/assets/fonts/BIZUDPGothic_400Regular.ttf');
  expect(font?.body.byteLength).toBeGreaterThan(1_000_000);
  expect([...(font?.body.slice(0, 4) ?? [])]).toEqual([0, 1, 0, 0]);
  expect(assets.at('/assets/../package.json')).toBeUndefined();
});
