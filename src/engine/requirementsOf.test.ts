import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { readReport } from './report/readReport.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-requirements-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);

/** The level of 町 and the largest distance that was recounted. */
async function release(illnesses: readonly string[], t: number) {
  writeFileSync(
    file('data.csv'),
    ['町,病名', ...illnesses.map((one, at) => `${at < 2 ? '本町' : '港町'},${one}`), ''].join('\n'),
  );
  const recipe = {
    source: { path: 'data.csv' },
    columns: { 町: { role: 'quasi' }, 病名: { role: 'sensitive', hierarchy: { csv: 'illnesses.csv' } } },
    privacy: { k: 2, closeness: [{ column: '病名', t, distance: 'hierarchical' }] },
    seed: '0123456789abcdef0123456789abcdef',
  };
  writeFileSync(file('recipe.json'), JSON.stringify(recipe));
  const outcome = await anonymize({ recipe: file('recipe.json'), out: file('out'), replace: true });
  expect(outcome.kind, JSON.stringify(outcome)).toBe('released');
  const { levels, verification } = await readReport(file('out/report.json'));
  const closeness = verification.items[5].checks.find(({ check }) => check === 'closeness');
  return { levels, worst: closeness?.numbers.worst };
}

test('t-closeness up a tree whose top has several groups: the search and the recount put the same root above them', async () => {
  writeFileSync(file('illnesses.csv'), '風邪,内科\n肺炎,内科\n骨折,外科\n');
  // half of the records move from one of two illnesses of a group to the other: ½ × 1 of 2 levels
  const within = ['風邪', '風邪', '肺炎', '肺炎'];
  expect(await release(within, 0.25)).toEqual({ levels: { 町: 0 }, worst: 0.25 });
  expect(await release(within, 0.24)).toEqual({ levels: { 町: 1 }, worst: 0 });
  // from one group to the other: ½ × 2 of 2 levels
  const across = ['風邪', '肺炎', '骨折', '骨折'];
  expect(await release(across, 0.5)).toEqual({ levels: { 町: 0 }, worst: 0.5 });
  expect(await release(across, 0.49)).toEqual({ levels: { 町: 1 }, worst: 0 });
});
