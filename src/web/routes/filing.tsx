import { randomUUID } from 'node:crypto';
import { formPlan } from '../../app/cases/formPlan.ts';
import { shapeOf } from '../../app/fields/fieldShape.ts';
import { commandOf, type Filing, type FilingTarget, filingOf } from '../../app/filing/filing.ts';
import { filingOffers } from '../../app/filing/filingOffers.ts';
import { type FilingSubject, filingSubject } from '../../app/filing/filingSubject.ts';
import { type OwnProposal, ownProposals } from '../../app/filing/ownProposals.ts';
import { openDeadlines } from '../../app/openDeadlines.ts';
import type { Draft } from '../../app/ports/draftStore.ts';
import type { DueName } from '../../app/timeline/dueDays.ts';
import { filingWords, ownStageText } from '../../messages/filingWords.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { answerPage } from '../answers.ts';
import { dayWords, japanMoment } from '../components/momentWords.ts';
import { Failure } from '../failure.ts';
import { draftPath, filingPath } from '../filing/filingPaths.ts';
import { askedOf } from '../filing/openDraft.ts';
import { writeValue } from '../forms/written.ts';
import { newCaseId } from '../newCaseId.ts';
import {
  FilingHomePage,
  type FilingHomePageProps,
  type ListedDraft,
  type ListedOwn,
} from '../pages/filing/FilingHomePage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

/** The first page of a proposer or an agent, and the beginning of a filing. */
export const filingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/organs/:organ/proposals',
    asked: { view: 'ownProposals' },
    answer: asStaff((visit) => home(visit, noticeOf(visit))),
  },
  {
    method: 'POST',
    path: '/organs/:organ/proposals/begin',
    asked: { view: 'ownProposals' },
    answer: asStaff(begin),
  },
];

/** So many drafts a person may have. */
const mostDrafts = 20;

/** How people speak of a proposal. */
export const numberOf = ({ state: { number } }: OwnProposal): string =>
  timelineWords.numberOf(number.fiscalYear, number.serial);

type Notice = FilingHomePageProps['notice'];

const noticeOf = ({ c }: StaffVisit): Notice =>
  c.req.query('done') === 'drop' ? { tone: 'success', title: filingWords.dropped } : null;

async function home(visit: StaffVisit, notice: Notice, status: 200 | 409 = 200): Promise<Response> {
  const { c, parts, frame, organ, staff } = visit;
  const own = await ownProposals(parts, staff.account);
  const drafts = await parts.drafts.all({ organ: organ.id, person: staff.account.person });
  const sent = new Set(own.map(({ stream }) => stream.id));
  const listed = await Promise.all(drafts.filter(({ id }) => !sent.has(id)).map((draft) => listedDraft(visit, draft)));
  const props: FilingHomePageProps = {
    frame,
    organ,
    name: staff.account.name,
    offers: await filingOffers(parts, organ.id),
    drafts: listed.flat(),
    own: own.map(listedOwn),
    notice,
  };
  return answerPage(c, <FilingHomePage {...props} />, status);
}

async function listedDraft({ parts, staff }: StaffVisit, draft: Draft): Promise<ListedDraft[]> {
  const { target } = filingOf(draft);
  const subject = await filingSubject(parts, staff.account, target);
  if (!subject) return [];
  const { title, closing } = subject;
  const kind = filingWords.draftTitle[commandOf(target)];
  return [{ id: draft.id, title, kind, savedAt: japanMoment(draft.savedAt), closing }];
}

function listedOwn(record: OwnProposal): ListedOwn {
  const { state, stream } = record;
  const [due] = Object.entries(openDeadlines('proposal', state)).toSorted(([, one], [, other]) =>
    one < other ? -1 : 1,
  );
  return {
    id: stream.id,
    number: numberOf(record),
    title: state.created?.name ?? state.form.fileName ?? '',
    state: ownStageText(state.stage, null).title,
    due: due ? dueText(due[0] as DueName, dayWords(due[1])) : null,
  };
}

const dueText = (name: DueName, day: string): string =>
  name === 'correction' ? filingWords.correctionDue(day) : `${timelineWords.dueName[name]}：${day}まで`;

/** @throws Failure where the form names nothing that a filing can go to */
function targetOf({ form }: StaffVisit): FilingTarget {
  const [kind, call, entry, release] = ['kind', 'call', 'entry', 'release'].map((name) => form.get(name) ?? '');
  if (kind === 'call' && call && entry) return { kind, call, entry };
  if (kind === 'created' && entry && release) return { kind, entry, release };
  throw new Failure('badRequest');
}

async function begin(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, staff } = visit;
  const target = targetOf(visit);
  const subject = await filingSubject(parts, staff.account, target);
  if (!subject?.isOpen) return home(visit, { tone: 'warning', title: filingWords.notOffered }, 409);
  const drafts = await parts.drafts.all({ organ: organ.id, person: staff.account.person });
  if (drafts.length >= mostDrafts) return home(visit, { tone: 'warning', title: filingWords.tooMany(mostDrafts) }, 409);
  const id = newCaseId();
  await beginDraft(visit, id, target, subject);
  return c.redirect(draftPath(organ.id, id), 303);
}

/** Keeps a new draft with what the organ, the call and the account give beforehand. */
export async function beginDraft(
  { parts, organ, staff }: StaffVisit,
  id: string,
  target: FilingTarget,
  subject: FilingSubject,
): Promise<void> {
  const command = commandOf(target);
  const { filled, hidden } = await formPlan(parts, organ.id, command, subject.record, askedOf({ target }, staff));
  const written = writeValue(new URLSearchParams(), shapeOf(command), filled);
  for (const path of hidden) written.delete(path);
  if (target.kind !== 'correction')
    written.set(staff.actor.role === 'agent' ? 'agent.name' : 'proposers.0.name', staff.account.name);
  const content: Filing = { target, written: written.toString(), commandId: randomUUID() };
  const owner = { organ: organ.id, person: staff.account.person };
  await parts.drafts.keep(owner, { id, version: 1, savedAt: parts.clock.real(), content });
}

/** The person's first page. */
export const toHome = ({ c, organ }: StaffVisit, done: string): Response =>
  c.redirect(`${filingPath(organ.id)}?done=${done}`, 303);
