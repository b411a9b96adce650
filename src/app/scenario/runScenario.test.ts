import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { createPostgresEventStore } from '../../adapters/postgres/postgresEventStore.ts';
import type { OrganId } from '../../core/role.ts';
import { rebuildState } from '../rebuildState.ts';
import { readScenario } from './readScenario.ts';
import { runScenario, type ScenarioParts, type ScenarioReport } from './runScenario.ts';

const guide = join(import.meta.dirname, '../../../docs/guide');
const firstCase = await readFile(join(guide, 'kumamoto-2025.json'), 'utf8');
const nothing = () => Promise.reject(new Error('このシナリオはファイルを使いません。'));

async function run(text: string, parts: ScenarioParts = createMemorySystem(ruleBook)): Promise<ScenarioReport> {
  const scenario = readScenario(text);
  if ('errors' in scenario) throw new Error(JSON.stringify(scenario.errors));
  return runScenario(scenario.value, parts, nothing);
}

const entry = {
  fileName: '架空のファイル',
  organName: '市長',
  responsibleOrganization: '甲課',
  purpose: '事務',
  recordItems: [{ name: '氏名' }],
  recordScope: '市民',
  collectionMethod: '本人',
  fileKind: 'electronic',
};
const registration = {
  at: '2025-12-01T09:00',
  as: 'responsibleDivision',
  do: 'registerFile',
  with: { contents: entry, entryDate: '平成31年7月1日' },
};
const scenario = (...steps: object[]) => JSON.stringify({ title: '試し', organ: 'kumamoto', steps });

/** What makes two runs comparable: random keys and seeds show in digests and lengths alone. */
const withoutChance = (report: ScenarioReport) =>
  report.steps.flatMap(({ step, events, refusal }) => [
    ...events.map(({ type, stream, version, data, personal, at, actor }) =>
      JSON.parse(
        JSON.stringify({ step, type, stream, version, data, personal, at, actor }, (key, value) =>
          key === 'digest' || key === 'bytes' ? key : value,
        ),
      ),
    ),
    ...(refusal ? [{ step, refusal }] : []),
  ]);

describe('the guide', () => {
  test.each(readdirSync(guide).filter((name) => name.endsWith('.json')))('%s plays as it says', async (name) => {
    expect(await run(await readFile(join(guide, name), 'utf8'))).toMatchObject({ outcome: 'asExpected' });
  });
});

