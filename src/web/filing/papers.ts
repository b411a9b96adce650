import type { Choice, FormPlan } from '../../app/cases/planning.ts';
import { rowsName, rowsOf, under, type Written } from '../forms/written.ts';

/** A paper that a filing has room for; `of` is the proposer whose it is, where there are several. */
export interface PaperRoom {
  readonly paper: Choice;
  readonly of: number | null;
}

/** 添付書類 of a filing: each paper once, a pledge of every proposer. */
export function paperRooms(plan: FormPlan, written: Written): readonly PaperRoom[] {
  const proposers = Math.max(1, rowsOf(written, 'proposers'));
  return (plan.choices['attachments.kind'] ?? []).flatMap((paper): readonly PaperRoom[] =>
    paper.value === 'pledge' && proposers > 1
      ? Array.from({ length: proposers }, (_, at) => ({ paper, of: at + 1 }))
      : [{ paper, of: null }],
  );
}

export const paperPath = (at: number): string => under('attachments', at);
const fileParts = ['name', 'digest', 'bytes'] as const;

const isFor = (written: Written, at: number, { paper, of }: PaperRoom): boolean => {
  const whose = written.get(under(paperPath(at), 'of')) ?? '';
  return (
    written.get(under(paperPath(at), 'kind')) === paper.value &&
    (whose || '1') === String(of ?? 1) &&
    written.has(under(paperPath(at), 'file.digest'))
  );
};

/** The form with each kept file in the room of its paper, whatever was added or taken out meanwhile. */
export function withPapersInPlace(plan: FormPlan, written: Written): Written {
  const rooms = paperRooms(plan, written);
  const kept = Array.from({ length: rowsOf(written, 'attachments') }, (_, at) => at);
  const next = new URLSearchParams([...written].filter(([name]) => !name.startsWith('attachments.')));
  next.set(rowsName('attachments'), String(rooms.length));
  for (const [at, room] of rooms.entries()) {
    const found = kept.find((one) => isFor(written, one, room));
    if (found !== undefined) keepPaper(next, at, room, fileAt(written, found));
  }
  return next;
}

type FileParts = Readonly<Record<(typeof fileParts)[number], string>>;

function fileAt(written: Written, at: number): FileParts {
  const part = (name: string) => written.get(under(paperPath(at), `file.${name}`)) ?? '';
  return { name: part('name'), digest: part('digest'), bytes: part('bytes') };
}

/** Puts a file into the room of its paper. */
export function keepPaper(written: Written, at: number, { paper, of }: PaperRoom, file: FileParts): void {
  written.set(under(paperPath(at), 'kind'), paper.value);
  if (of === null) written.delete(under(paperPath(at), 'of'));
  else written.set(under(paperPath(at), 'of'), String(of));
  for (const part of fileParts) written.set(under(paperPath(at), `file.${part}`), file[part]);
}

/** Takes the file out of a room. */
export const dropPaper = (written: Written, at: number): Written =>
  new URLSearchParams([...written].filter(([name]) => !name.startsWith(`${paperPath(at)}.`)));
