import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createIdentity } from '../../adapters/identity/createIdentity.ts';
import { createMemoryAccountStore } from '../../adapters/memory/memoryAccountStore.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { addDays, type Day } from '../../core/calendar/day.ts';
import type { Substitute } from '../../core/office/state.ts';
import { standsInFor } from '../../core/office/state.ts';
import type { OrganId, Role } from '../../core/role.ts';
import type { Command } from '../aggregates.ts';
import { actorOn, actorsOf } from '../cases/caseActs.ts';
import { formPlan } from '../cases/formPlan.ts';
import { execute, type Outcome } from '../execute.ts';
import type { Account } from '../ports/identity.ts';
import { accountOfToday } from './accountOfToday.ts';

const organ = 'kumamoto' as OrganId;
const first = '2026-02-01' as Day;

/** An organ with a head, a member of a division and a clerk of the desk, of whom the clerk stands in for the head. */
async function house() {
  const system = createMemorySystem(ruleBook);
  const identity = createIdentity(createMemoryAccountStore(), system.clock);
  const parts = { ...system, identity };
  const hire = async (login: string, name: string, role: Role): Promise<Account> => {
    const account = await identity.create({
      organ,
      login,
      name,
      roles: [role],
      division: null,
      password: 'x'.repeat(16),
    });
    if (!account) throw new Error(login);
    return account;
  };
  const [head, desk, division, kanri, proposer] = [
    await hire('chou', '架空 長', 'head'),
    await hire('soumu', '架空 総務', 'centralDesk'),
    await hire('tantou', '架空 担当', 'responsibleDivision'),
    await hire('kanri', '架空 管理', 'administrator'),
    await hire('teian', '架空 提案', 'proposer'),
  ];
  let orders = 0;
  /** Gives a command as the account stands today, in the first role that may. */
  async function give(account: Account, command: Command, id = 'officework', kind = 'office'): Promise<Outcome> {
    const today = await accountOfToday(parts, account);
    if (today === null) throw new Error('departed');
    const allowed = actorOn(today, organ, { command: command.do, kind: kind as 'office' });
    if ('refusal' in allowed) return { outcome: 'refused', refusal: allowed.refusal };
    orders += 1;
    const stream = { kind: kind as 'office', id };
    return execute(parts, {
      organ,
      actor: allowed.actor,
      commandId: `order-${orders}`,
      stream,
      expectedVersion: null,
      command,
    });
  }
  return { parts, give, head, desk, division, kanri, proposer };
}

const codeOf = (outcome: Outcome) => (outcome.outcome === 'refused' ? outcome.refusal.code : outcome.outcome);
const log = (on: string): Command => ({
  do: 'imposeFine',
  on,
  evadedYen: 1,
  yen: 1,
  reason: '架空',
});

test('代理 gives the rights of the absent on its first and last day and on none beside, and is written down as 代理', async () => {
  const { parts, give, head, desk, kanri } = await house();
  await parts.clock.setProcedure('2026-01-20T09:00');
  const named = { do: 'nameSubstitute', person: head.person, substitute: desk.person, reason: '出張' } as const;
  expect(codeOf(await give(kanri, { ...named, from: '2026-02-02', to: '2026-02-04' }))).toBe('done');
  const roleOn = async (day: string) => {
    await parts.clock.setProcedure(`${day}T23:59`);
    const today = await accountOfToday(parts, desk);
    return today && actorOn(today, organ, { command: 'imposeFine' });
  };
  expect(await roleOn('2026-02-01')).toHaveProperty('refusal');
  for (const day of ['2026-02-02', '2026-02-04'])
    expect(await roleOn(day)).toMatchObject({ actor: { person: desk.person, role: 'head', inPlaceOf: head.person } });
  const kept = await give(desk, {
    do: 'setStandards',
    standards: ['processingStandard'],
    setOn: '2026-02-04',
    rule: '架空',
  });
  expect(kept.outcome === 'done' && kept.events[0]?.actor).toMatchObject({ inPlaceOf: head.person });
  expect(await roleOn('2026-02-05')).toHaveProperty('refusal');
  const stale = { person: desk.person, role: 'head' as const, organ, inPlaceOf: head.person };
  const late = await execute(parts, {
    organ,
    actor: stale,
    commandId: 'late',
    stream: { kind: 'proposal', id: 'p-1' },
    expectedVersion: null,
    command: log('2026-02-05'),
  });
  expect(codeOf(late)).toBe('notSubstitute');
});

