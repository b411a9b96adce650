import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from '../block.ts';
import { fonts } from './fonts.ts';
import { assertPrintable, PrintError } from './printError.ts';
import { template } from './template.ts';
import { typesetting } from './typesetting.ts';

let opened: NodeCompiler | undefined;

function compiler(): NodeCompiler {
  opened ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts().files] }] });
  return opened;
}

/**
 * A paper as PDF/A-2a: tagged, in Japanese, with title, author and bookmarks. The same paper gives the same bytes.
 * @throws PrintError naming the characters that can't be printed, and where they stand
 */
export function renderPdf(paper: OfficialDocument): Uint8Array {
  assertPrintable(paper);
  const { title, issuer, date } = paper;
  const bundle = JSON.stringify({ title, issuer, date, papers: [typesetting(paper)] }, bytesOfPictures);
  return print(title, date, bundle);
}

function print(title: string, date: string, bundle: string): Uint8Array {
  const compiled = compiler().compile({ mainFileContent: template, inputs: { bundle } });
  const problem = compiled.takeError() ?? compiled.takeWarnings();
  if (problem || !compiled.result)
    throw new PrintError(`「${title}」を印刷できません: ${JSON.stringify(problem?.shortDiagnostics)}`);
  const pdf = compiler().pdf(compiled.result, {
    pdfStandard: 'a-2a',
    pdfTags: true,
    creationTimestamp: Date.parse(date) / 1000,
  });
  compiler().evictCache(10);
  return pdf;
}

/** The layout takes a picture as a list of its bytes. */
const bytesOfPictures = (key: string, value: unknown) =>
  key === 'png' && typeof value === 'string' ? [...Buffer.from(value, 'base64')] : value;
