import { type EffortFigure, effortFigures } from '../../app/figures/effortFigures.ts';
import { effortWords } from '../../messages/effortWords.ts';
import { answerPage } from '../answers.ts';
import { csvOf } from '../csv.ts';
import { caseNumber } from '../pages/caseNumber.ts';
import { EffortPage } from '../pages/EffortPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

/** Estimate against actual effort over all cases, as a page and as CSV. */
export const effortRoutes: readonly Route[] = [
  { method: 'GET', path: '/organs/:organ/staff/effort', asked: { view: 'effort' }, answer: asStaff(effort) },
];

async function effort(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const found = await effortFigures(parts, organ.id);
  if (c.req.query('format') === 'csv') return csv(visit, found.figures);
  return answerPage(c, <EffortPage frame={frame} organ={organ} {...found} />);
}

/** One row for each item of each case. */
function csv({ c }: StaffVisit, figures: readonly EffortFigure[]): Response {
  const w = effortWords;
  const header = [w.kindColumn, w.itemColumn, w.caseColumn, '', w.estimated, w.actual, w.unit, w.ratio, w.usual];
  const rows = figures.flatMap(({ kind, item, cases, ratio, usual }) =>
    cases.map(({ id, number, estimated, actual }) => [
      w.kind[kind],
      w.item(item),
      caseNumber(number),
      id,
      String(estimated),
      String(actual),
      w.isYen(item) ? w.yen : w.minutes,
      ratio.toFixed(2),
      String(usual),
    ]),
  );
  return c.body(csvOf([header, ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="effort.csv"',
    'Cache-Control': 'no-store',
  });
}
