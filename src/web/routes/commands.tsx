import { randomUUID } from 'node:crypto';
import type { AnyState, CaseKind, Command, CommandName } from '../../app/aggregates.ts';
import { auditForm } from '../../app/cases/auditForm.ts';
import { actorOn, manualCommands } from '../../app/cases/caseActs.ts';
import { formPlan } from '../../app/cases/formPlan.ts';
import { listedCase, maySee } from '../../app/cases/searchCases.ts';
import { viewOf } from '../../app/cases/viewOf.ts';
import { paperText } from '../../app/documents/paperText.ts';
import { execute, type Order } from '../../app/execute.ts';
import { readCommand } from '../../app/fields/commandFields.ts';
import { shapeOf } from '../../app/fields/fieldShape.ts';
import type { StateRecord } from '../../app/ports/eventStore.ts';
import type { Account } from '../../app/ports/identity.ts';
import { rehearse } from '../../app/rehearse.ts';
import { keepFile } from '../../app/release/keepFile.ts';
import type { Refusal } from '../../core/decision.ts';
import { officeStream } from '../../core/office/office.ts';
import { unreachable } from '../../core/unreachable.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { answerPage } from '../answers.ts';
import { casePath, hasOwnPage, segments } from '../casePaths.ts';
import { conflictOf } from '../conflictOf.ts';
import { Failure } from '../failure.ts';
import type { CommandForm } from '../forms/commandForm.ts';
import { holdFiles } from '../forms/heldFiles.ts';
import { type Mistakes, mistakesOf, readWritten } from '../forms/readWritten.ts';
import { refusalFields } from '../forms/refusalFields.ts';
import { changeRows, pathsOf, rowsOf, under, type Written, writeValue } from '../forms/written.ts';
import { newCaseId } from '../newCaseId.ts';
import { BlockedPage } from '../pages/BlockedPage.tsx';
import { type CommandNotice, CommandPage, type CommandPageProps } from '../pages/CommandPage.tsx';
import { ConfirmPage, type ConfirmPageProps } from '../pages/ConfirmPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

/** The forms of all commands, by the kind of case that they are of. */
export const commandRoutes: readonly Route[] = (Object.keys(segments) as CaseKind[]).flatMap((kind): Route[] => {
  const path = `/organs/:organ/staff/${segments[kind]}/:id/do/:command`;
  const asked = { view: viewOf[kind] } as const;
  return [
    { method: 'GET', path, asked, answer: asStaff((visit) => showForm(visit, kind)) },
    { method: 'POST', path, asked, takesFiles: true, answer: asStaff((visit) => takeStep(visit, kind)) },
  ];
});

/** A command that is about to be given on a case. */
interface Asked {
  readonly visit: StaffVisit;
  readonly kind: CaseKind;
  readonly id: string;
  readonly command: CommandName;
  readonly record: StateRecord | null;
}

/** Commands before which the person shows again who they are. */
const guarded: readonly CommandName[] = ['signVerification', 'withdrawCall', 'withdrawProposal', 'lapseProposal'];

/** @throws Failure where there is no such command or case for this person */
async function askedOf(visit: StaffVisit, kind: CaseKind): Promise<Asked> {
  const { c, parts, organ, staff } = visit;
  const [id, name] = [c.req.param('id') ?? '', c.req.param('command') ?? ''];
  if (!manualCommands(kind).includes(name as CommandName) || hasOwnPage(name as CommandName))
    throw new Failure('notFound');
  const command = name as CommandName;
  const record = id === 'new' ? null : await parts.events.state(organ.id, { kind, id });
  if (id !== 'new' && (!record || !maySee(staff.account, record))) throw new Failure('notFound');
  const allowed = actorOn(staff.account, organ.id, { command, kind });
  if ('refusal' in allowed) throw new Failure('forbidden');
  return { visit, kind, id, command, record };
}

const stateOf = ({ record }: Asked) => (record?.state ?? null) as AnyState | null;

async function showForm(visit: StaffVisit, kind: CaseKind): Promise<Response> {
  const asked = await askedOf(visit, kind);
  const allowed = actorOn(visit.staff.account, visit.organ.id, { command: asked.command, kind }, stateOf(asked));
  if ('refusal' in allowed) return blocked(asked, allowed.refusal);
  const form = await blankForm(asked);
  await auditForm(visit.parts, allowed.actor, asked.command, asked.record, form.plan);
  const written = writeValue(new URLSearchParams(), form.shape, form.plan.filled);
  return answerPage(visit.c, <CommandPage {...(await pageProps(asked, { ...form, written }))} />);
}

function blocked(asked: Asked, refusal: Refusal): Response {
  const { visit, kind, id, command } = asked;
  const { c, frame, organ } = visit;
  const reason = refusalText(refusal);
  const props = { frame, organ, kind, id, title: titleOf(asked), command, reason };
  return answerPage(c, <BlockedPage {...props} />, 409);
}

