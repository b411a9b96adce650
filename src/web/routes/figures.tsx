import { expiredPapers } from '../../app/cases/expiredPapers.ts';
import { figuresPaper } from '../../app/figures/figuresPaper.ts';
import { type Figure, yearlyFigures } from '../../app/figures/yearlyFigures.ts';
import { parseDay } from '../../core/calendar/day.ts';
import { fiscalYearOf } from '../../core/calendar/fiscalYear.ts';
import { figureWords } from '../../messages/figureWords.ts';
import { answerPage } from '../answers.ts';
import { csvOf } from '../csv.ts';
import { Failure } from '../failure.ts';
import { FiguresPage } from '../pages/FiguresPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';
import { download } from './cases.tsx';
import { paperKinds } from './papers.tsx';

/** The yearly figures as a page and as CSV. */
export const figureRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/organs/:organ/staff/figures',
    asked: { view: 'figures' },
    answer: asStaff(figures),
  },
];

/** How many past years can be chosen. */
const pastYears = 10;

async function figures(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const today = parseDay(parts.clock.procedure().slice(0, 10));
  if (!today) throw new Error('the clock shows no day');
  const thisYear = fiscalYearOf(today);
  const years = Array.from({ length: pastYears + 1 }, (_, back) => thisYear - back);
  const year = Number(c.req.query('year') ?? thisYear);
  if (!years.includes(year)) throw new Failure('notFound');
  const found = await yearlyFigures(parts, organ.id, year);
  const format = c.req.query('format');
  if (format === 'csv') return csv(visit, year, found);
  if (format === 'pdf' || format === 'docx') return paper(visit, year, found, format);
  const expired = await expiredPapers(parts, organ.id);
  return answerPage(
    c,
    <FiguresPage frame={frame} organ={organ} year={year} years={years} figures={found} expired={expired} />,
  );
}

/** The figures as a paper to be signed and sent. */
async function paper(
  visit: StaffVisit,
  year: number,
  found: readonly Figure[],
  format: keyof typeof paperKinds,
): Promise<Response> {
  const { form, type } = paperKinds[format];
  const printed = figuresPaper(visit.parts, visit.organ.rules, year, found);
  const content = await visit.parts.printer[form](printed);
  return download(visit, new Uint8Array(content), `${printed.title}.${format}`, type);
}

/** One row for each case of each figure, after the row of the figure itself. */
function csv({ c, organ }: StaffVisit, year: number, found: readonly Figure[]): Response {
  const names = figureWords.names(organ.rules.terms.data?.value ?? '');
  const rows = found.map((figure) => [
    names[figure.figure],
    String(figure.total),
    figureWords.unitOf(figure.figure),
    figure.cases.map(({ id }) => id).join(' '),
  ]);
  const header = [figureWords.item, figureWords.value, figureWords.unit, figureWords.cases];
  return c.body(csvOf([[figureWords.year, String(year), '', ''], header, ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="figures-${year}.csv"`,
    'Cache-Control': 'no-store',
  });
}
