import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Whether the path holds a digest of the content, so that a browser may keep it for ever. */
  readonly lasting: boolean;
}

export interface Assets {
  readonly stylesheetPath: string;
  readonly iconPath: string;
  /** The asset of a path, undefined if there is none. */
  at(path: string): Asset | undefined;
}

const fontFolders = { 'BIZUDPGothic_400Regular.ttf': '400Regular', 'BIZUDPGothic_700Bold.ttf': '700Bold' };

/**
 * The stylesheet, the icon and the fonts, read once. `root` is the folder of the program, which holds `node_modules`.
 * A browser fetches the fonts (4.5 MB each) only where the machine has no Japanese font of its own.
 */
export function loadAssets(root: string): Assets {
  const own = join(root, 'src', 'web', 'assets');
  const rules = readFileSync(join(own, 'site.css'), 'utf8');
  const tokens = readFileSync(join(root, 'node_modules/@digital-go-jp/design-tokens/dist/tokens.css'), 'utf8');
  const stylesheet = asset('text/css; charset=utf-8', Buffer.from(`${usedTokens(tokens, rules)}\n${rules}`), true);
  const icon = asset('image/svg+xml', readFileSync(join(own, 'icon.svg')), true);
  const stylesheetPath = `/assets/site-${digest(stylesheet.body)}.css`;
  const iconPath = `/assets/icon-${digest(icon.body)}.svg`;
  const assets = new Map([
    [stylesheetPath, stylesheet],
    [iconPath, icon],
    ...Object.entries(fontFolders).map(([name, folder]) => {
      const file = join(root, 'node_modules/@expo-google-fonts/biz-udpgothic', folder, name);
      return [`/assets/fonts/${name}`, asset('font/ttf', readFileSync(file), false)] as const;
    }),
  ]);
  return { stylesheetPath, iconPath, at: (path) => assets.get(path) };
}

const asset = (type: string, content: Buffer, lasting: boolean): Asset => ({
  type,
  body: new Uint8Array(content),
  lasting,
});

const digest = (body: Uint8Array) => createHash('sha256').update(body).digest('hex').slice(0, 12);

/** The declarations of the design tokens that the rules use, directly or through another token. */
export function usedTokens(tokens: string, rules: string): string {
  const declared = new Map(
    [...tokens.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
  const used = new Map<string, string>();
  const visit = (text: string) => {
    for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)/g)) {
      const value = declared.get(name);
      if (value === undefined || used.has(name)) continue;
      used.set(name, value);
      visit(value);
    }
  };
  visit(rules);
  return `:root {\n${[...used].map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`;
}