const titleOf = ({ kind, id, record }: Asked): string | null =>
  record && (listedCase(kind, id, record.state as AnyState).title || id);

/** The form as the rules and the case give it; what was chosen in it, or in the address, decides what it asks. */
async function blankForm({ visit, command, record }: Asked): Promise<CommandForm> {
  const { c, parts, organ } = visit;
  const chosen = { ...c.req.query(), ...Object.fromEntries(pathsOf(visit.form)) };
  const plan = await formPlan(parts, organ.id, command, record, chosen);
  return { command, shape: shapeOf(command), plan, written: new URLSearchParams(), mistakes: new Map() };
}

interface Carried {
  readonly version: number;
  readonly commandId: string;
  readonly caseId: string;
  readonly notice: CommandNotice | null;
}

/** An organ keeps its office once; every other case is named anew. */
const beginning = (kind: CaseKind): string => (kind === officeStream.kind ? officeStream.id : newCaseId());

async function pageProps(asked: Asked, form: CommandForm, carried: Partial<Carried> = {}): Promise<CommandPageProps> {
  const { visit, kind, id, record } = asked;
  return {
    frame: visit.frame,
    organ: visit.organ,
    kind,
    id,
    title: titleOf(asked),
    form,
    version: record?.version ?? 0,
    commandId: randomUUID(),
    caseId: id === 'new' ? beginning(kind) : id,
    notice: null,
    ...carried,
  };
}

/** @throws Failure where the form does not carry what every form carries */
function carriedOf({ visit: { form }, id }: Asked): Carried {
  const [commandId, version] = [form.get('commandId') ?? '', Number(form.get('expectedVersion') ?? 'x')];
  const caseId = id === 'new' ? (form.get('caseId') ?? '') : id;
  const isSound = /^[\da-f-]{36}$/.test(commandId) && Number.isSafeInteger(version) && version >= 0;
  if (!isSound || (id === 'new' && !/^[a-z2-9]{10}$/.test(caseId))) throw new Failure('badRequest');
  return { commandId, version, caseId, notice: null };
}

async function takeStep(visit: StaffVisit, kind: CaseKind): Promise<Response> {
  const asked = await askedOf(visit, kind);
  const carried = carriedOf(asked);
  const { account } = visit.staff;
  const stream = { kind, id: carried.caseId };
  const store = (content: Uint8Array) => keepFile(visit.parts, visit.organ.id, stream, content);
  const sent = { written: new URLSearchParams(pathsOf(visit.form)), files: new Map(pathsOf(visit.files)) };
  const held = await holdFiles(store, asked.command, account.person, sent);
  const form = { ...(await blankForm(asked)), written: withoutEmptyPapers(held.written), mistakes: held.mistakes };
  const step = visit.form.get('step') ?? 'check';
  if (await isDone(asked, carried)) return toCase(asked, carried);
  if (/^(add|remove|drop):[\w.]+$/.test(step))
    return show(asked, { ...form, written: changeRows(form.written, step) }, carried, 200);
  if (step === 'edit') return show(asked, form, carried, 200);
  return judge(asked, form, carried, step);
}

/** A row of the papers that names only whose it would be says nothing. */
function withoutEmptyPapers(written: Written): Written {
  const next = new URLSearchParams(written);
  for (let at = 0; at < rowsOf(written, 'attachments'); at += 1) {
    const row = under('attachments', at);
    if (!written.get(under(row, 'kind')) && !written.get(`${row}.file.digest`)) next.delete(under(row, 'of'));
  }
  return next;
}

async function show(asked: Asked, form: CommandForm, carried: Carried, status: 200 | 409 | 422): Promise<Response> {
  return answerPage(asked.visit.c, <CommandPage {...(await pageProps(asked, form, carried))} />, status);
}

/** Reads the form, and goes on to the last look, the paper or the act itself. */
async function judge(asked: Asked, form: CommandForm, carried: Carried, step: string): Promise<Response> {
  const read = readWritten(form.shape, form.written, new Set(form.plan.hidden));
  const command = readCommand(asked.command, read.fields);
  const mistakes: Mistakes = new Map([
    ...('errors' in command ? mistakesOf(asked.command, form.shape, read, command.errors) : []),
    ...form.mistakes,
  ]);
  if (mistakes.size > 0 || 'errors' in command)
    return show(asked, { ...form, mistakes }, { ...carried, notice: { kind: 'invalid' } }, 422);
  const order = orderOf(asked, carried, command.value);
  if (step === 'preview') return preview(asked, form, carried, order);
  if (commandWords[asked.command].final && step !== 'give') return confirm(asked, form, carried, order);
  return give(asked, form, carried, order);
}

/** Who stands in for somebody gives a 代決 in that office; everything else in the own one as far as that goes. */
const inOfficeOf = (account: Account, command: Command): Account =>
  command.do === 'approveDraft' && command.way === 'substituteApproval' && account.standsInFor?.length
    ? { ...account, roles: [] }
    : account;

