import type { CaseKind } from '../../app/aggregates.ts';
import { actorOn } from '../../app/cases/caseActs.ts';
import { deskAlarms } from '../../app/cases/deskAlarms.ts';
import { inbox } from '../../app/cases/inbox.ts';
import { searchCases } from '../../app/cases/searchCases.ts';
import { viewOf } from '../../app/cases/viewOf.ts';
import { answerPage } from '../answers.ts';
import { segments } from '../casePaths.ts';
import { StaffPage } from '../pages/StaffPage.tsx';
import { cleanText } from '../readForm.ts';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

/** The first page of a member of staff. */
export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/organs/:organ/staff', asked: { view: 'office' }, answer: asStaff(staffHome) },
];

async function staffHome(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ, staff } = visit;
  const { account } = staff;
  const text = cleanText(c.req.query('q') ?? '')
    .slice(0, 200)
    .trim();
  const props = {
    frame,
    organ,
    account,
    errands: await inbox(parts, account),
    alarms: await deskAlarms(parts, account),
    search: text === '' ? null : { text, found: await searchAll(visit, text) },
    today: parts.clock.procedure().slice(0, 10),
  };
  return answerPage(c, <StaffPage {...props} />);
}

/** The cases of every kind that the person may see. */
async function searchAll({ parts, organ, staff }: StaffVisit, text: string) {
  const kinds = (Object.keys(segments) as CaseKind[]).filter(
    (kind) => 'actor' in actorOn(staff.account, organ.id, { view: viewOf[kind] }),
  );
  return (await Promise.all(kinds.map((kind) => searchCases(parts, staff.account, kind, text)))).flat();
}
