import { policy } from '../../app/policy.ts';
import type { StateRecord } from '../../app/ports/eventStore.ts';
import { caseTimeline } from '../../app/timeline/caseTimeline.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { answerPage } from '../answers.ts';
import { Failure } from '../failure.ts';
import { CaseListPage } from '../pages/CaseListPage.tsx';
import { CasePage } from '../pages/CasePage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

const asked = { view: 'caseTimeline' } as const;
const path = '/organs/:organ/staff/cases';

/** The cases of an organ, and how each went. */
export const caseRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(caseList) },
  { method: 'GET', path: `${path}/:case`, asked, answer: asStaff(casePage) },
];

/** Whether the person may see this case: a division sees its own. */
const maySee = ({ organ, staff }: StaffVisit, subject: ProposalState) =>
  policy({ actor: staff.actor, organ: organ.id, act: asked, subject }) === null;

async function caseList(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const { records } = await parts.events.states(organ.id, { kind: 'proposal' });
  const cases = records.map(listed).filter(({ proposal }) => maySee(visit, proposal));
  const today = parts.clock.procedure().slice(0, 10);
  return answerPage(c, <CaseListPage frame={frame} organ={organ} cases={cases} today={today} />);
}

const listed = ({ stream, state }: StateRecord) => ({ id: stream.id, proposal: state as ProposalState });

async function casePage(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const timeline = await caseTimeline(parts, organ.id, c.req.param('case') ?? '');
  if (!timeline || !maySee(visit, timeline.proposal)) throw new Failure('notFound');
  const accounts = await parts.identity.accounts(organ.id);
  const names = new Map(accounts.map(({ person, name }) => [person, name]));
  const today = parts.clock.procedure().slice(0, 10);
  return answerPage(c, <CasePage frame={frame} organ={organ} timeline={timeline} names={names} today={today} />);
}
