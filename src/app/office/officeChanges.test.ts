import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { OrganId } from '../../core/role.ts';
import type { ScenarioFile } from '../fields/scenario.ts';
import { loadCase } from '../loadCase.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { runScenario } from '../scenario/runScenario.ts';
import { divisionOn } from './divisionMoves.ts';
import { openWorkOf } from './openWork.ts';

const guide = join(import.meta.dirname, '../../../docs/guide/kumamoto-first-case.json');
const read = readScenario(readFileSync(guide, 'utf8'));
if ('errors' in read) throw new Error(JSON.stringify(read.errors));
const firstCase = read.value;
const kumamoto = 'kumamoto' as OrganId;
const reviewed = firstCase.steps.findIndex(
  (step) => step.do === 'confirmCompleteness' && step.expect?.state === 'inReview',
);
const division = firstCase.given.map(
  (step) => step.with.contents as { readonly responsibleOrganization: string } | undefined,
)[0]?.responsibleOrganization;
if (division === undefined) throw new Error('the first case registers no file');

async function playOn(later: ScenarioFile['steps']) {
  const parts = createMemorySystem(ruleBook);
  const played = { ...firstCase, steps: [...firstCase.steps.slice(0, reviewed + 1), ...later] };
  const report = await runScenario(played, parts, async () => new Uint8Array());
  return { parts, report };
}

test('ACT-03: on its day the cases and entries of a renamed division move, and its people with it', async () => {
  const change = {
    at: '2026-01-23T08:00',
    as: 'administrator',
    do: 'changeDivisions',
    with: { from: [division], to: '新しい課', on: '2026-02-01', reason: '組織改正' },
  };
  const finding = { criterion: 'CRI-4', met: true, reason: '資する。', evidence: [] };
  const findAs = (at: string, name: string, expected: object) => ({
    at,
    as: 'responsibleDivision',
    division: name,
    do: 'recordFinding',
    with: finding,
    expect: expected,
  });
  const { parts, report } = await playOn([
    change,
    findAs('2026-01-31T17:00', '新しい課', { refusal: { code: 'otherDivision' } }),
    findAs('2026-02-01T09:00', '新しい課', { events: ['findingRecorded'] }),
    findAs('2026-02-01T09:10', division, { refusal: { code: 'otherDivision' } }),
  ]);
  expect(report).toMatchObject({ outcome: 'asExpected' });
  const entry = await loadCase(parts, kumamoto, 'register', 'after-school-care');
  expect(entry?.contents.responsibleOrganization).toBe('新しい課');
  const [renamed] = (await loadCase(parts, kumamoto, 'office', 'officework'))?.divisionChanges ?? [];
  expect(renamed && divisionOn(division, [renamed], '2026-01-31')).toBe(division);
  expect(renamed && divisionOn(division, [renamed], '2026-02-01')).toBe('新しい課');
});

test('ACT-02: all open work of a person, named or last acted on, is handed over at once', async () => {
  const { parts, report } = await playOn([
    {
      at: '2026-01-23T08:00',
      as: 'centralDesk',
      do: 'handOverWork',
      with: { from: 'centralDesk:1', to: 'centralDesk:2', on: '2026-04-01', reason: '人事異動' },
    },
  ]);
  expect(report).toMatchObject({ outcome: 'asExpected' });
  expect(await openWorkOf(parts, kumamoto, 'centralDesk:1')).toEqual([]);
  expect(await openWorkOf(parts, kumamoto, 'centralDesk:2')).toContainEqual({ kind: 'proposal', id: 'p-1' });
});
