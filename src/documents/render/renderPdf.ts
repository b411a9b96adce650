import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from '../block.ts';
import type { CaseFile } from '../caseFile.ts';
import { fonts } from './fonts.ts';
import { breakableLines, type Lines } from './lines.ts';
import { plainText } from './plainText.ts';
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
  return print({ title, issuer, date }, [typesetting(paper)]);
}

/**
 * The papers of a case as one PDF/A-2a behind the list of their names, with a bookmark and a running number of pages.
 * @throws PrintError
 */
export function renderCaseFile({ title, heading, issuer, date, papers }: CaseFile): Uint8Array {
  assertPrintable(contentsOf({ title, heading, issuer, date, papers }));
  for (const { paper } of papers) assertPrintable(paper);
  const contents = breakableLines(heading, contentsRoom);
  const set = papers.map(({ name, paper }) => ({
    ...typesetting(paper, 2),
    plain: plainText(name),
    name: breakableLines(name, contentsRoom),
  }));
  return print({ title, issuer, date, contents }, set);
}

/** The list of contents as a paper: what it says is asked for like the words of any other. */
const contentsOf = ({ title, heading, issuer, date, papers }: CaseFile): OfficialDocument => ({
  kind: 'caseFile',
  title,
  issuer,
  date,
  blocks: [
    { type: 'title', text: heading },
    { type: 'list', items: papers.map(({ name }) => ({ label: '', text: name })) },
  ],
});

/** Half-width characters of a line in the list of contents. */
const contentsRoom = 70;

interface Head {
  readonly title: string;
  readonly issuer: string;
  readonly date: string;
  /** Heads the list of contents; absent = there is none. */
  readonly contents?: Lines;
}

function print(head: Head, papers: readonly object[]): Uint8Array {
  const { title, date } = head;
  const bundle = JSON.stringify({ ...head, papers }, bytesOfPictures);
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
