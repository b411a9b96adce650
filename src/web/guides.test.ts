import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTestWeb } from '../../test/support/webOf.ts';
import { type CommandName, kindOf } from '../app/aggregates.ts';
import { generateAfterSchoolCare } from '../app/demonstration/generateAfterSchoolCare.ts';
import { execute } from '../app/execute.ts';
import { readCommand } from '../app/fields/commandFields.ts';
import { shapeOf } from '../app/fields/fieldShape.ts';
import type { ScenarioStep } from '../app/fields/scenario.ts';
import { jobsOf } from '../app/reactions.ts';
import { keepFile } from '../app/release/keepFile.ts';
import { runJob } from '../app/runJob.ts';
import { actorOf } from '../app/scenario/actorOf.ts';
import { passTime } from '../app/scenario/passTime.ts';
import { readScenario } from '../app/scenario/readScenario.ts';
import { storeFiles } from '../app/scenario/storeFiles.ts';
import { createTargets, targetNames } from '../app/scenario/targets.ts';
import { callPermissions } from '../core/call/permissions.ts';
import { reviewPermissions } from '../core/proposal/reviewPermissions.ts';
import { registerPermissions } from '../core/register/permissions.ts';
import type { OrganId, Role } from '../core/role.ts';
import { intakeCommandWords } from '../messages/intakeCommandWords.ts';
import { commandPath, hasOwnPage } from './casePaths.ts';
import { controlName, writeValue } from './forms/written.ts';

const guide = join(import.meta.dirname, '../../docs/guide');
const names = readdirSync(guide).filter((name) => name.endsWith('.json'));

/** Ids that a browser gives to new cases: the names of a story in that shape, always the same. */
const digits = 'abcdefghijkmnpqrstuvwxyz23456789';
function idOf(name: string): string {
  let mixed = 7;
  return Array.from({ length: 10 }, (_, at) => {
    for (const one of `${at}${name}`) mixed = (mixed * 31 + (one.codePointAt(0) ?? 0)) % 1_000_003;
    return digits[mixed % digits.length];
  }).join('');
}

/** A value with the story's names of cases in the browser's shape. */
function renamed(value: unknown, known: ReadonlySet<string>): unknown {
  if (typeof value === 'string')
    return known.has(value) ? idOf(value) : value.replace(/^case:(.+)$/, (_, id) => `case:${idOf(id)}`);
  if (Array.isArray(value)) return value.map((one) => renamed(one, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, known)]));
}

/** The files that a step brings, by the names of their controls. */
function filesIn(
  value: unknown,
  isPaper: boolean,
  path = '',
): readonly (readonly [control: string, name: string, content: Uint8Array])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('json' in value)
    return [
      [
        controlName(path),
        (value as { name?: string }).name ?? 'data.json',
        isPaper ? Buffer.from('%PDF-1.7\n%%EOF\n') : Buffer.from(JSON.stringify(value.json)),
      ],
    ];
  if ('generated' in value)
    return [
      [controlName(path), 'source.csv', generateAfterSchoolCare((value as unknown as { persons: number }).persons)],
    ];
  return Object.entries(value).flatMap(([key, one]) => filesIn(one, isPaper, path === '' ? key : `${path}.${key}`));
}

const given = new Set<CommandName>();
/** What is given up to the reviewed proposal and its notice; what the clock gives is not among it. */
const firstHalf: readonly CommandName[] = [
  ...(Object.keys(registerPermissions) as CommandName[]),
  ...(Object.keys(callPermissions) as CommandName[]),
  ...(Object.keys(intakeCommandWords) as CommandName[]),
  ...(Object.keys(reviewPermissions) as CommandName[]),
  'receiveProposal',
  'checkIdentity',
  'receiveAttachment',
  'confirmCompleteness',
  'requestCorrection',
  'receiveCorrection',
  'recordFinding',
  'determineFee',
  'issueConformingNotice',
  'issueNonConformingNotice',
  'withdrawProposal',
];
const outsiders: readonly CommandName[] = ['submitProposal', 'submitCreatedProposal', 'submitCorrection'];
/** Settings have pages of their own shape and tests; an entry is corrected on the page of its own fields. */
const elsewhere = (command: CommandName) => kindOf(command) === 'organ' || command === 'correctEntry';