function orderOf(asked: Asked, { commandId, version, caseId }: Carried, command: Command): Order {
  const { visit, kind } = asked;
  const { account, actor: anyone } = visit.staff;
  const standing = inOfficeOf(account, command);
  const known = actorOn(standing, visit.organ.id, { command: command.do, kind }, stateOf(asked));
  const able = 'actor' in known ? known : actorOn(standing, visit.organ.id, { command: command.do, kind });
  const actor = 'actor' in able ? able.actor : anyone;
  const stream = { kind, id: caseId };
  return { organ: visit.organ.id, actor, commandId, stream, expectedVersion: version, command };
}

/** The page before an act that cannot be taken back, with the papers that would arise. */
async function confirm(
  asked: Asked,
  form: CommandForm,
  carried: Carried,
  order: Order,
  passwordError: string | null = null,
): Promise<Response> {
  const { c, parts } = asked.visit;
  const rehearsal = await rehearse(parts, order);
  if (rehearsal.outcome === 'refused') return refused(asked, form, carried, rehearsal.refusal);
  const props: ConfirmPageProps = {
    ...(await pageProps(asked, form, carried)),
    password: guarded.includes(asked.command) ? { error: passwordError } : null,
    typing: rehearsal.typing,
    handedOver: rehearsal.handedOver.map((one) => listedCase(one.kind, one.id, one.state)),
    papers: rehearsal.papers.map((paper) => ({ title: paper.title, text: paperText(paper) })),
  };
  return answerPage(c, <ConfirmPage {...props} />, passwordError ? 422 : 200);
}

/** Whether the person gave this very command before: a second click finds it done. */
async function isDone({ visit, kind }: Asked, { commandId, caseId }: Carried): Promise<boolean> {
  const events = await visit.parts.events.committed(visit.organ.id, commandId);
  return (events ?? []).some(
    ({ actor, stream }) => actor.person === visit.staff.account.person && stream.kind === kind && stream.id === caseId,
  );
}

const toCase = ({ visit: { c, organ }, kind, command }: Asked, { caseId }: Carried): Response =>
  c.redirect(`${casePath(organ.id, kind, caseId)}?done=${command}`, 303);

async function preview(asked: Asked, form: CommandForm, carried: Carried, order: Order): Promise<Response> {
  const { c, parts } = asked.visit;
  const rehearsal = await rehearse(parts, order);
  if (rehearsal.outcome === 'refused') return refused(asked, form, carried, rehearsal.refusal);
  const [paper] = rehearsal.papers;
  if (!paper) throw new Failure('notFound');
  return c.body(new Uint8Array(await parts.printer.pdf(paper)), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="preview.pdf"',
    'Cache-Control': 'no-store',
  });
}

async function give(asked: Asked, form: CommandForm, carried: Carried, order: Order): Promise<Response> {
  const { parts } = asked.visit;
  if (guarded.includes(asked.command)) {
    const error = await passwordMistake(asked.visit);
    if (error !== null) return confirm(asked, form, carried, order, error);
  }
  const outcome = await execute(parts, order);
  switch (outcome.outcome) {
    case 'done':
    case 'repeated':
      return toCase(asked, carried);
    case 'conflict':
      return conflict(asked, form, carried);
    case 'refused':
      return refused(asked, form, carried, outcome.refusal);
    default:
      return unreachable(outcome);
  }
}

/** What is wrong with the password that came with the form, in a field; null when it is the person's own. */
export async function passwordMistake(
  { parts, organ, staff, form }: StaffVisit,
  field = 'password',
): Promise<string | null> {
  const answer = await parts.identity.signIn(organ.id, staff.account.login, form.get(field) ?? '');
  if (answer.outcome === 'locked') return formWords.passwordLocked;
  if (answer.outcome !== 'signedIn') return formWords.passwordWrong;
  await parts.identity.signOut(answer.token);
  return null;
}

function refused(asked: Asked, form: CommandForm, carried: Carried, refusal: Refusal): Promise<Response> {
  const text = refusalText(refusal);
  const mistakes = new Map([...form.mistakes, ...refusalFields(refusal).map((path) => [path, text] as const)]);
  return show(asked, { ...form, mistakes }, { ...carried, notice: { kind: 'refused', text } }, 422);
}

/** Someone was faster: the form stays, and with it stands what they did. */
async function conflict(asked: Asked, form: CommandForm, carried: Carried): Promise<Response> {
  const { version, ...since } = await conflictOf(
    asked.visit,
    { kind: asked.kind, id: carried.caseId },
    carried.version,
  );
  const notice: CommandNotice = { kind: 'conflict', ...since };
  const next = { ...carried, version, commandId: randomUUID(), notice };
  return show(asked, form, next, 409);
}
