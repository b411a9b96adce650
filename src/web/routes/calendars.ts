import { type PublicCall, publicCalls } from '../../app/call/publicCalls.ts';
import { type CaseDeadline, deadlinesIn, ownDeadlines } from '../../app/cases/ownDeadlines.ts';
import { ownProposals } from '../../app/filing/ownProposals.ts';
import { calendarWords } from '../../messages/calendarWords.ts';
import { homeWords } from '../../messages/homeWords.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { answerShared } from '../answers.ts';
import { casePath } from '../casePaths.ts';
import { ownPath } from '../filing/filingPaths.ts';
import { type CalendarEntry, icalendarOf } from '../icalendar.ts';
import { asStaff, atOrgan, type OrganVisit, type Route, type StaffVisit } from '../route.ts';
import { download } from './cases.tsx';

/** What can be taken into one's own calendar: the calls, by everyone; the own deadlines, by staff and by who files. */
export const calendarRoutes: readonly Route[] = [
  { method: 'GET', path: '/organs/:organ/calls.ics', asked: 'everyone', answer: atOrgan(calls) },
  { method: 'GET', path: '/organs/:organ/staff/deadlines.ics', asked: { view: 'office' }, answer: asStaff(ofStaff) },
  {
    method: 'GET',
    path: '/organs/:organ/proposals/deadlines.ics',
    asked: { view: 'ownProposals' },
    answer: asStaff(ofFiler),
  },
];

const type = 'text/calendar; charset=utf-8';

const originOf = ({ c, parts }: OrganVisit): string => parts.publicOrigin ?? new URL(c.req.url).origin;

/** The calls that are open or published, each with its first day and its end. */
function calls(visit: OrganVisit): Promise<Response> {
  const { c, parts, organ } = visit;
  const origin = originOf(visit);
  const shared = { organs: [organ.id], address: `${origin}${c.req.path}` };
  const headers = { 'Content-Type': type, 'Content-Disposition': 'inline; filename="calls.ics"' };
  return answerShared(c, visit, shared, headers, async () => {
    const found = await publicCalls(parts.events, organ.id);
    const entries = found.flatMap((call) => callEntries(visit, call, `${origin}/organs/${organ.id}`));
    return icalendarOf(calendarWords.callsName(organ.name), entries, parts.clock.real());
  });
}

/** The end is a moment where the organ takes proposals online until one, and a whole day everywhere else. */
function callEntries({ parts, organ }: OrganVisit, call: PublicCall, url: string): readonly CalendarEntry[] {
  const { id, title, opensOn, closesOn, ruleDay } = call;
  const intake = (parts.rules.inForce(organ.id, ruleDay) ?? organ.rules).intake;
  const time = intake.onlineFiling?.value === true ? intake.closingTime?.value : undefined;
  const ways = [
    ...(time === undefined ? [] : [calendarWords.closesOnline(time)]),
    ...(intake.counter ? [counterWords(intake.counter.value)] : []),
    ...(intake.arrivalRule ? [`${homeWords.arrival}：${homeWords.arrivalRule[intake.arrivalRule.value]}`] : []),
  ];
  const uid = `${organ.id}/call/${id}`;
  return [
    { uid: `${uid}/open`, summary: calendarWords.opens(title), description: '', url, at: opensOn },
    {
      uid: `${uid}/close`,
      summary: calendarWords.closes(title),
      description: ways.join('\n'),
      url,
      at: time === undefined ? closesOn : `${closesOn}T${time}`,
    },
  ];
}

const counterWords = ({ from, through }: { readonly from: string; readonly through: string }): string =>
  `${homeWords.counter}：${homeWords.counterHours(from, through)}`;

async function ofStaff(visit: StaffVisit): Promise<Response> {
  const { parts, organ, staff } = visit;
  const deadlines = await ownDeadlines(parts, staff.account);
  return personal(visit, deadlines, ({ listed: { kind, id } }) => casePath(organ.id, kind, id));
}

async function ofFiler(visit: StaffVisit): Promise<Response> {
  const { parts, organ, staff } = visit;
  const deadlines = (await ownProposals(parts, staff.account)).flatMap(deadlinesIn);
  return personal(visit, deadlines, ({ listed: { id } }) => ownPath(organ.id, id));
}

function personal(
  visit: StaffVisit,
  deadlines: readonly CaseDeadline[],
  pathOf: (deadline: CaseDeadline) => string,
): Response {
  const { parts, organ } = visit;
  const entries = deadlines.map((deadline): CalendarEntry => {
    const { listed, name, day } = deadline;
    const number = listed.number && timelineWords.numberOf(listed.number.fiscalYear, listed.number.serial);
    return {
      uid: `${organ.id}/${listed.kind}/${listed.id}/${name}`,
      summary: calendarWords.due(name, [number, listed.title].filter((part) => part !== null).join('　')),
      description: '',
      url: `${originOf(visit)}${pathOf(deadline)}`,
      at: day,
    };
  });
  const made = icalendarOf(calendarWords.ownName(organ.name), entries, parts.clock.real());
  return download(visit, new Uint8Array(Buffer.from(made, 'utf8')), 'deadlines.ics', type);
}
