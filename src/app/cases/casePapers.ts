import type { StreamRef } from '../../core/event.ts';
import type { KeptPaper, Obstacle } from '../../core/papers/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { missingCharacters } from '../../documents/render/missingCharacters.ts';
import { renderHtml } from '../../documents/render/renderHtml.ts';
import { duePapers, papersOf } from '../documents/duePapers.ts';
import type { Parts } from '../parts.ts';

/** A paper that an act on a case brought forth. */
export interface CasePaper {
  readonly id: string;
  /** `conformingNotice`, `useContract` … */
  readonly form: string;
  readonly title: string;
  readonly documentNumber: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** As it was issued and kept; null = it is being printed, or something stands in the way. */
  readonly kept: KeptPaper | null;
  /** What no font has; empty = nothing stands in the way. */
  readonly missing: Obstacle['missing'];
}

/** All papers of a case, in their order. Most name people: see `papersFor`. */
export async function casePapers(parts: Parts, organ: OrganId, stream: StreamRef): Promise<readonly CasePaper[]> {
  const state = await papersOf(parts, organ, stream);
  const due = await duePapers(parts, organ, await parts.events.read(organ, stream), state);
  const kept = (state?.papers ?? []).map(
    (paper): CasePaper => ({ ...paper, id: paper.paper, kept: paper, missing: [] }),
  );
  const waiting = due.map(({ id, paper }): CasePaper => {
    const { kind: form, title, date } = paper;
    return { id, form, title, documentNumber: '', date, kept: null, missing: missingCharacters(paper) };
  });
  return [...kept, ...waiting].toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }));
}

/** The blocks of a paper: those that were kept, or those that are about to be. */
async function blocksOf(parts: Parts, organ: OrganId, stream: StreamRef, id: string): Promise<OfficialDocument | null> {
  const state = await papersOf(parts, organ, stream);
  const kept = state?.papers.find(({ paper }) => paper === id);
  if (kept) return JSON.parse(Buffer.from(await parts.files.get(kept.blocks.digest)).toString('utf8'));
  const due = await duePapers(parts, organ, await parts.events.read(organ, stream), state);
  return due.find((one) => one.id === id)?.paper ?? null;
}

/** A paper to be read on a page; null when the case has none of this name. */
export async function paperHtml(parts: Parts, organ: OrganId, stream: StreamRef, id: string): Promise<string | null> {
  const paper = await blocksOf(parts, organ, stream, id);
  return paper && renderHtml(paper);
}

/**
 * The file of a paper, as it was kept; one that is about to be kept is printed.
 * @returns null when the case has no such paper, or something stands in the way of its printing
 */
export async function paperFile(
  parts: Parts,
  organ: OrganId,
  stream: StreamRef,
  id: string,
  form: 'pdf' | 'word',
): Promise<Uint8Array | null> {
  const kept = (await papersOf(parts, organ, stream))?.papers.find(({ paper }) => paper === id);
  if (kept) return parts.files.get(kept[form].digest);
  const paper = await blocksOf(parts, organ, stream, id);
  return paper === null || missingCharacters(paper).length > 0 ? null : parts.printer[form](paper);
}
