import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { formatEra } from '../../japan/formatEra.ts';
import type { Parts } from '../parts.ts';
import { papersOf } from './duePapers.ts';

/**
 * 一件書類: the issued papers of a case as one PDF, from the blocks that were kept with them.
 * @returns null when none was issued
 */
export async function printCaseFile(
  parts: Parts,
  organ: OrganId,
  stream: StreamRef,
  title: string,
): Promise<Uint8Array | null> {
  const kept = (await papersOf(parts, organ, stream))?.papers ?? [];
  if (kept.length === 0) return null;
  const papers = await Promise.all(
    kept.map(async ({ date, documentNumber, title: name, blocks }) => ({
      name: [formatEra(date), documentNumber, name].filter((part) => part !== '').join('　'),
      paper: JSON.parse(Buffer.from(await parts.files.get(blocks.digest)).toString('utf8')) as OfficialDocument,
    })),
  );
  const date = parts.clock.procedure().slice(0, 10);
  return parts.printer.caseFile({ title, issuer: papers[0]?.paper.issuer ?? '', date, papers });
}
