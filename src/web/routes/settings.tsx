import type { CommandName } from '../../app/aggregates.ts';
import { execute } from '../../app/execute.ts';
import { readCommand } from '../../app/fields/commandFields.ts';
import { settingsStream } from '../../app/installationRules.ts';
import { loadCase } from '../../app/loadCase.ts';
import { type Printed, printedMembers } from '../../core/settings/commands.ts';
import { isMade } from '../../core/settings/decide.ts';
import { nationalValue } from '../../core/settings/nationalValues.ts';
import { canBeSet, printedAt, standingAt } from '../../core/settings/settable.ts';
import { unreachable } from '../../core/unreachable.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { ruleName } from '../../messages/ruleNames.ts';
import { settingWords } from '../../messages/settingWords.ts';
import { answerPage } from '../answers.ts';
import { csvOf } from '../csv.ts';
import { Failure } from '../failure.ts';
import { type SettingNotice, SettingPage, type SettingPageProps } from '../pages/SettingPage.tsx';
import { SettingsHistoryPage } from '../pages/SettingsHistoryPage.tsx';
import { settingsPath } from '../pages/SettingsLayout.tsx';
import { SettingsPage } from '../pages/SettingsPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';
import { nationalWords, settingActs, settingRow, settingRows, shownLists } from '../settings/settingView.ts';
import { readValue, writeValue } from '../settings/valueForm.ts';

const asked = { view: 'administration' } as const;
const path = '/organs/:organ/staff/administration/settings';

/** What officials set of the rules, and correct of their print (STP-29). */
export const settingsRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(list) },
  { method: 'GET', path: `${path}/history`, asked, answer: asStaff(history) },
  { method: 'GET', path: `${path}/:setting`, asked, answer: asStaff((visit) => showSetting(visit)) },
  { method: 'POST', path: `${path}/:setting/set`, asked: { command: 'setRuleValue' }, answer: asStaff(set) },
  { method: 'POST', path: `${path}/:setting/correct`, asked: { command: 'correctCitation' }, answer: asStaff(correct) },
  {
    method: 'POST',
    path: `${path}/:setting/withdraw`,
    asked: { command: 'withdrawSetting' },
    answer: asStaff(withdraw),
  },
];

const answerCsv = (rows: readonly (readonly string[])[], name: string): Response =>
  new Response(csvOf(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  });

function list({ c, frame, organ }: StaffVisit): Response {
  const shown = shownLists.find((one) => one === c.req.query('show')) ?? 'unset';
  const rows = settingRows(organ.rules, shown);
  if (c.req.query('format') !== 'csv')
    return answerPage(c, <SettingsPage {...{ frame, organ, rows }} list={shown} area={c.req.query('area') ?? null} />);
  const { place, name, now, citation, state, waits } = settingWords;
  const cells = rows.map((row) => [
    row.path,
    row.area,
    row.name,
    row.value ?? '',
    row.citation,
    row.state,
    row.waits.join('、'),
  ]);
  return answerCsv([[place, settingWords.title, name, now, citation, state, waits], ...cells], `settings-${organ.id}`);
}

async function namesOf({ parts, organ }: StaffVisit): Promise<ReadonlyMap<string, string>> {
  const accounts = await parts.identity.accounts(organ.id);
  return new Map(accounts.map(({ person, name }) => [person, name]));
}

async function history(visit: StaffVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const acts = settingActs(await loadCase(parts, organ.id, settingsStream.kind, settingsStream.id));
  const names = await namesOf(visit);
  if (c.req.query('format') !== 'csv')
    return answerPage(c, <SettingsHistoryPage frame={frame} organ={organ} acts={acts} names={names} />);
  const { at, place, name, what, before, after, from, citation, by, reason } = settingWords;
  const cells = acts.map((act) => [
    ...[act.at, act.path, ruleName(act.path).name, act.what, act.before, act.after],
    ...[act.from, act.citation, names.get(act.by) ?? act.by, act.reason],
  ]);
  return answerCsv(
    [[at, place, name, what, before, after, from, citation, by, reason], ...cells],
    `settings-history-${organ.id}`,
  );
}

interface Again {
  readonly notice: SettingNotice;
  readonly status: 409 | 422;
  /** What was typed. */
  readonly written: URLSearchParams;
}

const settingOf = ({ c, organ }: StaffVisit): string => {
  const setting = c.req.param('setting') ?? '';
  if (!canBeSet(organ.rules, setting) && printedAt(organ.rules, setting) === null) throw new Failure('notFound');
  return setting;
};

async function showSetting(visit: StaffVisit, again: Again | null = null): Promise<Response> {
  const { c } = visit;
  const done = c.req.query('done');
  const saved =
    done === 'set' || done === 'correct' || done === 'withdraw' ? ({ kind: 'done', act: done } as const) : null;
  const props = await pageProps(visit, settingOf(visit), again);
  return answerPage(c, <SettingPage {...props} notice={again?.notice ?? saved} />, again?.status ?? 200);
}

