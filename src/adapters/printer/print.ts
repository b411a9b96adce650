import { unreachable } from '../../core/unreachable.ts';
import { renderCaseFile, renderPdf } from '../../documents/render/renderPdf.ts';
import { renderWord } from '../../documents/render/word/renderWord.ts';
import type { PrintOrder } from './printOrder.ts';

/** Does one order. @throws PrintError */
export async function print(order: PrintOrder): Promise<Uint8Array> {
  switch (order.what) {
    case 'pdf':
      return renderPdf(order.paper);
    case 'word':
      return renderWord(order.paper);
    case 'caseFile':
      return renderCaseFile(order.file);
    default:
      return unreachable(order);
  }
}
