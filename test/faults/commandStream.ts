// A program that gives commands one after the other, several at a time, until it is killed: `commandStream.ts FOLDER
// FROM…`, one FROM for each line of commands. It writes `LINE N` when command N of a line was acknowledged.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSealer } from '../../src/adapters/audit/createSealer.ts';
import { realClock } from '../../src/adapters/clock/realClock.ts';
import { createFileStore } from '../../src/adapters/files/createFileStore.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { embeddedServer } from '../../src/adapters/postgres/embedded/embeddedServer.ts';
import { createPostgresEventStore } from '../../src/adapters/postgres/postgresEventStore.ts';
import type { Commit } from '../../src/app/ports/eventStore.ts';
import { Unavailable } from '../../src/app/ports/unavailable.ts';
import type { OrganId } from '../../src/core/role.ts';

const [folder = '', ...from] = process.argv.slice(2);
const organ = 'organ' as OrganId;
const database = await openDatabase(embeddedServer(folder), () => process.exit(3));
const store = createPostgresEventStore(database.application, realClock);
const files = await createFileStore(join(folder, 'files'));
// The database is killed beneath it; what it says then is no failure.
await createSealer({
  db: database.application,
  organs: [organ],
  clock: realClock,
  folder,
  alarm: () => undefined,
}).start();

/** Command `n` of a line: two events in one stream, one in another, personal data, a file and a job. */
async function commandOf(line: number, n: number): Promise<Commit> {
  const { digest } = await files.put(Buffer.from(`文書 ${line}-${n}`));
  const [twice, once] = [
    { stream: { kind: 'proposal', id: `p${line}` }, expectedVersion: 2 * (n - 1), state: { n } },
    { stream: { kind: 'release', id: `r${line}` }, expectedVersion: n - 1, state: { n } },
  ] as const;
  return {
    organ,
    commandId: `${line}-${n}`,
    actor: { person: 'p', role: 'system', organ },
    at: realClock.procedure(),
    streams: [
      {
        ...twice,
        events: [
          { type: 'filed', data: { n, digest } },
          { type: 'named', data: { n }, personal: { n } },
        ],
      },
      { ...once, events: [{ type: 'made', data: { n } }] },
    ],
    audit: { act: 'file', outcome: 'done', stream: null, facts: { n } },
    jobs: [{ task: 'mail', payload: { commandId: `${line}-${n}` } }],
  };
}

async function give(line: number, n: number): Promise<void> {
  try {
    const { outcome } = await store.commit(await commandOf(line, n));
    if (outcome === 'conflict') throw new Error(`command ${line}-${n} found a stream that has moved on`);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    await wait(10);
    await give(line, n);
  }
}

async function giveAll(line: number, first: number): Promise<never> {
  for (let n = first; ; n += 1) {
    await give(line, n);
    writeSync(1, `${line} ${n}\n`);
  }
}

await Promise.all(from.map((first, line) => giveAll(line, Number(first))));
