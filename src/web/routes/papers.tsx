import { randomUUID } from 'node:crypto';
import type { AnyState, CaseKind } from '../../app/aggregates.ts';
import { actorOn } from '../../app/cases/caseActs.ts';
import { type CasePaper, paperFile, paperHtml } from '../../app/cases/casePapers.ts';
import { auditReading, papersFor } from '../../app/cases/papersFor.ts';
import { printCaseFile } from '../../app/cases/printCaseFile.ts';
import { listedCase } from '../../app/cases/searchCases.ts';
import { viewOf } from '../../app/cases/viewOf.ts';
import { papersStream } from '../../app/documents/papersStream.ts';
import { execute } from '../../app/execute.ts';
import { readCommand } from '../../app/fields/commandFields.ts';
import type { StateRecord } from '../../app/ports/eventStore.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { paperWords } from '../../messages/paperWords.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { answerPage } from '../answers.ts';
import { segments } from '../casePaths.ts';
import { Failure } from '../failure.ts';
import { PaperPage, type PaperPageProps, paperPath } from '../pages/PaperPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';
import { caseOf, download } from './cases.tsx';

type Act = 'substituteCharacter' | 'correctPaper';

/** The papers of a case: to be read, saved as PDF and Word, and corrected. */
export const paperRoutes: readonly Route[] = (Object.keys(segments) as CaseKind[]).flatMap((kind): Route[] => {
  const path = `/organs/:organ/staff/${segments[kind]}/:id/papers/:paper`;
  const give = (command: Act) => asStaff((visit) => act(visit, kind, command));
  return [
    { method: 'GET', path, asked: { view: viewOf[kind] }, answer: asStaff((visit) => paper(visit, kind)) },
    {
      method: 'POST',
      path: `${path}/substitute`,
      asked: { command: 'substituteCharacter' },
      takesFiles: true,
      answer: give('substituteCharacter'),
    },
    { method: 'POST', path: `${path}/correct`, asked: { command: 'correctPaper' }, answer: give('correctPaper') },
  ];
});

interface Found {
  readonly record: StateRecord;
  readonly paper: CasePaper;
}

/** The paper of an address, if the person may see the papers of its case. */
async function paperOf(visit: StaffVisit, kind: CaseKind, name: string): Promise<Found> {
  const record = await caseOf(visit, kind);
  const papers = await papersFor(visit.parts, visit.staff.account, record);
  const found = papers.find(({ id }) => id === name);
  if (!found) throw new Failure('notFound');
  await auditReading(visit.parts, visit.staff.account, record, found);
  return { record, paper: found };
}

/** The files of a paper by their extension. */
export const paperKinds = {
  pdf: { form: 'pdf', type: 'application/pdf' },
  docx: { form: 'word', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const;

async function paper(visit: StaffVisit, kind: CaseKind): Promise<Response> {
  const [name = '', extension] = (visit.c.req.param('paper') ?? '').split('.');
  if (extension === undefined) return show(visit, await paperOf(visit, kind, name), kind, {}, 200);
  if (name === 'all' && extension === 'pdf') return caseFile(visit, kind);
  if (extension !== 'pdf' && extension !== 'docx') throw new Failure('notFound');
  const { record, paper: found } = await paperOf(visit, kind, name);
  const { form, type } = paperKinds[extension];
  const content = await paperFile(visit.parts, visit.organ.id, record.stream, name, form);
  if (!content) throw new Failure('notFound');
  return download(visit, new Uint8Array(content), `${found.title}.${extension}`, type);
}

async function caseFile(visit: StaffVisit, kind: CaseKind): Promise<Response> {
  const record = await caseOf(visit, kind);
  const title = paperWords.caseFileTitle(titleOf(record, kind));
  const content = await printCaseFile(visit.parts, visit.staff.account, record, title);
  if (!content) throw new Failure('notFound');
  return download(visit, new Uint8Array(content), `${title}.pdf`, 'application/pdf');
}

const titleOf = ({ stream, state }: StateRecord, kind: CaseKind): string =>
  listedCase(kind, stream.id, state as AnyState).title || stream.id;

async function show(
  visit: StaffVisit,
  { record, paper: found }: Found,
  kind: CaseKind,
  rest: Partial<Pick<PaperPageProps, 'notice' | 'written'>>,
  status: 200 | 422,
): Promise<Response> {
  const { c, parts, frame, organ, staff } = visit;
  const html = await paperHtml(parts, organ.id, record.stream, found.id);
  if (html === null) throw new Failure('notFound');
  const papers = await parts.events.state(organ.id, papersStream(record.stream));
  const may = (command: Act) =>
    'actor' in actorOn(staff.account, organ.id, { command }, (papers?.state ?? null) as AnyState | null);
  const done = (['substituteCharacter', 'correctPaper'] as const).find((command) => command === c.req.query('done'));
  const props: PaperPageProps = {
    frame,
    organ,
    kind,
    id: record.stream.id,
    title: titleOf(record, kind),
    paper: found,
    html,
    mayCorrect: may('correctPaper'),
    maySubstitute: may('substituteCharacter'),
    today: parts.clock.procedure().slice(0, 10),
    commandId: randomUUID(),
    notice: done ? { tone: 'success', text: commandWords[done].done } : null,
    written: new URLSearchParams(),
    ...rest,
  };
  return answerPage(c, <PaperPage {...props} />, status);
}

/** Gives a command on the papers of the case, and shows the paper again. */
async function act(visit: StaffVisit, kind: CaseKind, command: Act): Promise<Response> {
  const { c, parts, organ, staff, form } = visit;
  const found = await paperOf(visit, kind, c.req.param('paper') ?? '');
  const commandId = form.get('commandId') ?? '';
  if (!/^[\da-f-]{36}$/.test(commandId)) throw new Failure('badRequest');
  const again = (text: string) => show(visit, found, kind, { notice: { tone: 'error', text }, written: form }, 422);
  const read = readCommand(command, await fieldsOf(visit, command));
  if ('errors' in read) return again(read.errors.map(({ message }) => message).join(' '));
  const stream = papersStream(found.record.stream);
  const state = ((await parts.events.state(organ.id, stream))?.state ?? null) as AnyState | null;
  const known = actorOn(staff.account, organ.id, { command }, state);
  const actor = 'actor' in known ? known.actor : staff.actor;
  const outcome = await execute(parts, {
    organ: organ.id,
    actor,
    commandId,
    stream,
    expectedVersion: null,
    command: read.value,
  });
  if (outcome.outcome === 'refused') return again(refusalText(outcome.refusal));
  return c.redirect(`${paperPath({ organ, kind, id: found.record.stream.id }, found.paper.id)}?done=${command}`, 303);
}

async function fieldsOf({ c, parts, form, files }: StaffVisit, command: Act): Promise<object> {
  const reason = form.get('reason') ?? '';
  if (command === 'correctPaper')
    return {
      paper: c.req.param('paper') ?? '',
      documentNumber: form.get('documentNumber') ?? '',
      date: form.get('date') ?? '',
      reason,
    };
  const sent = files.get('picture');
  const picture = sent ? { name: '字形.png', ...(await parts.files.put(sent.content)) } : null;
  return { character: form.get('character') ?? '', text: form.get('text') || null, picture, reason };
}
