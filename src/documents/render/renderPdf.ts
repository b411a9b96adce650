import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from '../block.ts';
import { template } from './template.ts';
import { typesetting } from './typesetting.ts';
import { unprintable } from './unprintable.ts';

const require = createRequire(import.meta.url);
const fontFiles = [
  '@expo-google-fonts/biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf',
  '@expo-google-fonts/biz-udpmincho/700Bold/BIZUDPMincho_700Bold.ttf',
  '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  '@expo-google-fonts/noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf',
];

/** A paper that can't be printed as it is: a character that no font has, or a layout that fails. */
export class PrintError extends Error {
  override readonly name = 'PrintError';
}

let opened: { compiler: NodeCompiler; fonts: readonly Buffer[] } | undefined;

function printer() {
  if (!opened) {
    const fonts = fontFiles.map((file) => readFileSync(require.resolve(file)));
    opened = { fonts, compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }) };
  }
  return opened;
}

/**
 * A paper as PDF/A-2a: tagged, in Japanese, with title, author and bookmarks. The same paper gives the same bytes.
 * @throws PrintError naming the characters that can't be printed
 */
export function renderPdf(paper: OfficialDocument): Uint8Array {
  const { compiler, fonts } = printer();
  const missing = unprintable(wordsOf(paper), fonts);
  if (missing.length > 0) throw new PrintError(`印刷できない文字があります: ${missing.join('、')}（${paper.kind}）`);
  const { title, issuer, date } = paper;
  const bundle = JSON.stringify({ title, issuer, date, papers: [typesetting(paper)] }, bytesOfPictures);
  const compiled = compiler.compile({ mainFileContent: template, inputs: { bundle } });
  const problem = compiled.takeError() ?? compiled.takeWarnings();
  if (problem || !compiled.result)
    throw new PrintError(`「${paper.title}」を印刷できません: ${JSON.stringify(problem?.shortDiagnostics)}`);
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: 'a-2a',
    pdfTags: true,
    creationTimestamp: Date.parse(paper.date) / 1000,
  });
  compiler.evictCache(10);
  return pdf;
}

/** The layout takes a picture as a list of its bytes. */
const bytesOfPictures = (key: string, value: unknown) =>
  key === 'png' && typeof value === 'string' ? [...Buffer.from(value, 'base64')] : value;

/** Every text of a paper, however deep it stands. */
const wordsOf = (part: unknown): string =>
  typeof part === 'string' ? part : Object.values(Object(part)).map(wordsOf).join('\n');
