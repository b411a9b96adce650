import { expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { OrganId } from '../../core/role.ts';
import type { ScenarioFile } from '../fields/scenario.ts';
import { loadCase } from '../loadCase.ts';

const organ = 'ichikawa' as OrganId;

/** The story of Ichikawa's third parties up to the creation, with another column for the objectors' records. */
async function created(objectorColumn: string) {
  const parts = createMemorySystem(ruleBook);
  await playGuide('ichikawa-third-party.json', parts, (whole: ScenarioFile) => ({
    ...whole,
    steps: whole.steps.map((step) => {
      const isDerived = step.do === 'deriveRecipe' && 'objectorColumn' in step.with;
      const { expect: _, ...bare } = step;
      if (step.do === 'startCreation') return bare;
      return isDerived ? { ...bare, with: { ...step.with, objectorColumn } } : step;
    }),
  }));
  const release = await loadCase(parts, organ, 'release', 'p-1');
  const output = release?.creation
    ? await parts.vault.get({ organ, release: 'p-1' }, release.creation.output.digest)
    : null;
  return { release, lines: output && Buffer.from(output).toString('utf8').trimEnd().split(/\r?\n/).length - 1 };
}

test('STP-11, scenario 42: the objector of 1,004 persons is not among the created data', async () => {
  const { release, lines } = await created('個人コード');
  const { rows = 0, outputRows = 0, suppressedRecords = 0 } = release?.creation ?? {};
  expect([rows, rows - outputRows - suppressedRecords, lines]).toEqual([1004, 1, outputRows]);
});

test('STP-11: a creation that leaves an objector among the result is not taken', async () => {
  const { release } = await created('氏名');
  expect([release?.stage, release?.failure?.place, release?.creation]).toEqual(['planned', 'objectors', null]);
  expect(release?.failure?.message).toMatch(/反対の意思を表した第三者は1人/);
});
