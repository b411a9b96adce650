import { randomUUID } from 'node:crypto';
import { execute, type Outcome } from '../../app/execute.ts';
import { readCommand } from '../../app/fields/commandFields.ts';
import { policy } from '../../app/policy.ts';
import type { StateRecord } from '../../app/ports/eventStore.ts';
import { rebuild } from '../../core/aggregate.ts';
import type { EntryContents } from '../../core/register/entry.ts';
import type { RegisterEvent } from '../../core/register/events.ts';
import { evolve } from '../../core/register/evolve.ts';
import type { RegisterState } from '../../core/register/state.ts';
import { unreachable } from '../../core/unreachable.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { answerPage } from '../answers.ts';
import { formFields, mistakesOf, readContents, rebase, type Written, writeContents } from '../correctionForm.ts';
import { Failure } from '../failure.ts';
import { CorrectionPage, type CorrectionPageProps } from '../pages/CorrectionPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

const path = '/organs/:organ/staff/register/:entry/correct';
const asked = { command: 'correctEntry' } as const;

/** The correction of an entry of the register (REC-9). */
export const correctionRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(showForm) },
  { method: 'POST', path, asked, answer: asStaff(correct) },
];

interface Standing {
  readonly record: StateRecord;
  readonly state: RegisterState;
}

/** The entry as it stands, if the person may correct it. */
async function standing({ c, parts, organ, staff }: StaffVisit): Promise<Standing> {
  const record = await parts.events.state(organ.id, { kind: 'register', id: c.req.param('entry') ?? '' });
  if (!record) throw new Failure('notFound');
  const state = record.state as RegisterState;
  if (policy({ actor: staff.actor, organ: organ.id, act: asked, subject: state })) throw new Failure('forbidden');
  return { record, state };
}

async function showForm(visit: StaffVisit): Promise<Response> {
  const { c, parts } = visit;
  const found = await standing(visit);
  const written = new Map([
    ...writeContents(found.state.contents),
    ['correctedOn', parts.clock.procedure().slice(0, 10)],
    ['reason', ''],
  ] as [string, string][]);
  const saved = c.req.query('saved') === '1';
  return answerPage(c, formPage(visit, found, written, { notice: saved ? { kind: 'saved' } : null }));
}

type Rest = Pick<CorrectionPageProps, 'notice'> & Partial<Pick<CorrectionPageProps, 'mistakes'>>;

function formPage({ frame, organ }: StaffVisit, { record, state }: Standing, written: Written, rest: Rest) {
  const props: CorrectionPageProps = {
    frame,
    organ,
    entry: record.stream.id,
    fileName: state.contents.fileName,
    isPublic: state.stage === 'published',
    fields: formFields(organ.rules),
    written,
    current: writeContents(state.contents),
    version: record.version,
    commandId: randomUUID(),
    mistakes: new Map(),
    ...rest,
  };
  return <CorrectionPage {...props} />;
}

async function correct(visit: StaffVisit): Promise<Response> {
  const { c, organ, form } = visit;
  const found = await standing(visit);
  const fields = formFields(organ.rules);
  const written: Written = new Map(form);
  const mistakes = mistakesOf(fields, written);
  if (mistakes.size > 0)
    return answerPage(c, formPage(visit, found, written, { notice: { kind: 'invalid' }, mistakes }), 422);
  const outcome = await order(visit, readContents(fields, written));
  switch (outcome.outcome) {
    case 'done':
    case 'repeated':
      return c.redirect(`${c.req.path}?saved=1`, 303);
    case 'conflict':
      return answerPage(c, await conflictPage(visit, written), 409);
    case 'refused': {
      const notice = { kind: 'refused', text: refusalText(outcome.refusal) } as const;
      return answerPage(c, formPage(visit, found, written, { notice }), 422);
    }
    default:
      return unreachable(outcome);
  }
}

/** What was typed, on the entry as it stands now. */
async function conflictPage(visit: StaffVisit, written: Written) {
  const now = await standing(visit);
  const seen = await contentsAt(visit, Number(visit.form.get('expectedVersion')));
  const brought = rebase(written, writeContents(seen), writeContents(now.state.contents));
  return formPage(visit, now, brought, { notice: { kind: 'conflict' } });
}

/** What the entry said in the version that the person saw. */
async function contentsAt({ c, parts, organ }: StaffVisit, version: number): Promise<EntryContents> {
  const events = await parts.events.read(organ.id, { kind: 'register', id: c.req.param('entry') ?? '' });
  const known = events.filter((event) => event.version <= version);
  const state = rebuild(
    evolve,
    known.map(({ type, data }) => ({ type, data }) as RegisterEvent),
  );
  if (!state) throw new Failure('badRequest');
  return state.contents;
}

/** Gives the command, with the key and the version that the form carried. */
function order({ c, parts, organ, staff, form }: StaffVisit, changes: Partial<EntryContents>): Promise<Outcome> {
  const commandId = form.get('commandId') ?? '';
  const version = Number(form.get('expectedVersion'));
  if (!/^[\da-f-]{36}$/.test(commandId) || !Number.isSafeInteger(version) || version < 1)
    throw new Failure('badRequest');
  const read = readCommand('correctEntry', {
    changes,
    correctedOn: form.get('correctedOn'),
    reason: form.get('reason'),
  });
  if ('errors' in read) throw new Failure('badRequest');
  return execute(parts, {
    organ: organ.id,
    actor: staff.actor,
    commandId,
    stream: { kind: 'register', id: c.req.param('entry') ?? '' },
    expectedVersion: version,
    command: read.value,
  });
}
