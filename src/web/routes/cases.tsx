import type { AnyState, CaseKind, CommandName } from '../../app/aggregates.ts';
import { permissionOf } from '../../app/aggregates.ts';
import { auditTaking } from '../../app/cases/auditTaking.ts';
import { actorOn, manualCommands } from '../../app/cases/caseActs.ts';
import { type CaseView, caseView, filesFor } from '../../app/cases/caseView.ts';
import { alarmsOfCalls } from '../../app/cases/deskAlarms.ts';
import {
  type ListedCase,
  listedCase,
  maySee,
  searchCases,
  withNumber,
  withRelease,
} from '../../app/cases/searchCases.ts';
import { viewOf } from '../../app/cases/viewOf.ts';
import type { StateRecord } from '../../app/ports/eventStore.ts';
import { takeFile } from '../../app/release/keepFile.ts';
import type { Approvable } from '../../core/approval/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { answerPage } from '../answers.ts';
import { casePath, segments } from '../casePaths.ts';
import { csvOf } from '../csv.ts';
import { Failure } from '../failure.ts';
import { CaseListPage } from '../pages/CaseListPage.tsx';
import { CasePage, type CasePageProps } from '../pages/CasePage.tsx';
import { CreationProgress } from '../pages/CreationProgress.tsx';
import { caseLinks } from '../pages/caseLinks.ts';
import { caseNumber } from '../pages/caseNumber.ts';
import { caseSteps } from '../pages/caseSteps.ts';
import { ApprovalFacts } from '../pages/facts/ApprovalFacts.tsx';
import { factsOf } from '../pages/facts/factsOf.tsx';
import { cleanText } from '../readForm.ts';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

/** The lists of cases, the page of each case and its files. */
export const caseRoutes: readonly Route[] = (Object.keys(segments) as CaseKind[]).flatMap((kind): Route[] => {
  const path = `/organs/:organ/staff/${segments[kind]}`;
  const asked = { view: viewOf[kind] } as const;
  return [
    { method: 'GET', path, asked, answer: asStaff((visit) => caseList(visit, kind)) },
    { method: 'GET', path: `${path}/:id`, asked, answer: asStaff((visit) => casePage(visit, kind)) },
    { method: 'GET', path: `${path}/:id/files/:digest`, asked, answer: asStaff((visit) => file(visit, kind)) },
  ];
});

async function caseList(visit: StaffVisit, kind: CaseKind): Promise<Response> {
  const { c, parts, frame, organ, staff } = visit;
  const text = cleanText(c.req.query('q') ?? '').slice(0, 200);
  const cases = await searchCases(parts, staff.account, kind, text);
  if (c.req.query('format') === 'csv') return csv(visit, kind, cases);
  // An organ keeps one office: its list would be one line to click through.
  const [only] = cases;
  if (kind === 'office' && only && text === '') return c.redirect(casePath(organ.id, kind, only.id), 303);
  const may = (command: CommandName) => 'actor' in actorOn(staff.account, organ.id, { command });
  const props = {
    frame,
    organ,
    kind,
    text,
    cases,
    beginnings: manualCommands(kind).filter(
      (command) =>
        permissionOf(command, kind).stages.includes('absent') &&
        may(command) &&
        !(kind === 'office' && cases.length > 0),
    ),
    mayImport: kind === 'register' && may('registerFile'),
    alarms:
      kind === 'call' ? (await alarmsOfCalls(parts, organ.id)).map((alarm) => ({ kind: 'call', alarm }) as const) : [],
  };
  return answerPage(c, <CaseListPage {...props} />);
}

function csv({ c }: StaffVisit, kind: CaseKind, cases: readonly ListedCase[]): Response {
  const { id, number, title, division, stage, due } = caseWords.columns;
  const rows = cases.map((one) => [
    one.id,
    one.number ? caseNumber(one.number) : '',
    one.title,
    one.division ?? '',
    stageWord(one.stage),
    one.due ?? '',
  ]);
  return c.body(csvOf([[id, number, title, division, stage, due], ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${segments[kind]}.csv"`,
    'Cache-Control': 'no-store',
  });
}

/** @throws Failure where there is no such case for this person; whether it exists is not told */
export async function caseOf({ c, parts, organ, staff }: StaffVisit, kind: CaseKind): Promise<StateRecord> {
  const record = await parts.events.state(organ.id, { kind, id: c.req.param('id') ?? '' });
  if (!record || !maySee(staff.account, record)) throw new Failure('notFound');
  return record;
}

/** Seconds after which the page of a running creation is asked for again. */
const refreshRest = 3;

async function casePage(visit: StaffVisit, kind: CaseKind): Promise<Response> {
  const { c, organ } = visit;
  const record = await caseOf(visit, kind);
  const state = record.state as AnyState;
  const view = await caseView(visit.parts, visit.staff.account, record);
  const isRunning = kind === 'release' && (state as ReleaseState).stage === 'creating';
  const isStill = c.req.query('still') === '1';
  // As a header, so that the page holds no timed element; the link on the page turns it off.
  if (isRunning && !isStill) c.header('Refresh', String(refreshRest));
  const props = await pageProps(visit, kind, record, view);
  const path = casePath(organ.id, kind, record.stream.id);
  const progress = visit.parts.progress.of({ organ: organ.id, release: record.stream.id });
  const first = isRunning ? <CreationProgress path={path} isStill={isStill} progress={progress} /> : undefined;
  return answerPage(
    c,
    <CasePage {...props} first={first}>
      {factsOf(kind, organ, state, view, props.names)}
      <ApprovalFacts state={state as AnyState & Approvable} names={props.names} />
    </CasePage>,
  );
}

async function pageProps(
  { c, parts, frame, organ }: StaffVisit,
  kind: CaseKind,
  { stream, state }: StateRecord,
  view: CaseView,
): Promise<Omit<CasePageProps, 'children'>> {
  const accounts = await parts.identity.accounts(organ.id);
  const done = manualCommands(kind).find((command) => command === c.req.query('done'));
  const { timeline, moved: _, handlers: __, ...seen } = view;
  return {
    frame,
    organ,
    listed: withNumber(
      withRelease(listedCase(kind, stream.id, state as AnyState), kind === 'proposal' ? timeline?.release : null),
      timeline?.proposal,
    ),
    done: done ? commandWords[done].done : null,
    steps: timeline ? caseSteps(timeline) : [],
    names: new Map(accounts.map(({ person, name }) => [person, name])),
    today: parts.clock.procedure().slice(0, 10),
    links: caseLinks(organ.id, kind, stream.id, state as AnyState, timeline?.release ?? null),
    ...seen,
  };
}

/** A file of the case as it was stored; the browser saves it and never shows it. */
async function file(visit: StaffVisit, kind: CaseKind): Promise<Response> {
  const { c, parts, staff } = visit;
  const record = await caseOf(visit, kind);
  const found = filesFor(parts, staff.account, record).find((one) => one.file.digest === c.req.param('digest'));
  const content = found && (await takeFile(parts, visit.organ.id, record.stream, found.file.digest));
  if (!content) throw new Failure('notFound');
  await auditTaking(parts, staff.account, record, found);
  return download(visit, new Uint8Array(content), found.file.name, 'application/octet-stream');
}

/** A file to be saved; nobody keeps it on the way. */
export const download = (
  { c }: Pick<StaffVisit, 'c'>,
  content: Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
): Response =>
  c.body(content, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': 'no-store',
  });
