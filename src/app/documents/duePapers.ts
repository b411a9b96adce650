import type { CharacterSubstitute, PaperCorrection, PapersState } from '../../core/papers/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { correctedPaper } from '../../documents/correctedPaper.ts';
import { type Substitute, substituteCharacters } from '../../documents/render/substituteCharacters.ts';
import type { Parts } from '../parts.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { bringsPapers, documentsOf } from './documentsOf.ts';
import { papersStream } from './papersStream.ts';
import { partsAsOf } from './partsAsOf.ts';

/** A paper that is to be issued, as it would be printed: with the substitutes on record. */
export interface DuePaper {
  readonly id: string;
  readonly paper: OfficialDocument;
  /** The correction that it is; null = it is the first of its kind. */
  readonly correction: PaperCorrection | null;
}

/** The papers of a case that are not kept yet, in their order: as their event left the case; a correction as it stands now. */
export async function duePapers(
  parts: Parts,
  organ: OrganId,
  events: readonly StoredEvent[],
  state: PapersState | null,
): Promise<readonly DuePaper[]> {
  const kept = new Set((state?.papers ?? []).map(({ paper }) => paper));
  const substitutes = await substitutesOf(parts, state);
  const due: DuePaper[] = [];
  for (const event of events.filter(({ type }) => bringsPapers(type))) {
    const corrections = (state?.corrections ?? []).filter(({ corrects }) => corrects.startsWith(`${event.version}-`));
    const isOf = (id: string) => id.startsWith(`${event.version}-`);
    const isDone = [...kept].some(isOf) && !(state?.obstacles ?? []).some(({ paper }) => isOf(paper));
    if (isDone && corrections.every(({ paper }) => kept.has(paper))) continue;
    const papers = await documentsOf(partsAsOf(parts, event, events), organ, event);
    const now = corrections.length === 0 ? papers : await documentsOf(parts, organ, event);
    due.push(
      ...papers.flatMap((paper, index) => {
        const id = `${event.version}-${index}`;
        return [{ id, paper, correction: null }, ...correctionsOf(now[index] ?? paper, id, corrections, state)];
      }),
    );
  }
  return due
    .filter(({ id }) => !kept.has(id))
    .map((one) => ({ ...one, paper: substituteCharacters(one.paper, substitutes) }));
}

/** Every correction of a paper. */
function correctionsOf(
  paper: OfficialDocument,
  id: string,
  corrections: readonly PaperCorrection[],
  state: PapersState | null,
): readonly DuePaper[] {
  const own = corrections.filter(({ corrects }) => corrects === id || corrects.startsWith(`${id}-`));
  return own.flatMap((correction): DuePaper[] => {
    const earlier = state?.papers.find((kept) => kept.paper === correction.corrects);
    return earlier
      ? [{ id: correction.paper, paper: correctedPaper(paper, { ...correction, earlier }), correction }]
      : [];
  });
}

/** The substitutes on record, with their pictures. */
export const substitutesOf = (parts: Parts, state: PapersState | null): Promise<readonly Substitute[]> =>
  Promise.all((state?.substitutes ?? []).map((one) => readSubstitute(parts, one)));

async function readSubstitute(
  { files }: Parts,
  { character, text, picture }: CharacterSubstitute,
): Promise<Substitute> {
  if (picture === null) return { character, text: text ?? '' };
  return { character, png: Buffer.from(await files.get(picture.digest)).toString('base64') };
}

/** The papers state of a case; null = none was kept yet. */
export async function papersOf(
  { events }: Pick<Parts, 'events'>,
  organ: OrganId,
  stream: Parameters<typeof papersStream>[0],
): Promise<PapersState | null> {
  const record = await events.state(organ, papersStream(stream));
  return (record?.state ?? null) as PapersState | null;
}
