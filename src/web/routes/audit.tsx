import { exportLines } from '../../app/audit/exportLines.ts';
import { sealerWarning } from '../../app/audit/sealerWarning.ts';
import { type AuditSearch, allOfAudit, type NamedAct, searchAudit } from '../../app/audit/searchAudit.ts';
import { auditWords } from '../../messages/auditWords.ts';
import { answerPage } from '../answers.ts';
import { isDay } from '../correctionForm.ts';
import { csvOf, csvRows } from '../csv.ts';
import { AuditPage, entriesPerPage } from '../pages/AuditPage.tsx';
import { roleName } from '../pages/roleName.ts';
import { cleanText } from '../readForm.ts';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

const asked = { view: 'auditLog' } as const;
const path = '/organs/:organ/staff/audit';

/** The audit log of an organ: to be searched, saved as CSV, and exported with its chain. */
export const auditRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(auditPage) },
  { method: 'GET', path: `${path}/export`, asked, answer: asStaff(exportOrgan) },
];

function searchOf({ c }: StaffVisit): AuditSearch {
  const text = (name: string) =>
    cleanText(c.req.query(name) ?? '')
      .slice(0, 200)
      .trim();
  return { person: text('person'), act: text('act'), from: text('from'), to: text('to'), stream: text('case') };
}

async function auditPage(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const search = searchOf(visit);
  const wrongDays = [search.from, search.to].filter((day) => day !== '' && !isDay(day));
  if (wrongDays.length === 0 && c.req.query('format') === 'csv') return csv(visit, search);
  const page = Math.max(1, Math.trunc(Number(c.req.query('page')) || 1));
  const found = wrongDays.length > 0 ? null : await pageOf(visit, search, page);
  const status = await parts.audit.status(organ.id);
  const { fingerprint } = await parts.sealer.publicKey();
  const warning = sealerWarning(parts.sealer.state(organ.id), parts.sealer.file);
  const props = { frame, organ, search, found, status, fingerprint, warning };
  return answerPage(c, <AuditPage {...props} />, found ? 200 : 400);
}

/** The entries of a page; beyond the last page, those of the last one. */
async function pageOf({ parts, organ }: StaffVisit, search: AuditSearch, wanted: number) {
  const at = (page: number) =>
    searchAudit(parts, organ.id, search, { limit: entriesPerPage, offset: (page - 1) * entriesPerPage });
  const found = await at(wanted);
  const last = Math.max(1, Math.ceil(found.total / entriesPerPage));
  return wanted <= last ? { page: wanted, ...found } : { page: last, ...(await at(last)) };
}

/** Writes down that the log was saved, and answers it piece by piece. */
async function save(visit: StaffVisit, ending: string, type: string, pieces: AsyncIterable<string>): Promise<Response> {
  const { c, parts, organ, staff } = visit;
  const entry = { act: 'exportAudit', outcome: 'read', stream: null, facts: { format: ending } } as const;
  const now = parts.clock.procedure();
  await parts.events.audit(organ.id, staff.actor, now, entry);
  const body = ReadableStream.from(reporting(visit, pieces)).pipeThrough(new TextEncoderStream());
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="audit-${organ.id}-${now.slice(0, 10)}.${ending}"`,
    'Cache-Control': 'no-store',
  });
}

/** The visitor finds what was cut off by its missing end; who looks after the machine is told why. */
async function* reporting({ c, parts }: StaffVisit, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* pieces;
  } catch (error) {
    parts.report(error, `${c.req.method} ${c.req.path}`);
    throw error;
  }
}

async function* joined(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = '';
  for await (const line of lines) {
    waiting += `${line}\n`;
    if (waiting.length < 100_000) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

function exportOrgan(visit: StaffVisit): Promise<Response> {
  const { parts, organ } = visit;
  const lines = exportLines(parts.audit, [organ.id], parts.clock.real());
  return save(visit, 'jsonl', 'application/jsonl; charset=utf-8', joined(lines));
}

const csv = (visit: StaffVisit, search: AuditSearch): Promise<Response> =>
  save(visit, 'csv', 'text/csv; charset=utf-8', csvPieces(visit, search));

async function* csvPieces({ parts, organ }: StaffVisit, search: AuditSearch): AsyncGenerator<string> {
  const w = auditWords;
  const names = [w.number, w.recordedAt, w.procedureAt, w.person, w.personNumber, w.role, w.act, w.actCode, w.outcome];
  yield csvOf([[...names, w.streamKind, w.stream, w.facts]]);
  const row = ({ number, name, actor, act, outcome, stream, facts, recordedAt, at }: NamedAct) => [
    number === null ? w.unchained : String(number),
    recordedAt,
    at,
    name ?? '',
    actor.person,
    roleName(actor.role, organ.rules),
    w.actName(act),
    act,
    w.outcomes[outcome],
    stream ? w.streams[stream.kind] : '',
    stream?.id ?? '',
    w.factsText(facts),
  ];
  for await (const entries of allOfAudit(parts, organ.id, search)) yield csvRows(entries.map(row));
}
