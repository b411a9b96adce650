// A program that plays Kumamoto's year up to the creation and lets the worker do it: `creationWorker.ts FOLDER [STEP]`.
// It says `step NAME` when a step of the creation begins, and stands still in the step STEP until it is killed; when the
// data is created it says `created` and ends.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createEngineAnonymizer } from '../../src/adapters/anonymizer/engineAnonymizer.ts';
import { createFileStore } from '../../src/adapters/files/createFileStore.ts';
import { startWorker } from '../../src/adapters/jobs/startWorker.ts';
import { createOrganKeyFiles } from '../../src/adapters/keys/organKeyFiles.ts';
import { createMemorySystem } from '../../src/adapters/memory/memorySystem.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { embeddedServer } from '../../src/adapters/postgres/embedded/embeddedServer.ts';
import { createPostgresEventStore } from '../../src/adapters/postgres/postgresEventStore.ts';
import { createReleaseVault } from '../../src/adapters/vault/createReleaseVault.ts';
import { execute } from '../../src/app/execute.ts';
import { loadCase } from '../../src/app/loadCase.ts';
import { runJob, tasks } from '../../src/app/runJob.ts';
import type { OrganId } from '../../src/core/role.ts';
import { playGuide } from '../support/playGuide.ts';
import { ruleBook } from '../support/shippedRules.ts';

const [folder = '', standAt = ''] = process.argv.slice(2);
const organ = 'kumamoto' as OrganId;
const database = await openDatabase(embeddedServer(folder), () => process.exit(3));
const memory = createMemorySystem(ruleBook);
const engine = createEngineAnonymizer();
const parts = {
  ...memory,
  events: createPostgresEventStore(database.application, memory.clock),
  files: await createFileStore(join(folder, 'files')),
  keys: createOrganKeyFiles(join(folder, 'keys')),
  vault: await createReleaseVault(folder),
  anonymizer: {
    ...engine,
    anonymize: (order: Parameters<typeof engine.anonymize>[0]) =>
      engine.anonymize({
        ...order,
        onStep: (step, records) => {
          order.onStep?.(step, records);
          writeSync(1, `step ${step} ${records ?? ''}\n`);
          if (step === standAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
        },
      }),
  },
};

if (await loadCase(parts, organ, 'release', 'p-1')) await memory.clock.setProcedure('2026-02-17T09:00');
else {
  await playGuide('kumamoto-2025.json', parts, (whole) => ({
    ...whole,
    steps: whole.steps.slice(0, whole.steps.findLastIndex(({ do: command }) => command === 'deriveRecipe') + 1),
  }));
  const actor = { person: 'creator:1', role: 'creator', organ } as const;
  const stream = { kind: 'release', id: 'p-1' } as const;
  const command = { do: 'startCreation' } as const;
  await execute(parts, { organ, actor, commandId: 'start', stream, expectedVersion: null, command });
}
const work = async (of: OrganId, payload: Readonly<Record<string, string>>, task: string) =>
  void (await runJob(parts, of, { task, payload }));
const worker = startWorker(
  database.owner,
  Object.fromEntries(Object.keys(tasks).map((task) => [task, (of, payload) => work(of, payload, task)])),
);
while ((await loadCase(parts, organ, 'release', 'p-1'))?.stage === 'creating') await wait(20);
await worker.stop();
writeSync(1, `${(await loadCase(parts, organ, 'release', 'p-1'))?.stage}\n`);
await database.close();
