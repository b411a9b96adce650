import type { OfficialDocument } from '../../documents/block.ts';
import { renderText } from '../../documents/render/renderText.ts';

/** A paper as plain text, to be read before it is issued. */
export const paperText = (paper: OfficialDocument): string => renderText(paper);
