import { createHash } from 'node:crypto';
import { caseOf, type Filing } from '../../app/filing/filing.ts';
import type { Draft } from '../../app/ports/draftStore.ts';
import { keepFile } from '../../app/release/keepFile.ts';
import type { FormSection } from '../../messages/fieldWords.ts';
import { holdFiles } from '../forms/heldFiles.ts';
import type { Mistakes } from '../forms/readWritten.ts';
import { changeRows, pathsOf, type Written } from '../forms/written.ts';
import type { StaffVisit } from '../route.ts';
import { isOfSection, type OpenDraft } from './openDraft.ts';
import { dropPaper, keepPaper, paperPath, paperRooms } from './papers.ts';

/** What a step says, as a mark by which a change in another window is noticed. */
export function markOf(written: Written, section: FormSection): string {
  const own = [...written].filter(([path]) => isOfSection(section, path)).toSorted();
  return createHash('sha256').update(JSON.stringify(own)).digest('base64url').slice(0, 22);
}

/** What was sent for a step, put in the place of what stood there; the other steps stay. */
export function merged(written: Written, section: FormSection, visit: Pick<StaffVisit, 'form'>): Written {
  const sent = pathsOf(visit.form).filter(([path]) => isOfSection(section, path));
  return new URLSearchParams([...written].filter(([path]) => !isOfSection(section, path)).concat(sent));
}

/** A step after its rows were changed, and what was wrong with the files that came with it. */
export interface Taken {
  readonly written: Written;
  readonly mistakes: Mistakes;
}

/** Takes what was sent for a step: its fields, or the files of its papers. */
export async function takeSection(visit: StaffVisit, open: OpenDraft, section: FormSection): Promise<Taken> {
  const step = visit.form.get('step') ?? '';
  if (section.fields.includes('attachments')) return takePapers(visit, open, step);
  const written = merged(open.form.written, section, visit);
  const rows = /^(add|remove):[\w.]+$/.test(step) ? changeRows(written, step) : written;
  return { written: rows, mistakes: new Map() };
}

async function takePapers(
  visit: StaffVisit,
  { draft, filing, command, form }: OpenDraft,
  step: string,
): Promise<Taken> {
  const { parts, organ, staff } = visit;
  const stream = { kind: 'proposal', id: caseOf(draft, filing.target) } as const;
  const store = (content: Uint8Array) => keepFile(parts, organ.id, stream, content);
  const files = new Map(pathsOf(visit.files));
  const held = await holdFiles(store, command, staff.account.person, { written: new URLSearchParams(), files });
  const dropped = /^drop:attachments\.(\d+)\.file$/.exec(step)?.[1];
  const written = dropped === undefined ? new URLSearchParams(form.written) : dropPaper(form.written, Number(dropped));
  for (const [at, room] of paperRooms(form.plan, form.written).entries()) {
    const part = (name: string) => held.written.get(`${paperPath(at)}.file.${name}`) ?? '';
    if (part('digest') === '') continue;
    keepPaper(written, at, room, { name: part('name'), digest: part('digest'), bytes: part('bytes') });
  }
  return { written, mistakes: held.mistakes };
}

/**
 * Keeps what a draft says now. A save in another window that came between changes nothing of what this one says of its
 * step: its other steps are taken over.
 */
export async function keepDraft(
  { parts, organ, staff }: StaffVisit,
  { draft, filing }: OpenDraft,
  written: Written,
): Promise<boolean> {
  const owner = { organ: organ.id, person: staff.account.person };
  const content: Filing = { ...filing, written: written.toString() };
  const next: Draft = { id: draft.id, version: draft.version + 1, savedAt: parts.clock.real(), content };
  return parts.drafts.keep(owner, next);
}
