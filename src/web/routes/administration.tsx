import { sealerWarning } from '../../app/audit/sealerWarning.ts';
import { type StaffMember, staffOf } from '../../app/office/namedPeople.ts';
import { runClock } from '../../app/runClock.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { answerPage } from '../answers.ts';
import { isDay } from '../correctionForm.ts';
import { Failure } from '../failure.ts';
import { frameOf } from '../frame.ts';
import { type AdministrationNotice, AdministrationPage } from '../pages/AdministrationPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';

const asked = { view: 'administration' } as const;
const path = '/organs/:organ/staff/administration';

/** The administrator's first page, and the clock of a demonstration. */
export const administrationRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff((visit) => administration(visit)) },
  { method: 'POST', path: `${path}/clock`, asked, answer: asStaff(setClock) },
];

async function administration(visit: StaffVisit, notice: AdministrationNotice | null = null): Promise<Response> {
  const { c, parts, organ, frame } = visit;
  const accounts = (await staffOf(parts, organ.id)) ?? [];
  const { state, file } = parts.sealer;
  const shown = notice ?? doneNotice(c.req.query('clock'), c.req.query('made'), accounts);
  const [lastBackup] = await parts.audit.find(organ.id, { act: 'backUp' }, { limit: 1, offset: 0 });
  const page = (
    <AdministrationPage
      frame={frameOf(parts, frame)}
      organ={organ}
      accounts={accounts}
      procedureNow={parts.clock.procedure()}
      realNow={parts.clock.real()}
      canSetClock={parts.demonstration !== null}
      notice={shown}
      sealer={{ warning: sealerWarning(state(organ.id), file), status: await parts.audit.status(organ.id) }}
      lastBackup={lastBackup ? new Date(lastBackup.recordedAt) : null}
    />
  );
  return answerPage(c, page, shown?.tone === 'error' ? 422 : 200);
}

/** What was done just before: the clock was set, or an account made. */
function doneNotice(
  clock: string | undefined,
  login: string | undefined,
  accounts: readonly StaffMember[],
): AdministrationNotice | null {
  if (clock === 'set') return { tone: 'success', title: administrationWords.clockDone };
  const made = accounts.find(({ account }) => account.login === login)?.account;
  if (!made) return null;
  const { accountDone, accountDoneNext } = administrationWords;
  return { tone: 'success', title: accountDone(made.name, made.login), next: accountDoneNext };
}

async function setClock(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, form } = visit;
  if (!parts.demonstration) throw new Failure('forbidden');
  const [day = '', time = ''] = [form.get('day') ?? '', form.get('time') ?? ''];
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || day < '2000-01-01' || day > '2099-12-31')
    return administration(visit, { tone: 'error', title: administrationWords.clockWrong });
  await parts.demonstration.clock.setProcedure(`${day}T${time}`);
  for (const id of parts.rules.organs) await runClock(parts, id);
  return c.redirect(`/organs/${organ.id}/staff/administration?clock=set`, 303);
}
