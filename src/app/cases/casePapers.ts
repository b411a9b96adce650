import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { renderPdf } from '../../documents/render/renderPdf.ts';
import { documentsOf } from '../documents/documentsOf.ts';
import type { Parts } from '../parts.ts';

/** A paper that an event of a case brought forth, by the event's version and its place among the event's papers. */
export interface CasePaper {
  readonly version: number;
  readonly index: number;
  readonly at: string;
  readonly paper: OfficialDocument;
}

/** All papers of a case, oldest first. They name people: whoever shows them has asked for `proposalPersonal`. */
export async function casePapers(parts: Parts, organ: OrganId, stream: StreamRef): Promise<readonly CasePaper[]> {
  const events = await parts.events.read(organ, stream);
  const papers = await Promise.all(
    events.map(async (event) => {
      const found = await documentsOf(parts, organ, event);
      return found.map((paper, index) => ({ version: event.version, index, at: event.at, paper }));
    }),
  );
  return papers.flat();
}

/** A paper as PDF. @throws PrintError naming the characters that can't be printed */
export const pdfOf = (paper: OfficialDocument): Uint8Array => renderPdf(paper);