/** Plays a story through the forms of the browser, each step by the person whose it is. */
async function playInBrowser(file: string): Promise<void> {
  const read = readScenario(readFileSync(join(guide, file), 'utf8'));
  if ('errors' in read) throw new Error(file);
  const { organ, asOf, given: prepared, steps } = read.value;
  const house = createTestWeb();
  const { clock } = house.parts;
  const all = [...prepared, ...steps] as ScenarioStep[];
  const start = asOf ?? all[0]?.at.slice(0, 10) ?? '';
  const parts = { ...house.parts, rules: house.parts.rules.pinned(start) };
  await clock.setProcedure(`${start}T00:00`);
  const targets = createTargets();
  const known = new Set(
    all.flatMap(({ with: fields }) =>
      Object.values(targetNames).flatMap((key) => (typeof fields[key] === 'string' ? [fields[key] as string] : [])),
    ),
  );
  for (const [at, step] of all.entries()) {
    await passTime(parts, organ as OrganId, step);
    const kind = kindOf(step.do, step.with);
    if (kind === null) throw new Error(step.do);
    const { stream, fields: named } = targets.take(kind, renamed(step.with, known) as Record<string, unknown>);
    const fields = kind === 'office' || step.do === 'briefStaff' ? await withAccounts(named) : named;
    const direct =
      elsewhere(step.do as CommandName) || /^(system|proposer|agent)/.test(step.as) || step.person !== undefined;
    if (step.person !== undefined && step.expect?.refusal !== undefined) continue;
    const done = direct ? await giveDirectly(at) : await giveByForm();
    expect([file, at, step.do, done]).toEqual([file, at, step.do, step.expect?.refusal === undefined]);
    if (!done) continue;
    if (step.do === 'concludeContract') targets.note({ kind: 'release', id: stream.id });
    for (const event of await parts.events.read(organ as OrganId, stream))
      for (const job of jobsOf(event, stream)) await runJob(parts, organ as OrganId, job);

    /** In the browser a person is an account: `centralDesk:2` is the second one of that role. */
    async function withAccounts(of: Record<string, unknown>): Promise<Record<string, unknown>> {
      const entries = Object.entries(of).map(async ([key, value]) => [key, await accountOf(value)] as const);
      return Object.fromEntries(await Promise.all(entries));
    }

    async function accountOf(value: unknown): Promise<unknown> {
      if (Array.isArray(value)) return Promise.all(value.map(accountOf));
      const [, role, number] = typeof value === 'string' ? (/^([a-zA-Z]+):(\d)$/.exec(value) ?? []) : [];
      if (role === undefined || number === undefined) return value;
      await house.signIn(organ as OrganId, role as Role, number);
      const accounts = await parts.identity.accounts(organ as OrganId);
      return accounts.find(({ login }) => login === `${role.toLowerCase()}${number}`)?.person ?? value;
    }

    async function giveDirectly(place: number): Promise<boolean> {
      const stored = await storeFiles(
        fields,
        (content) => keepFile(parts, organ as OrganId, stream, content),
        async () => new Uint8Array(),
      );
      const command = readCommand(step.do, stored);
      if ('errors' in command) throw new Error(JSON.stringify(command.errors));
      const order = {
        organ: organ as OrganId,
        actor: actorOf(step, organ as OrganId),
        commandId: `direct-${place}`,
        stream,
        expectedVersion: null,
        command: command.value,
      };
      return (await execute(parts, order)).outcome === 'done';
    }

    async function giveByForm(): Promise<boolean> {
      const command = step.do as CommandName;
      const [role = '', number = '1'] = step.as.split(':');
      const cookie = await house.signIn(organ as OrganId, role as Role, number);
      const files = filesIn(fields, step.do !== 'setRecipe');
      const exists = (await parts.events.state(organ as OrganId, stream)) !== null;
      const path = commandPath(organ as OrganId, stream.kind as 'proposal', exists ? stream.id : 'new', command);
      const page = await house.send(path, cookie);
      const html = await page.text();
      if (page.status !== 200) return false;
      given.add(command);
      const carried = (name: string) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
      const body = new FormData();
      body.set('commandId', carried('commandId'));
      body.set('expectedVersion', carried('expectedVersion'));
      body.set('caseId', stream.id);
      body.set('step', 'give');
      body.set('password', house.password);
      if (command === 'recordFinding' && !html.includes(`name="${fields.criterion}.met"`)) return false;
      if (command === 'recordFinding') writeFinding(body, fields);
      else {
        const sent = files.reduce((plain, [control]) => without(plain, control.slice(3).split('.')), fields as unknown);
        const written = writeValue(new URLSearchParams(), shapeOf(command), sent);
        const hidden = [...written.keys()].filter((name) => !shown(html, name));
        if (step.expect?.refusal !== undefined && hidden.length > 0) return false;
        expect([command, hidden]).toEqual([command, []]);
        const lists = [...written.keys()].filter((name) => name.endsWith('.rows')).map((name) => name.slice(0, -4));
        for (const [name, value] of prefilled(html))
          if (!written.has(name) && !lists.some((list) => name.startsWith(list))) body.append(controlName(name), value);
        for (const [name, value] of written) body.append(controlName(name), value);
        for (const [control, name, content] of files) body.set(control, new File([new Uint8Array(content)], name));
      }
      const answer = await house.send(path, cookie, body);
      if (answer.status !== 303 && step.expect?.refusal === undefined)
        throw new Error(
          `${file} ${at} ${command}: ${(await answer.text()).replaceAll(/<[^>]*>/g, ' ').slice(0, 2000)}`,
        );
      return answer.status === 303;
    }
  }
  expect(house.reported).toEqual([]);
}

