import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Inline, OfficialDocument, Text } from '../block.ts';
import type { CaseFile } from '../caseFile.ts';
import { fonts } from './fonts.ts';
import { breakableLines } from './lines.ts';
import { plainText } from './plainText.ts';
import { assertPrintable, PrintError } from './printError.ts';
import { tagRowHeadings } from './rowHeadings.ts';
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
 * The papers of a case as one PDF/A-2a behind a cover and the list of the papers with their pages, with a bookmark for
 * each and a running number of pages.
 * @throws PrintError
 */
export function renderCaseFile(file: CaseFile): Uint8Array {
  const { title, issuer, date, cover, papers } = file;
  for (const paper of [cover, contentsPaper(file), ...papers.map((one) => one.paper)]) assertPrintable(paper);
  const set = papers.map((one) => {
    const name = nameOf(one);
    return { ...typesetting(one.paper, 2), plain: plainText(name), name: breakableLines(name, markRoom) };
  });
  return print({ title, issuer, date, contents: contentsOf(file) }, [typesetting(cover), ...set]);
}

/** Half-width characters of the line that names a paper on its first page. */
const markRoom = 70;

/** 令和８年２月10日　法制発第１号　審査結果通知書. */
const nameOf = ({ day, documentNumber, title }: CaseFile['papers'][number]): Text =>
  [[day], piecesOf(documentNumber), piecesOf(title)]
    .filter((part) => plainText(part) !== '')
    .flatMap((part, index) => (index === 0 ? part : ['　', ...part]));

const piecesOf = (text: Text): readonly Inline[] => (typeof text === 'string' ? [text] : text);

/** 書類目録: columns with their share of the page and its half-width characters. */
const columns = [
  ['番号', 2, 4],
  ['日付', 6, 16],
  ['書類', 8, 20],
  ['文書番号', 7, 16],
  ['頁', 2, 4],
  ['ダイジェスト（SHA-256の先頭16桁）', 6, 15],
] as const;
const contentsTitle = '書類目録';

const linesOf = ({ papers, beside }: CaseFile): readonly (readonly Text[])[] =>
  [...papers, ...beside].map(({ day, title, documentNumber, digest }, index) => [
    String(index + 1),
    day || '―',
    title,
    plainText(documentNumber) === '' ? '―' : documentNumber,
    index < papers.length ? '' : '別',
    digest.slice(0, 16),
  ]);

/** The list as a paper: what it says is asked for like the words of any other. */
const contentsPaper = (file: CaseFile): OfficialDocument => ({
  kind: 'caseFile',
  title: contentsTitle,
  issuer: file.issuer,
  date: file.date,
  blocks: [{ type: 'table', widths: columns.map(([, width]) => width), rows: linesOf(file) }],
});

/** The list for the layout, which writes the page of each paper; what stands beside them has none. The cover is first. */
function contentsOf(file: CaseFile) {
  const broken = (texts: readonly Text[]) => texts.map((text, at) => breakableLines(text, columns[at]?.[2] ?? 0));
  return {
    plain: contentsTitle,
    title: breakableLines(contentsTitle, markRoom),
    widths: columns.map(([, width]) => width),
    header: broken(columns.map(([name]) => name)),
    rows: linesOf(file).map((line, index) => ({
      cells: broken(line),
      place: index < file.papers.length ? String(index + 1) : null,
    })),
  };
}

interface Head {
  readonly title: string;
  readonly issuer: string;
  readonly date: string;
  /** The list of the papers, after the first of them, which is the cover; absent = there is none. */
  readonly contents?: ReturnType<typeof contentsOf>;
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
  return tagRowHeadings(pdf);
}

/** The layout takes a picture as a list of its bytes. */
const bytesOfPictures = (key: string, value: unknown) =>
  key === 'png' && typeof value === 'string' ? [...Buffer.from(value, 'base64')] : value;
