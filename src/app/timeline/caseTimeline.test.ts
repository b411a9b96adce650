import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { loadProfiles } from '../../adapters/profiles/loadProfiles.ts';
import { ruleCheck } from '../../adapters/profiles/ruleCheck.ts';
import type { OrganId, Role } from '../../core/role.ts';
import type { CommandName } from '../aggregates.ts';
import { kindOf } from '../aggregates.ts';
import type { ScenarioFile } from '../fields/scenario.ts';
import type { Parts } from '../parts.ts';
import { createRuleBook } from '../ruleBook.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { runScenario } from '../scenario/runScenario.ts';
import { type CaseTimeline, caseTimeline } from './caseTimeline.ts';
import { dueDays } from './dueDays.ts';

const root = join(import.meta.dirname, '../../..');
const rules = createRuleBook(loadProfiles(join(root, 'profiles')), ruleCheck);
const kumamoto = 'kumamoto' as OrganId;
let scenario: ScenarioFile;

beforeAll(() => {
  const read = readScenario(readFileSync(join(root, 'docs/guide/kumamoto-2025.json'), 'utf8'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  scenario = read.value;
});

/** Kumamoto's first case after so many steps. */
async function playedTo(steps: number): Promise<{ parts: Parts; timeline: CaseTimeline | null }> {
  const parts = createMemorySystem(rules);
  const read = async (path: string) => readFileSync(join(root, 'docs/guide', path));
  const report = await runScenario({ ...scenario, steps: scenario.steps.slice(0, steps) }, parts, read);
  expect(report.outcome).toBe('asExpected');
  return { parts, timeline: await caseTimeline(parts, kumamoto, 'p-1') };
}

const stepOf = (command: CommandName) => scenario.steps.findLastIndex((step) => step.do === command);

describe('the timeline of Kumamoto’s first case', () => {
  test('names beforehand each act that then was admitted, and who did it', async () => {
    const begun = scenario.steps.findIndex((step) => step.do === 'receiveProposal' && !step.expect?.refusal);
    const acts = scenario.steps
      .map((step, at) => ({ ...step, at }))
      .filter((step) => step.at > begun && step.at < stepOf('startCreation') && !step.expect?.refusal)
      .filter((step) => ['proposal', 'release'].includes(kindOf(step.do) ?? ''));
    expect(acts.length).toBeGreaterThan(15);
    for (const { at, do: command, as } of acts) {
      const { timeline } = await playedTo(at);
      const named = timeline?.next.find((act) => act.command === command);
      expect([at, command, named?.roles.includes(as.split(':')[0] as Role)]).toEqual([at, command, true]);
    }
  });

  test('tells everything that was done, in its order, from the call to the contract', async () => {
    const { parts, timeline } = await playedTo(stepOf('concludeContract') + 1);
    const types = timeline?.past.map(({ type }) => type) ?? [];
    const events = await parts.events.read(kumamoto, { kind: 'proposal', id: 'p-1' });
    expect(types.filter((type) => events.some((event) => event.type === type)).length).toBe(events.length);
    expect(types.slice(0, 3)).toEqual(['callPublished', 'callOpened', 'proposalReceived']);
    expect(types).toContain('callClosed');
    expect(types.at(-1)).toBe('releasePlanned');
    const moments = timeline?.past.map(({ at }) => at) ?? [];
    expect(moments).toEqual([...moments].sort());
  });

  test('a deadline that an official set says so, and ends when what it is for was done', async () => {
    const [conforming, applied] = [
      await playedTo(stepOf('issueConformingNotice') + 1),
      await playedTo(stepOf('receiveContractApplication') + 1),
    ];
    expect(conforming.timeline?.due.map(({ name, citation }) => [name, citation])).toEqual([
      ['contractApplication', null],
      ['fee', null],
    ]);
    expect(conforming.timeline?.due[0]?.reason).toMatch(/^公示は期限を定めていない/);
    expect(applied.timeline?.due.map(({ name }) => name)).toEqual(['fee']);
  });
});

test('DDL-04: a deadline by rule shows how it was counted, here over a month without its day and a weekend', async () => {
  const { parts, timeline } = await playedTo(stepOf('issueConformingNotice') + 1);
  const aomori = rules.inForce('aomori-police' as OrganId, '2026-01-30');
  if (!timeline?.proposal.notice?.items || !aomori) throw new Error('no notice');
  const { notice } = timeline.proposal;
  const proposal = {
    ...timeline.proposal,
    applicationDeadline: '2026-03-02',
    feeDeadline: '2026-03-02',
    notice: { ...notice, items: { ...timeline.proposal.notice.items, typed: {} } },
  };
  const closedDays = { ...parts.holidays, yearEnd: aomori.deadlines.yearEnd?.value ?? null };
  const [due] = dueDays(proposal, null, aomori, closedDays);
  expect(due?.citation).toBe('第８-3(2)');
  expect(due?.derivation.map(({ step }) => step)).toEqual([
    'firstDayExcluded',
    'monthsCounted',
    'closedDay',
    'closedDay',
    'openDay',
  ]);
  expect(due?.derivation.at(-1)).toEqual({ step: 'openDay', day: '2026-03-02' });
});