const without = (value: unknown, [key = '', ...rest]: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? without(one, rest) : one));
  const { [key]: found, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [key]: without(found, rest) };
};

/** What the page has filled in already. */
function prefilled(html: string): readonly (readonly [path: string, value: string])[] {
  const own = (name: string) => name.startsWith('in.');
  const attribute = (text: string, name: string) => text.match(new RegExp(`(?:^| )${name}="([^"]*)"`))?.[1];
  const inputs = [...html.matchAll(/<input ([^>]*)>/g)].flatMap(([, text = '']) => {
    const isOff = /type="(checkbox|radio)"/.test(text) && !/ checked/.test(text);
    const name = attribute(text, 'name') ?? '';
    return isOff || /type="file"/.test(text) || !own(name) ? [] : [[name, attribute(text, 'value') ?? ''] as const];
  });
  const texts = [...html.matchAll(/<textarea ([^>]*)>([^<]*)</g)].flatMap(([, text = '', value = '']) => {
    const name = attribute(text, 'name') ?? '';
    return own(name) ? [[name, value] as const] : [];
  });
  const selects = [...html.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs)].flatMap(([, text = '', options = '']) => {
    const name = attribute(text, 'name') ?? '';
    const value = options.match(/value="([^"]*)" selected/)?.[1];
    return own(name) && value ? [[name, value] as const] : [];
  });
  return [...inputs, ...texts, ...selects].map(([name, value]) => [name.slice(3), value] as const);
}

/** Whether the page has the control; rows beyond those shown are added by a button. */
const shown = (html: string, path: string): boolean => {
  const list = path.match(/^(.*?)\.(?:\d+|rows)(?:\.|$)/)?.[1];
  return html.includes(`name="${controlName(list ? `${list}.rows` : path)}"`);
};

function writeFinding(body: FormData, fields: Record<string, unknown>): void {
  const { criterion, met, reason, flaw } = fields as { criterion: string; met: boolean; reason: string; flaw?: string };
  body.set(`${criterion}.met`, met ? 'yes' : 'no');
  body.set(`${criterion}.reason`, reason);
  if (flaw) body.set(`${criterion}.flaw`, flaw);
}

describe('the stories of the guide through the forms of the browser', () => {
  test.each(names)('%s', async (file) => playInBrowser(file), 180_000);

  test('every command of the first half that a person gives is given by a form in one of them', () => {
    const later: readonly CommandName[] = ['joinMerge', 'closeCall', 'moveEntry'];
    const wanted = firstHalf.filter((one) => !elsewhere(one) && !later.includes(one) && !outsiders.includes(one));
    expect(wanted.length).toBeGreaterThan(45);
    expect(wanted.filter((one) => !given.has(one))).toEqual([]);
    expect(wanted.some(hasOwnPage)).toBe(true);
  });
});
