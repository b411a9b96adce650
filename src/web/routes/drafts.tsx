import { blankForms } from '../../app/documents/blankForms.ts';
import { execute, type Order } from '../../app/execute.ts';
import { readCommand } from '../../app/fields/commandFields.ts';
import { caseOf } from '../../app/filing/filing.ts';
import { ownProposal } from '../../app/filing/ownProposals.ts';
import type { FormSection } from '../../messages/fieldWords.ts';
import { criterionWords, filingWords } from '../../messages/filingWords.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { answerPage } from '../answers.ts';
import { Failure } from '../failure.ts';
import { draftPath, ownPath, sectionPath } from '../filing/filingPaths.ts';
import { type DraftLook, lookThrough, standingOf } from '../filing/lookThrough.ts';
import { isOfSection, type OpenDraft, openDraft } from '../filing/openDraft.ts';
import { keepDraft, markOf, merged, takeSection } from '../filing/saveSection.ts';
import type { Mistakes } from '../forms/readWritten.ts';
import { DraftCheckPage } from '../pages/filing/DraftCheckPage.tsx';
import { DraftPage } from '../pages/filing/DraftPage.tsx';
import { DraftSectionPage } from '../pages/filing/DraftSectionPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';
import { toHome } from './filing.tsx';

const path = '/organs/:organ/drafts/:draft';
const asked = { view: 'ownProposals' } as const;

/** A filing that is being written: its steps, the last look, and the sending. */
export const draftRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(taskList) },
  { method: 'POST', path: `${path}/drop`, asked, answer: asStaff(drop) },
  { method: 'GET', path: `${path}/parts/:part`, asked, answer: asStaff(section) },
  { method: 'POST', path: `${path}/parts/:part`, asked, takesFiles: true, answer: asStaff(save) },
  { method: 'GET', path: `${path}/check`, asked, answer: asStaff((visit) => check(visit, null)) },
  { method: 'POST', path: `${path}/check`, asked, answer: asStaff(send) },
];

const idOf = ({ c }: StaffVisit): string => c.req.param('draft') ?? '';

/** @throws Failure where the person has no such draft */
async function draftOf(visit: StaffVisit): Promise<OpenDraft> {
  const open = await openDraft(visit, idOf(visit));
  if (!open) throw new Failure('notFound');
  return open;
}

async function taskList(visit: StaffVisit): Promise<Response> {
  const { c, frame, organ } = visit;
  const open = await draftOf(visit);
  const look = await lookThrough(visit, open);
  const standings = open.sections.map((one) => standingOf(open, look, one));
  const isSaved = c.req.query('saved') === '1';
  return answerPage(c, <DraftPage {...{ frame, organ, open, standings, isSaved }} />);
}

async function drop(visit: StaffVisit): Promise<Response> {
  const { parts, organ, staff } = visit;
  await parts.drafts.drop({ organ: organ.id, person: staff.account.person }, idOf(visit));
  return toHome(visit, 'drop');
}

interface Step {
  readonly number: number;
  readonly section: FormSection;
}

/** @throws Failure where the draft has no such step */
function stepOf({ c }: StaffVisit, { sections }: OpenDraft): Step {
  const number = Number(c.req.param('part'));
  const found = sections[number - 1];
  if (!found) throw new Failure('notFound');
  return { number, section: found };
}

/** The step as it stands; where it was asked for, with what is still missing beside its fields. */
async function section(visit: StaffVisit): Promise<Response> {
  const open = await draftOf(visit);
  const step = stepOf(visit, open);
  const mistakes =
    visit.c.req.query('look') === '1' ? wanting(await lookThrough(visit, open), step.section) : new Map();
  return show(visit, { ...open, form: { ...open.form, mistakes } }, step, open, 200);
}

const wanting = ({ mistakes, lacks }: DraftLook, section: FormSection): Mistakes =>
  new Map(
    [...lacks.map(({ path: at, text }) => [at, text] as const), ...mistakes].filter(([at]) => isOfSection(section, at)),
  );

