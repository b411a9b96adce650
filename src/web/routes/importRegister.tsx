import { randomUUID } from 'node:crypto';
import { importRegister } from '../../app/register/importRegister.ts';
import { type RegisterPreview, readRegisterCsv } from '../../app/register/readRegisterCsv.ts';
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

/** A register that comes in from Excel, as CSV: all rows or none. */
export const importRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(choose) },
  { method: 'POST', path, asked, takesFiles: true, answer: asStaff(take) },
];

const show = ({ c, frame, organ }: StaffVisit, state: ImportState, status: 200 | 422 = 200): Response =>
  answerPage(c, <ImportPage frame={frame} organ={organ} state={state} />, status);

const wrong = (error: string): ImportState => ({ kind: 'choose', error, done: null });

function choose(visit: StaffVisit): Response {
  const done = Number(visit.c.req.query('done') ?? 'x');
  return show(visit, { kind: 'choose', error: null, done: Number.isSafeInteger(done) ? done : null });
}

async function take(visit: StaffVisit): Promise<Response> {
  const { parts, organ, staff, form, files } = visit;
  const sent = { written: new URLSearchParams(pathsOf(form)), files: new Map(pathsOf(files)) };
  const store = (content: Uint8Array) => parts.files.put(content);
  const { written, mistakes } = await holdFiles(store, 'handInSource', staff.account.person, sent);
  const digest = written.get('file.digest');
  if (!digest) return show(visit, wrong(mistakes.get('file') ?? importWords.file), 422);
  const text = decode(await parts.files.get(digest));
  if (text === null) return show(visit, wrong(importWords.undecodable), 422);
  const preview = readRegisterCsv(text, organ.rules);
  const previewing = (changed: Partial<RegisterPreview>): ImportState => ({
    kind: 'preview',
    preview: { ...preview, ...changed },
    held: written,
    commandId: randomUUID(),
  });
  if (form.get('step') !== 'give') return show(visit, previewing({}));
  const outcome = await importRegister(parts, orderOf(visit, text));
  if (outcome.outcome === 'rejected') return show(visit, previewing(outcome), 422);
  if (outcome.outcome === 'refused') return show(visit, wrong(refusalText(outcome.refusal)), 422);
  if (outcome.outcome === 'conflict') throw new Failure('conflict');
  return visit.c.redirect(`${visit.c.req.path}?done=${preview.entries.length}`, 303);
}

function orderOf({ organ, staff, form }: StaffVisit, text: string) {
  const commandId = form.get('commandId') ?? '';
  if (!/^[\da-f-]{36}$/.test(commandId)) throw new Failure('badRequest');
  return { organ: organ.id, actor: staff.actor, commandId, text, publishedOn: null };
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next encoding is tried
    }
  return null;
}
