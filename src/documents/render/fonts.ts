import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FontCoverage, fontCoverage } from './fontCoverage.ts';

const require = createRequire(import.meta.url);
const files = [
  '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  '@expo-google-fonts/biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf',
  '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  '@expo-google-fonts/noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf',
];

/** The fonts of official papers, read once. */
export interface Fonts {
  readonly files: readonly Buffer[];
  readonly coverage: readonly FontCoverage[];
}

let opened: Fonts | undefined;

export function fonts(): Fonts {
  if (!opened) {
    const read = files.map((file) => readFileSync(require.resolve(file)));
    opened = { files: read, coverage: read.map(fontCoverage) };
  }
  return opened;
}
