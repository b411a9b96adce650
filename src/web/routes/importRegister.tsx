import { randomUUID } from 'node:crypto';
import { importRegister } from '../../app/register/importRegister.ts';
import { type RegisterPreview, readRegister } from '../../app/register/readRegister.ts';
import { type RegisterRows, registerRows } from '../../app/register/registerRows.ts';
import { undoableImports, undoImport } from '../../app/register/undoImport.ts';
import { eventWords } from '../../messages/eventWords.ts';
import { importWords } from '../../messages/importWords.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { answerPage } from '../answers.ts';
import { Failure } from '../failure.ts';
import { holdFiles } from '../forms/heldFiles.ts';
import { pathsOf } from '../forms/written.ts';
import { ImportPage, type ImportState } from '../pages/ImportPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

const path = '/organs/:organ/staff/register/import';
const asked = { command: 'registerFile' } as const;

/** A register that comes in as a workbook or CSV: all rows or none, and back out while nothing touched it. */
export const importRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(choose) },
  { method: 'POST', path, asked, takesFiles: true, answer: asStaff(take) },
];

const show = ({ c, frame, organ }: StaffVisit, state: ImportState, status: 200 | 422 = 200): Response =>
  answerPage(c, <ImportPage frame={frame} organ={organ} state={state} />, status);

async function choose(visit: StaffVisit): Promise<Response> {
  return show(visit, { kind: 'choose', error: null, ...outcomesOf(visit), imports: await importsOf(visit) });
}

const importsOf = async ({ parts, organ }: StaffVisit) =>
  (await undoableImports(parts, organ.id)).map((one) => ({ ...one, commandId: randomUUID() }));

/** What the step before did, as the address tells. */
function outcomesOf({ c }: StaffVisit) {
  const count = (name: string) => {
    const value = Number(c.req.query(name) ?? 'x');
    return Number.isSafeInteger(value) ? value : null;
  };
  return { done: count('done'), undone: count('undone') };
}

async function wrong(visit: StaffVisit, error: string): Promise<Response> {
  return show(visit, { kind: 'choose', error, done: null, undone: null, imports: await importsOf(visit) }, 422);
}

async function take(visit: StaffVisit): Promise<Response> {
  const { parts, organ, staff, form, files } = visit;
  if (form.get('step') === 'undo') return undo(visit);
  const sent = { written: new URLSearchParams(pathsOf(form)), files: new Map(pathsOf(files)) };
  const store = (content: Uint8Array) => parts.files.put(content);
  const { written, mistakes } = await holdFiles(store, 'registerFile', staff.account.person, sent);
  const digest = written.get('file.digest');
  if (!digest) return wrong(visit, mistakes.get('file') ?? importWords.file);
  const file = await registerRows(await parts.files.get(digest), importWords.undecodable);
  if ('problem' in file) return wrong(visit, file.problem);
  const preview = readRegister(file, organ.rules);
  const previewing = (changed: Partial<RegisterPreview>): ImportState => ({
    kind: 'preview',
    preview: { ...preview, ...changed },
    held: written,
    commandId: randomUUID(),
  });
  if (form.get('step') !== 'give') return show(visit, previewing({}));
  const outcome = await importRegister(parts, orderOf(visit, file));
  if (outcome.outcome === 'rejected') return show(visit, previewing(outcome), 422);
  if (outcome.outcome === 'refused') return wrong(visit, refusalText(outcome.refusal));
  if (outcome.outcome === 'conflict') throw new Failure('conflict');
  return visit.c.redirect(`${visit.c.req.path}?done=${preview.entries.length}`, 303);
}

const orderOf = (visit: StaffVisit, file: RegisterRows) => ({ ...givenBy(visit), file, publishedOn: null });

function givenBy({ organ, staff, form }: StaffVisit) {
  const commandId = form.get('commandId') ?? '';
  if (!/^[\da-f-]{36}$/.test(commandId)) throw new Failure('badRequest');
  return { organ: organ.id, actor: staff.actor, commandId };
}

async function undo(visit: StaffVisit): Promise<Response> {
  const { parts, form, c } = visit;
  const order = { ...givenBy(visit), import: form.get('import') ?? '', reason: form.get('reason') ?? '' };
  const outcome = await undoImport(parts, order);
  switch (outcome.outcome) {
    case 'undone':
      return c.redirect(`${c.req.path}?undone=${outcome.entries}`, 303);
    case 'repeated':
      return c.redirect(c.req.path, 303);
    case 'refused':
      return wrong(visit, refusalText(outcome.refusal));
    case 'touched':
      return wrong(
        visit,
        importWords.touched(outcome.touched.map(({ entry, events }) => [entry, events.map(eventWords)])),
      );
    case 'unknown':
      return wrong(visit, importWords.unknownImport);
    case 'conflict':
      throw new Failure('conflict');
  }
}
