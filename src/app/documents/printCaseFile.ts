import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { substituteIn } from '../../documents/render/substituteCharacters.ts';
import { formatEra } from '../../japan/formatEra.ts';
import type { Parts } from '../parts.ts';
import { papersOf, substitutesOf } from './duePapers.ts';

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
  const state = await papersOf(parts, organ, stream);
  const kept = state?.papers ?? [];
  if (kept.length === 0) return null;
  const substitutes = await substitutesOf(parts, state);
  const papers = await Promise.all(
    kept.map(async ({ date, documentNumber, title: name, blocks }) => ({
      name: substituteIn([formatEra(date), documentNumber, name].filter((part) => part !== '').join('　'), substitutes),
      paper: JSON.parse(Buffer.from(await parts.files.get(blocks.digest)).toString('utf8')) as OfficialDocument,
    })),
  );
  const date = parts.clock.procedure().slice(0, 10);
  const heading = substituteIn(title, substitutes);
  return parts.printer.caseFile({ title, heading, issuer: papers[0]?.paper.issuer ?? '', date, papers });
}
