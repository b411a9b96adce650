import type { OfficialDocument } from '../../documents/block.ts';
import { renderPdf } from '../../documents/render/renderPdf.ts';
import { renderText } from '../../documents/render/renderText.ts';

/** A paper as the files in which it is handed out. @throws PrintError naming the characters that can't be printed */
export const paperFiles = (
  paper: OfficialDocument,
): readonly { readonly extension: string; readonly content: Uint8Array }[] => [
  { extension: 'txt', content: Buffer.from(renderText(paper)) },
  { extension: 'pdf', content: renderPdf(paper) },
];
