import { answerPage } from '../answers.ts';
import { StaffPage } from '../pages/StaffPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

/** The first page of a member of staff. */
export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/organs/:organ/staff', asked: { view: 'office' }, answer: asStaff(staffHome) },
];

function staffHome({ c, frame, organ, staff }: StaffVisit): Response {
  return answerPage(c, <StaffPage frame={frame} organ={organ} account={staff.account} />);
}