async function pageProps(
  visit: StaffVisit,
  setting: string,
  again: Again | null,
): Promise<Omit<SettingPageProps, 'notice'>> {
  const { parts, frame, organ } = visit;
  const record = await parts.events.state(organ.id, settingsStream);
  const state = await loadCase(parts, organ.id, settingsStream.kind, settingsStream.id);
  const words = nationalWords(organ.rules, setting);
  return {
    frame,
    organ,
    row: settingRow(organ.rules, setting),
    shape: canBeSet(organ.rules, setting) ? parts.rules.shapeOf(setting) : null,
    national: words === null ? null : { words, isFixed: nationalValue(organ.rules, setting)?.atLeast === undefined },
    printed: printedAt(organ.rules, setting),
    isMade: state !== null && isMade(state, setting),
    acts: settingActs(state, setting),
    names: await namesOf(visit),
    version: record?.version ?? 0,
    written: again ? withTyped(firstWritten(visit, setting), again.written) : firstWritten(visit, setting),
  };
}

/** The fields as they are at first: what stands now, from today on. */
function firstWritten({ parts, organ }: StaffVisit, setting: string): URLSearchParams {
  const shape = parts.rules.shapeOf(setting);
  const standing = standingAt(organ.rules, setting);
  const printed = Object.entries(printedAt(organ.rules, setting) ?? {});
  return new URLSearchParams(
    [
      ...(shape ? writeValue(shape, 'value', standing?.value ?? null) : []),
      ['from', parts.clock.procedure().slice(0, 10)],
      ...printed.map(([member, text]) => [`printed.${member}`, text ?? ''] as const),
    ].map(([name = '', text = '']): [string, string] => [name, text]),
  );
}

/** What was typed in one form, beside the other forms as they are at first. */
function withTyped(first: URLSearchParams, typed: URLSearchParams): URLSearchParams {
  const isSame = (name: string) => typed.has(name) || (typed.has('text') && name.split('.')[0] === 'value');
  return new URLSearchParams([...[...first].filter(([name]) => !isSame(name)), ...typed]);
}

async function set(visit: StaffVisit): Promise<Response> {
  const { parts, form } = visit;
  const setting = settingOf(visit);
  const shape = parts.rules.shapeOf(setting);
  const [value, text, from] = [
    shape && readValue(shape, 'value', form),
    form.get('text') ?? '',
    form.get('from') ?? '',
  ];
  const given: readonly (readonly [unknown, string])[] = [
    [value, settingWords.value],
    [text.trim(), settingWords.text],
    [from, settingWords.from],
    [form.get('reason')?.trim(), settingWords.reason],
  ];
  const correctsSource = form.get('correctsSource') === 'yes';
  return order(visit, 'set', given, { setting, value, text, from, correctsSource, reason: form.get('reason') });
}

/** Only what differs from what is printed now is a correction. */
async function correct(visit: StaffVisit): Promise<Response> {
  const { organ, form } = visit;
  const setting = settingOf(visit);
  const before = printedAt(organ.rules, setting) ?? {};
  const printed: Printed = Object.fromEntries(
    printedMembers.flatMap((member) => {
      const text = form.get(`printed.${member}`)?.trim() ?? '';
      return text === '' || text === before[member] ? [] : [[member, text]];
    }),
  );
  const reason = form.get('printReason') ?? '';
  return order(visit, 'correct', [[reason.trim(), settingWords.reason]], {
    setting,
    printed,
    from: form.get('printFrom') || null,
    reason,
  });
}

async function withdraw(visit: StaffVisit): Promise<Response> {
  const reason = visit.form.get('withdrawReason') ?? '';
  return order(visit, 'withdraw', [[reason.trim(), settingWords.reason]], { setting: settingOf(visit), reason });
}

const commands = {
  set: 'setRuleValue',
  correct: 'correctCitation',
  withdraw: 'withdrawSetting',
} as const satisfies Record<string, CommandName>;

/** Gives the command with the key and the version that the form carried; what was typed stays after a refusal. */
async function order(
  visit: StaffVisit,
  act: keyof typeof commands,
  given: readonly (readonly [value: unknown, label: string])[],
  fields: object,
): Promise<Response> {
  const { c, parts, organ, staff, form } = visit;
  const refused = (...texts: readonly string[]) =>
    showSetting(visit, { notice: { kind: 'refused', texts }, written: form, status: 422 });
  const missing = given.filter(([value]) => value === null || value === undefined || value === '');
  if (missing.length > 0) return refused(...missing.map(([, label]) => settingWords.needed(label)));
  const read = readCommand(commands[act], fields);
  if ('errors' in read) return refused(...read.errors.map(({ message }) => message));
  const { commandId, expectedVersion } = carriedBy(form);
  const outcome = await execute(parts, {
    organ: organ.id,
    actor: staff.actor,
    commandId,
    stream: settingsStream,
    expectedVersion,
    command: read.value,
  });
  switch (outcome.outcome) {
    case 'done':
    case 'repeated':
      return c.redirect(`${settingsPath(organ.id)}/${c.req.param('setting')}?done=${act}`, 303);
    case 'conflict':
      return showSetting(visit, {
        notice: { kind: 'refused', texts: [settingWords.conflict] },
        written: form,
        status: 409,
      });
    case 'refused':
      return refused(refusalText(outcome.refusal));
    default:
      return unreachable(outcome);
  }
}

function carriedBy(form: URLSearchParams): { readonly commandId: string; readonly expectedVersion: number } {
  const [commandId, expectedVersion] = [form.get('commandId') ?? '', Number(form.get('expectedVersion') ?? 'x')];
  if (!/^[\da-f-]{36}$/.test(commandId) || !Number.isSafeInteger(expectedVersion) || expectedVersion < 0)
    throw new Failure('badRequest');
  return { commandId, expectedVersion };
}