describe('a scenario', () => {
  test('Kumamoto’s first case runs from the register to the provision, and every state rebuilds from its events', async () => {
    const parts = createMemorySystem(ruleBook);
    const report = await run(firstCase, parts);
    expect(report).toMatchObject({ outcome: 'asExpected' });
    expect(report.steps.filter(({ refusal }) => refusal).length).toBeGreaterThan(10);
    const organ = 'kumamoto' as OrganId;
    const streams = new Map(
      report.steps.flatMap(({ events }) => events.map(({ stream }) => [`${stream.kind}:${stream.id}`, stream])),
    );
    expect([...streams.keys()].toSorted()).toEqual([
      'call:r7',
      'proposal:p-1',
      'proposal:p-2',
      'register:after-school-care',
      'register:library',
      'release:p-1',
    ]);
    for (const stream of streams.values())
      expect(await rebuildState(parts, organ, stream)).toEqual((await parts.events.state(organ, stream))?.state);
  });

  test('1b-2, STP-29: Yokohama publishes its call only when an administrator has set what its rules leave open', async () => {
    const report = await run(await readFile(join(guide, 'yokohama-settings.json'), 'utf8'));
    expect(report).toMatchObject({ outcome: 'asExpected' });
  });

  test.each([
    ['aomori-police', 'STP-04, PUB-3, EXC-2, CHK-ID-4, STP-09: Aomori’s intake'],
    ['hokkaido-university', 'DDL-01, PUB-2, CHK-ID-1, STP-09: Hokkaido University’s intake'],
    ['ichikawa-2019', 'STP-29, DQ-7, 1c-23: Ichikawa’s intake'],
    ['yokohama', 'CHK-REC-1, CHK-REC-4, SEC-15: Yokohama’s intake'],
  ])('%s.json, %s runs to the completeness check with its refusals, and every state rebuilds', async (name) => {
    const text = await readFile(join(guide, `${name}.json`), 'utf8');
    const parts = createMemorySystem(ruleBook);
    const report = await run(text, parts);
    expect(report).toMatchObject({ outcome: 'asExpected' });
    expect(report.steps.filter(({ refusal }) => refusal).length).toBeGreaterThan(3);
    expect(report.steps.at(-1)?.state).toMatch(/inReview|joined/);
    const { organ } = JSON.parse(text) as { organ: OrganId };
    for (const { stream } of report.steps.flatMap(({ events }) => events))
      expect(await rebuildState(parts, organ, stream)).toEqual((await parts.events.state(organ, stream))?.state);
  });

  test('stops at the first expectation that fails, with step, path, wanted and got', async () => {
    const report = await run(
      scenario(registration, {
        ...registration,
        do: 'publishEntry',
        with: { publishedOn: '2025-12-01' },
        expect: { state: 'registered' },
      }),
    );
    expect(report).toMatchObject({
      outcome: 'different',
      step: 2,
      mismatch: { path: 'state', wanted: 'registered', got: 'published' },
    });
  });

  test('a step without an expected refusal must be admitted, and an expected refusal must come', async () => {
    const publish = { ...registration, do: 'publishEntry', with: { publishedOn: '2025-12-01' } };
    expect(await run(scenario(publish))).toMatchObject({
      outcome: 'different',
      step: 1,
      mismatch: { path: 'refusal', got: { code: 'doesNotExist' } },
    });
    expect(await run(scenario({ ...registration, expect: { refusal: { code: 'notPermitted' } } }))).toMatchObject({
      outcome: 'different',
      mismatch: { path: 'refusal', got: null },
    });
  });

  test.each([
    ['an unknown key of the frame', { title: 'x', organ: 'kumamoto', steps: [], stepz: [] }, 'stepz'],
    [
      'an unknown key of a step',
      { title: 'x', organ: 'kumamoto', steps: [{ ...registration, who: 'x' }] },
      'steps[0].who',
    ],
    [
      'an unknown key of an expectation',
      { title: 'x', organ: 'kumamoto', steps: [{ ...registration, expect: { event: [] } }] },
      'steps[0].expect.event',
    ],
    ['an unknown role', { title: 'x', organ: 'kumamoto', steps: [{ ...registration, as: 'mayor' }] }, 'steps[0].as'],
    [
      'an impossible time',
      { title: 'x', organ: 'kumamoto', steps: [{ ...registration, at: '2025-12-01T24:00' }] },
      'steps[0].at',
    ],
  ])('%s is an error that names it', (_, file, field) => {
    const read = readScenario(JSON.stringify(file));
    expect('errors' in read && read.errors).toMatchObject([{ field }]);
    expect('errors' in read && read.errors[0]?.message).toContain(field);
  });

  test.each([
    ['an unknown command', { ...registration, do: 'registerFiles' }, '「registerFiles」という操作はありません。'],
    [
      'an unknown field',
      { ...registration, with: { ...registration.with, colour: 1 } },
      '「colour」という項目はありません。',
    ],
    [
      'a wrong value',
      { ...registration, with: { ...registration.with, contents: { ...entry, fileKind: 'paper' } } },
      '「contents.fileKind」に "paper" とあります。「electronic」、「manual」 のいずれかにしてください。',
    ],
    [
      'a date that does not exist',
      { ...registration, with: { ...registration.with, entryDate: '令和7年2月30日' } },
      '「entryDate」に "令和7年2月30日" とあります。実在する日付 (YYYY-MM-DD)で書いてください。',
    ],
    [
      'a field that is missing',
      { ...registration, with: { contents: entry } },
      '「entryDate」がありません。文字列で書いてください。',
    ],
  ])('%s makes the file unusable, and the message names field and value', async (_, step, message) => {
    expect(await run(scenario(step))).toMatchObject({ outcome: 'unusable', place: 'steps[0]', messages: [message] });
  });

  test('time never runs backwards, an unknown organ is named, a refused given is an error', async () => {
    const earlier = { ...registration, at: '2025-11-30T09:00' };
    expect(await run(scenario(registration, earlier))).toMatchObject({ outcome: 'unusable', place: 'steps[1]' });
    expect(await run(JSON.stringify({ title: 'x', organ: 'osaka', steps: [] }))).toMatchObject({
      outcome: 'unusable',
      place: 'organ',
    });
    const given = JSON.stringify({
      title: 'x',
      organ: 'kumamoto',
      given: [{ ...registration, as: 'proposer' }],
      steps: [],
    });
    expect(await run(given)).toMatchObject({ outcome: 'unusable', place: 'given[0]' });
  });

  test('scenario 91, 1c-16: 平成31年7月1日 of the register means 2019-07-01 and keeps its text', async () => {
    const { steps } = await run(scenario(registration));
    expect(steps[0]?.events[0]?.data).toMatchObject({ entryDate: { on: '2019-07-01', asWritten: '平成31年7月1日' } });
  });
});

describe('on the real database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  test('the first case leaves the same events as in memory', async () => {
    const memory = createMemorySystem(ruleBook);
    const system = createMemorySystem(ruleBook);
    const real = { ...system, events: createPostgresEventStore(database.application, system.clock) };
    const [inMemory, inDatabase] = [await run(firstCase, memory), await run(firstCase, real)];
    expect(inDatabase.outcome).toBe('asExpected');
    expect(withoutChance(inDatabase)).toEqual(withoutChance(inMemory));
  });
});
