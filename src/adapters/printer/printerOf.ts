import { createHash } from 'node:crypto';
import type { Printer } from '../../app/ports/printer.ts';
import type { PrintOrder } from './printOrder.ts';

/** Most bytes of printed papers that are kept to be given out again. */
const largest = 32 * 1024 * 1024;

/**
 * A printer that prints each paper once: what was printed for the same facts is given out again, as long as there is room.
 */
export function printerOf(print: (order: PrintOrder) => Promise<Uint8Array>): Printer {
  const printed = new Map<string, Promise<Uint8Array>>();
  let bytes = 0;
  const forget = (digest: string, size: number) => {
    if (printed.delete(digest)) bytes -= size;
  };
  const keep = (digest: string, size: number) => {
    bytes += size;
    sizes.set(digest, size);
    for (const [oldest, length] of sizes) {
      if (bytes <= largest) break;
      sizes.delete(oldest);
      forget(oldest, length);
    }
  };
  const sizes = new Map<string, number>();
  const once = (order: PrintOrder): Promise<Uint8Array> => {
    const digest = createHash('sha256').update(JSON.stringify(order)).digest('hex');
    const known = printed.get(digest);
    if (known) return known;
    const printing = print(order);
    printed.set(digest, printing);
    printing.then(
      ({ byteLength }) => keep(digest, byteLength),
      () => printed.delete(digest),
    );
    return printing;
  };
  return {
    pdf: (paper) => once({ what: 'pdf', paper }),
    word: (paper) => once({ what: 'word', paper }),
    caseFile: (file) => once({ what: 'caseFile', file }),
  };
}
