import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScenarioFile } from '../../src/app/fields/scenario.ts';
import { readScenario } from '../../src/app/scenario/readScenario.ts';
import { runScenario, type ScenarioParts } from '../../src/app/scenario/runScenario.ts';

const guide = join(import.meta.dirname, '../../docs/guide');
const noFile = (path: string) => Promise.reject(new Error(`the guide reads no file: ${path}`));

/** Plays a scenario of the guide, or its beginning. @throws Error where it does not go as it says */
export async function playGuide(
  name: string,
  parts: ScenarioParts,
  part: (scenario: ScenarioFile) => ScenarioFile = (whole) => whole,
): Promise<void> {
  const read = readScenario(await readFile(join(guide, name), 'utf8'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const { outcome, ...report } = await runScenario(part(read.value), parts, noFile);
  if (outcome !== 'asExpected') throw new Error(JSON.stringify({ outcome, ...report, steps: [] }));
}
