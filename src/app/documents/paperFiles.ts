import type { OfficialDocument } from '../../documents/block.ts';
import { renderPdf } from '../../documents/render/renderPdf.ts';
import { renderText } from '../../documents/render/renderText.ts';
import { renderWord } from '../../documents/render/word/renderWord.ts';

/** A paper as the files in which it is handed out. @throws PrintError naming the characters that can't be printed */
export const paperFiles = async (
  paper: OfficialDocument,
): Promise<readonly { readonly extension: string; readonly content: Uint8Array }[]> => [
  { extension: 'txt', content: Buffer.from(renderText(paper)) },
  { extension: 'pdf', content: renderPdf(paper) },
  { extension: 'docx', content: await renderWord(paper) },
];
