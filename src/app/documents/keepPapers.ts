import { createHash } from 'node:crypto';
import type { KeptFile } from '../../core/keptFile.ts';
import type { KeepPapers } from '../../core/papers/commands.ts';
import type { KeptPaper } from '../../core/papers/state.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { missingCharacters } from '../../documents/render/missingCharacters.ts';
import { plainText } from '../../documents/render/plainText.ts';
import type { AnyState } from '../aggregates.ts';
import { execute, type Outcome } from '../execute.ts';
import type { Parts } from '../parts.ts';
import { type DuePaper, duePapers, papersOf } from './duePapers.ts';
import { caseOfPapers, papersStream } from './papersStream.ts';
import { unmadeKind } from './unmadePaper.ts';

/**
 * The job behind every act that brings forth papers: prints those of the case that are not kept yet, keeps blocks, PDF and
 * Word by their digests, and says which could not be printed and why. Done again it does nothing.
 * @param id of the stream of papers, `proposal.p-1`
 * @returns null when there is nothing to print
 */
export async function keepPapers(parts: Parts, organ: OrganId, id: string): Promise<Outcome | null> {
  const stream = caseOfPapers(id);
  const [events, state, record] = await Promise.all([
    parts.events.read(organ, stream),
    papersOf(parts, organ, stream),
    parts.events.state(organ, stream),
  ]);
  const due = (await duePapers(parts, organ, events, state)).filter(({ paper }) => paper.kind !== unmadeKind);
  if (due.length === 0) return null;
  const printable = due.filter(({ paper }) => missingCharacters(paper).length === 0);
  const command: KeepPapers = {
    do: 'keepPapers',
    responsibleOrganization: (record?.state as Divided | undefined)?.responsibleOrganization ?? null,
    papers: await Promise.all(printable.map((one) => keep(parts, one))),
    obstacles: due
      .filter((one) => !printable.includes(one))
      .map(({ id: paper, paper: printed }) => ({ paper, title: printed.title, missing: missingCharacters(printed) })),
  };
  const digest = createHash('sha256').update(JSON.stringify(command)).digest('hex');
  const actor: Actor = { person: 'system', role: 'system', organ };
  const commandId = `keepPapers:${id}:${digest}`;
  return execute(parts, { organ, actor, commandId, stream: papersStream(stream), expectedVersion: null, command });
}

type Divided = AnyState & { readonly responsibleOrganization?: string };

async function keep({ files, printer }: Parts, { id, paper, correction }: DuePaper): Promise<KeptPaper> {
  const put = async (content: Uint8Array, extension: string): Promise<KeptFile> => ({
    name: `${paper.title}.${extension}`,
    ...(await files.put(content)),
  });
  return {
    paper: id,
    form: paper.kind,
    title: paper.title,
    documentNumber: documentNumberOf(paper),
    date: paper.date,
    blocks: await put(Buffer.from(JSON.stringify(paper)), 'json'),
    pdf: await put(await printer.pdf(paper), 'pdf'),
    word: await put(await printer.word(paper), 'docx'),
    corrects: correction?.corrects ?? null,
    reason: correction?.reason ?? null,
  };
}

/** 文書番号 stands in the first line of the reference, above the day. */
function documentNumberOf({ blocks }: OfficialDocument): string {
  const reference = blocks.find((block) => block.type === 'reference');
  const [first = '', second] = reference?.lines ?? [];
  return second === undefined ? '' : plainText(first);
}