test('four eyes are two persons: who drafts is not the one who approves in the office of another', async () => {
  const { parts, give, head, desk, division, kanri } = await house();
  await parts.clock.setProcedure('2026-02-02T09:00');
  const days = { from: '2026-02-02', to: '2026-02-04', reason: '出張' };
  await give(kanri, { do: 'nameSubstitute', person: head.person, substitute: desk.person, ...days });
  const act = 'councilConsultation';
  const approve: Command = { do: 'approveDraft', act, way: 'substituteApproval', post: '部長', reason: null };
  const inOffice = async (account: Account, command: Command) => {
    const today = await accountOfToday(parts, account);
    return today && give({ ...today, roles: [] }, command);
  };
  await give(desk, { do: 'draftAct', act, note: '', files: [] });
  const own = await inOffice(desk, approve);
  expect(own && codeOf(own)).toBe('approverIsDrafter');
  await give(division, { do: 'returnDraft', act, reason: '直す。' });
  await give(division, { do: 'draftAct', act, note: '', files: [] });
  const other = await inOffice(desk, { ...approve, way: 'approval' } as Command);
  if (other?.outcome !== 'done') throw new Error(JSON.stringify(other));
  expect(other.events[0]?.data).toMatchObject({ way: 'substituteApproval', by: desk.person, inPlaceOf: head.person });
});

test('any 代理 on any day: exactly the absent of that day, and nobody through a third person', () => {
  const people = ['甲', '乙', '丙'];
  const substitute: fc.Arbitrary<Substitute> = fc
    .tuple(fc.constantFrom(...people), fc.constantFrom(...people), fc.nat(20), fc.nat(10))
    .map(([person, other, from, length]) => ({
      person,
      substitute: other,
      from: addDays(first, from),
      to: addDays(first, from + length),
      reason: '架空',
    }));
  fc.assert(
    fc.property(
      fc.array(substitute, { maxLength: 6 }),
      fc.constantFrom(...people),
      fc.nat(35),
      (substitutes, who, at) => {
        const day = addDays(first, at);
        const spanned = ({ from, to }: Substitute) => {
          for (let one = from as Day; one <= to; one = addDays(one, 1)) if (one === day) return true;
          return false;
        };
        const naive = people.filter((person) =>
          substitutes.some((one) => one.person === person && one.substitute === who && spanned(one)),
        );
        expect([...standsInFor({ substitutes }, who, day)].toSorted()).toEqual(naive.toSorted());
        const account = (person: string): Account => ({
          person,
          organ,
          login: person,
          name: person,
          roles: ['head'],
          division: null,
          closedOn: null,
        });
        const actors = actorsOf({ ...account(who), standsInFor: naive.map(account) });
        expect(new Set(actors.map(({ person }) => person))).toEqual(new Set([who]));
        expect(actors.flatMap(({ inPlaceOf }) => inPlaceOf ?? [])).toEqual(naive);
      },
    ),
    { seed: 20260202, numRuns: 500 },
  );
});

test('people are chosen from the organ’s own; the unknown, outsiders and the departed are refused by name', async () => {
  const { parts, give, head, desk, division, kanri, proposer } = await house();
  await parts.clock.setProcedure('2026-04-01T09:00');
  await give(
    desk,
    {
      do: 'discoverLeak',
      knownOn: '2026-03-31',
      things: ['output'],
      persons: 1,
      grounds: [],
      release: null,
      account: '架空',
    },
    'leak-1',
    'leak',
  );
  const assign = (person: string, id = 'leak-1'): Command => ({ do: 'assignCase', kind: 'leak', id, person });
  expect(codeOf(await give(desk, assign(division.person, 'leak-2')))).toBe('caseNotOpen');
  const textOf = (outcome: Outcome) => (outcome.outcome === 'refused' ? outcome.refusal.facts.name : null);
  expect(textOf(await give(desk, assign('だれか')))).toBe('だれか');
  expect(textOf(await give(desk, assign(proposer.person)))).toBe('架空 提案');
  expect(codeOf(await give(desk, assign(division.person)))).toBe('done');
  const leaves = { do: 'changeService', serves: false, on: '2026-04-01', reason: '人事異動' } as const;
  expect(codeOf(await give(desk, { ...leaves, person: desk.person }))).toBe('ownService');
  expect(codeOf(await give(kanri, { ...leaves, person: division.person }))).toBe('done');
  expect(codeOf(await give(desk, assign(division.person)))).toBe('personDeparted');
  expect(await accountOfToday(parts, division)).toBeNull();
  const { choices } = await formPlan(parts, organ, 'handOverWork', null, {});
  const chosen = (field: string) => choices[field]?.map(({ value }) => value);
  expect(new Set(chosen('to'))).toEqual(new Set([head, desk, kanri].map(({ person }) => person)));
  expect(chosen('from')).toContain(division.person);
  expect(choices.to?.map((one) => 'label' in one && one.label)).toContain('架空 長（機関の長）');
  expect(codeOf(await give(kanri, { ...leaves, person: division.person, serves: true }))).toBe('done');
  expect(await accountOfToday(parts, division)).not.toBeNull();
});
