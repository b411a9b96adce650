import { randomUUID } from 'node:crypto';
import { actorOn } from '../../app/cases/caseActs.ts';
import { paperFile } from '../../app/cases/casePapers.ts';
import { execute } from '../../app/execute.ts';
import { filingSubject } from '../../app/filing/filingSubject.ts';
import { type OwnProposal, ownProposal } from '../../app/filing/ownProposals.ts';
import { type OwnView, ownView } from '../../app/filing/ownView.ts';
import { loadCase } from '../../app/loadCase.ts';
import { filingWords } from '../../messages/filingWords.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { answerPage } from '../answers.ts';
import { Failure } from '../failure.ts';
import { draftPath, ownPath } from '../filing/filingPaths.ts';
import { OwnProposalPage } from '../pages/filing/OwnProposalPage.tsx';
import { ReceiptPage } from '../pages/filing/ReceiptPage.tsx';
import { WithdrawPage, type WithdrawPageProps } from '../pages/filing/WithdrawPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';
import { download } from './cases.tsx';
import { passwordMistake } from './commands.tsx';
import { beginDraft, numberOf } from './filing.tsx';

const path = '/organs/:organ/proposals/:id';
const asked = { view: 'ownProposals' } as const;

/** A proposal of the person's own: what becomes of it, its papers, its correction and its withdrawal. */
export const ownProposalRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(own) },
  { method: 'GET', path: `${path}/receipt`, asked, answer: asStaff(receipt) },
  { method: 'GET', path: `${path}/papers/:paper`, asked, answer: asStaff(paper) },
  { method: 'GET', path: `${path}/files/:digest`, asked, answer: asStaff(file) },
  { method: 'POST', path: `${path}/correct`, asked, answer: asStaff(correct) },
  { method: 'GET', path: `${path}/withdraw`, asked, answer: asStaff((visit) => withdrawPage(visit, {})) },
  { method: 'POST', path: `${path}/withdraw`, asked, answer: asStaff(withdraw) },
];

const idOf = ({ c }: StaffVisit): string => c.req.param('id') ?? '';

/** @throws Failure where the person has no such proposal; whether somebody else has it is not told */
async function recordOf({ parts, staff, c }: StaffVisit): Promise<OwnProposal> {
  const record = await ownProposal(parts, staff.account, c.req.param('id') ?? '');
  if (!record) throw new Failure('notFound');
  return record;
}

async function viewOf(visit: StaffVisit): Promise<OwnView> {
  const view = await ownView(visit.parts, visit.staff.account, idOf(visit));
  if (!view) throw new Failure('notFound');
  return view;
}

const mayWithdraw = ({ organ, staff }: StaffVisit, { state }: OwnProposal): boolean =>
  'actor' in actorOn(staff.account, organ.id, { command: 'withdrawProposal' }, state);

async function own(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const view = await viewOf(visit);
  const props = {
    frame,
    organ,
    view,
    number: numberOf(view.record),
    today: parts.clock.procedure().slice(0, 10),
    done: Object.entries(filingWords.submitted).find(([command]) => command === c.req.query('done'))?.[1] ?? null,
    mayWithdraw: mayWithdraw(visit, view.record),
  };
  return answerPage(c, <OwnProposalPage {...props} />);
}

async function receipt(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const view = await viewOf(visit);
  const { call: id } = view.record.state;
  const call = id === null ? null : ((await loadCase(parts, organ.id, 'call', id))?.title ?? null);
  return answerPage(c, <ReceiptPage {...{ frame, organ, view, number: numberOf(view.record), call }} />);
}

/** A paper that is addressed to the person; no other paper of the case is found here. */
async function paper(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ } = visit;
  const { papers } = await viewOf(visit);
  const name = c.req.param('paper') ?? '';
  const found = papers.find(({ stream, id }) => `${stream.kind}-${id}.pdf` === name);
  const content = found && (await paperFile(parts, organ.id, found.stream, found.id, 'pdf'));
  if (!content) throw new Failure('notFound');
  return download(visit, new Uint8Array(content), `${found.title}.pdf`, 'application/pdf');
}

async function file(visit: StaffVisit): Promise<Response> {
  const { c, parts } = visit;
  const { files } = await viewOf(visit);
  const found = files.find(({ digest }) => digest === c.req.param('digest'));
  if (!found) throw new Failure('notFound');
  const content = new Uint8Array(await parts.files.get(found.digest));
  return download(visit, content, found.name, 'application/octet-stream');
}

/** Begins the answer to a request for correction, or goes on with it. */
async function correct(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, staff } = visit;
  const record = await recordOf(visit);
  const target = { kind: 'correction', proposal: record.stream.id } as const;
  const subject = await filingSubject(parts, staff.account, target);
  if (!subject?.isOpen) return c.redirect(ownPath(organ.id, record.stream.id), 303);
  const id = `${record.stream.id}-${record.state.corrections.length}`;
  if (!(await parts.drafts.find({ organ: organ.id, person: staff.account.person }, id)))
    await beginDraft(visit, id, target, subject);
  return c.redirect(draftPath(organ.id, id), 303);
}

async function withdrawPage(
  visit: StaffVisit,
  rest: Partial<Pick<WithdrawPageProps, 'commandId' | 'reason' | 'refusal' | 'passwordError'>>,
): Promise<Response> {
  const { c, frame, organ } = visit;
  const record = await recordOf(visit);
  if (!mayWithdraw(visit, record)) return c.redirect(ownPath(organ.id, record.stream.id), 303);
  const { created, form } = record.state;
  const props: WithdrawPageProps = {
    frame,
    organ,
    id: record.stream.id,
    number: numberOf(record),
    subject: created?.name ?? form.fileName ?? '',
    commandId: randomUUID(),
    reason: '',
    refusal: null,
    passwordError: null,
    ...rest,
  };
  const isWrong = props.refusal !== null || props.passwordError !== null;
  return answerPage(c, <WithdrawPage {...props} />, isWrong ? 422 : 200);
}

async function withdraw(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, staff, form } = visit;
  const { stream } = await recordOf(visit);
  const [commandId, reason] = [form.get('commandId') ?? '', form.get('reason') ?? ''];
  if (!/^[\da-f-]{36}$/.test(commandId)) throw new Failure('badRequest');
  const passwordError = await passwordMistake(visit);
  if (passwordError !== null) return withdrawPage(visit, { commandId, reason, passwordError });
  const command = { do: 'withdrawProposal', withdrawnOn: parts.clock.procedure().slice(0, 10), reason } as const;
  const order = { organ: organ.id, actor: staff.actor, commandId, stream, expectedVersion: null, command };
  const outcome = await execute(parts, order);
  if (outcome.outcome === 'refused')
    return withdrawPage(visit, { commandId, reason, refusal: refusalText(outcome.refusal) });
  if (outcome.outcome === 'conflict') throw new Failure('conflict');
  return c.redirect(`${ownPath(organ.id, stream.id)}?done=withdrawProposal`, 303);
}
