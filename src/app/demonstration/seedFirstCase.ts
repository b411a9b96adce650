import guide from '../../../docs/guide/kumamoto-2025.json' with { type: 'json' };
import type { OrganId } from '../../core/role.ts';
import { kindOf } from '../aggregates.ts';
import { execute } from '../execute.ts';
import { readCommand, readFields } from '../fields/commandFields.ts';
import { type ScenarioStep, scenarioFile } from '../fields/scenario.ts';
import { jobsOf } from '../reactions.ts';
import { keepFile } from '../release/keepFile.ts';
import { runJob } from '../runJob.ts';
import { actorOf } from '../scenario/actorOf.ts';
import { passTime } from '../scenario/passTime.ts';
import { storeFiles } from '../scenario/storeFiles.ts';
import { createTargets, type Targets } from '../scenario/targets.ts';
import type { DemonstrationParts, Seeder } from './seeder.ts';

/** Kumamoto's first case as the guide tells it, from the call to the provision, without the steps that are refused. */
export const firstCase: Seeder = {
  name: 'kumamotoFirstCase',
  async seed(parts) {
    const read = readFields(scenarioFile, guide);
    if ('errors' in read) throw new Error(`the guide's first case: ${JSON.stringify(read.errors)}`);
    const { organ, given, steps } = read.value;
    const targets = createTargets();
    const told: readonly ScenarioStep[] = [...given, ...steps];
    for (const [index, step] of told.entries())
      if (step.expect?.refusal === undefined)
        await give(parts, organ as OrganId, targets, step, `demonstration:first-case:${index}`);
    await parts.clock.setProcedure(japanTime(parts.clock.real()));
  },
};

/** Gives a step's command once, however often the demonstration is begun, and does the jobs that it queues. */
async function give(
  parts: DemonstrationParts,
  organ: OrganId,
  targets: Targets,
  step: ScenarioStep,
  commandId: string,
): Promise<void> {
  await passTime(parts, organ, step);
  const { stream, fields } = targets.take(kindOf(step.do, step.with) ?? 'register', step.with);
  const keep = (content: Uint8Array) => keepFile(parts, organ, stream, content);
  const command = readCommand(step.do, await storeFiles(fields, keep, noFile));
  if ('errors' in command) throw new Error(`${commandId}: ${JSON.stringify(command.errors)}`);
  const actor = actorOf(step, organ);
  const outcome = await execute(parts, {
    organ,
    actor,
    commandId,
    stream,
    expectedVersion: null,
    command: command.value,
  });
  if (!('events' in outcome)) throw new Error(`${commandId} ended as ${JSON.stringify(outcome)}`);
  for (const event of outcome.events) {
    targets.note(event.stream);
    for (const job of jobsOf(event, event.stream)) await runJob(parts, organ, job);
  }
}

const noFile = (path: string) => Promise.reject(new Error(`the first case reads no file: ${path}`));

const japanOffset = 9 * 60 * 60 * 1000;
/** Japan's local time of a moment. */
export const japanTime = (moment: Date): string => new Date(moment.getTime() + japanOffset).toISOString().slice(0, 16);