/** @param stored what stood in the draft when the page was made */
function show(
  { c, parts, frame, organ }: StaffVisit,
  open: OpenDraft,
  { number, section: one }: Step,
  stored: OpenDraft,
  status: 200 | 409 | 422,
): Response {
  const props = {
    frame,
    organ,
    open,
    number,
    section: one,
    mark: markOf(stored.form.written, one),
    isConflict: status === 409,
    blanks: blankForms(organ.rules, parts.clock.procedure().slice(0, 10)),
  };
  return answerPage(c, <DraftSectionPage {...props} />, status);
}

/** So often a save is tried when other steps of the draft are saved at the same moment. */
const mostTries = 8;

/** Keeps a step, whatever it lacks. What another window saved of the same step meanwhile is never written over unseen. */
async function save(visit: StaffVisit): Promise<Response> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const open = await draftOf(visit);
    const step = stepOf(visit, open);
    if (markOf(open.form.written, step.section) !== visit.form.get('seen')) {
      const written = merged(open.form.written, step.section, visit);
      return show(visit, { ...open, form: { ...open.form, written } }, step, open, 409);
    }
    const { written, mistakes } = await takeSection(visit, open, step.section);
    if (!(await keepDraft(visit, open, written))) continue;
    if (mistakes.size === 0) return afterSave(visit, open, step);
    const now = { ...open, form: { ...open.form, written, mistakes } };
    return show(visit, now, step, now, 422);
  }
  throw new Failure('conflict');
}

function afterSave({ c, organ, form }: StaffVisit, { draft, sections }: OpenDraft, { number }: Step): Response {
  const step = form.get('step') ?? 'save';
  const here = sectionPath(organ.id, draft.id, number);
  if (step === 'save') return c.redirect(`${draftPath(organ.id, draft.id)}?saved=1`, 303);
  if (step !== 'next') return c.redirect(here, 303);
  const isLast = number === sections.length;
  return c.redirect(
    isLast ? `${draftPath(organ.id, draft.id)}/check` : sectionPath(organ.id, draft.id, number + 1),
    303,
  );
}

async function check(visit: StaffVisit, refusal: string | null, opened?: OpenDraft): Promise<Response> {
  const { c, frame, organ } = visit;
  const open = opened ?? (await draftOf(visit));
  const look = await lookThrough(visit, open);
  const criteria = organ.rules.review.criteria
    .filter(({ id }) => open.filing.target.kind === 'call' || organ.rules.createdData.criteria?.value.includes(id))
    .map(({ id, label }) => `${criterionWords[id]}（${label}）`);
  const props = { frame, organ, open, look, criteria, refusal };
  return answerPage(c, <DraftCheckPage {...props} />, refusal === null ? 200 : 422);
}

/** Sends the filing. The moment is that at which the whole request had come, however long the answer takes. */
async function send(visit: StaffVisit): Promise<Response> {
  const arrivedAt = visit.parts.clock.procedure();
  const parts = { ...visit.parts, clock: { real: visit.parts.clock.real, procedure: () => arrivedAt } };
  const open = await openDraft(visit, idOf(visit));
  if (!open) return alreadySent(visit);
  const { filing, draft, command, subject } = open;
  if (filing.target.kind === 'call' && visit.form.get('accepted') !== subject.guideline)
    return check(visit, filingWords.acceptMissing, open);
  const { fields } = await lookThrough(visit, open);
  const read = readCommand(command, fields);
  if ('errors' in read) return check(visit, filingWords.mistakesTitle, open);
  const id = caseOf(draft, filing.target);
  const { organ, staff } = visit;
  const order: Order = {
    organ: organ.id,
    actor: staff.actor,
    commandId: filing.commandId,
    stream: { kind: 'proposal', id },
    expectedVersion: null,
    command: read.value,
  };
  const outcome = await execute(parts, order);
  if (outcome.outcome === 'refused') return check(visit, refusalText(outcome.refusal), open);
  if (outcome.outcome === 'conflict') throw new Failure('conflict');
  await parts.drafts.drop({ organ: organ.id, person: staff.account.person }, draft.id);
  return visit.c.redirect(`${ownPath(organ.id, id)}?done=${command}`, 303);
}

/** A second click finds the proposal that the first one made. */
async function alreadySent(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, staff } = visit;
  const own = await ownProposal(parts, staff.account, idOf(visit).split('-')[0] ?? '');
  if (!own) throw new Failure('notFound');
  return c.redirect(ownPath(organ.id, own.stream.id), 303);
}
