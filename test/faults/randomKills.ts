import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createOrganSealing } from '../../src/adapters/audit/organSealing.ts';
import { realClock } from '../../src/adapters/clock/realClock.ts';
import { createFileStore } from '../../src/adapters/files/createFileStore.ts';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { embeddedServer } from '../../src/adapters/postgres/embedded/embeddedServer.ts';
import { createPostgresAuditLog } from '../../src/adapters/postgres/postgresAuditLog.ts';
import { exportLines } from '../../src/app/audit/exportLines.ts';
import { readSince } from '../../src/app/audit/readSince.ts';
import { verifyAudit } from '../../src/app/audit/verifyAudit.ts';
import type { OrganId } from '../../src/core/role.ts';

/** What was seen after the kills. Every number but the first five must be 0. */
export interface KillReport {
  readonly programKills: number;
  readonly databaseKills: number;
  readonly acknowledged: number;
  readonly kept: number;
  readonly seconds: number;
  /** Acknowledged, but not kept. */
  readonly lost: number;
  /** Kept without one of their events, states, personal records, entries, jobs or files. */
  readonly half: number;
  /** Kept with more of them than one command has. */
  readonly doubled: number;
  /** Entries of the audit log that are not chained, and what the verifier of the chain finds. */
  readonly unproven: number;
}

const lines = 4;

/** The stream of commands in a program of its own, and the last acknowledged command of each line. */
class CommandStream {
  readonly acknowledged: number[] = Array(lines).fill(0);
  readonly folder: string;
  #program: ChildProcess | null = null;
  #failure = '';

  constructor(folder: string) {
    this.folder = folder;
  }

  start(): void {
    const script = join(import.meta.dirname, 'commandStream.ts');
    const from = this.acknowledged.map((n) => String(n + 1));
    const program = spawn(process.execPath, [script, this.folder, ...from], { stdio: ['ignore', 'pipe', 'pipe'] });
    createInterface({ input: program.stdout }).on('line', (text) => {
      const [line = 0, n = 0] = text.split(' ').map(Number);
      this.acknowledged[line] = n;
    });
    program.stderr.on('data', (text) => {
      this.#failure += text;
    });
    this.#program = program;
  }

  get total(): number {
    return this.acknowledged.reduce((sum, n) => sum + n, 0);
  }

  /** Waits until more commands were acknowledged. */
  async flows(): Promise<void> {
    const before = this.total;
    while (this.total < before + lines) {
      if (this.#program?.exitCode !== null) throw new Error(`the stream of commands ended: ${this.#failure}`);
      await wait(5);
    }
  }

  async kill(): Promise<void> {
    const program = this.#program;
    const ended = new Promise((done) => program?.once('close', done));
    program?.kill('SIGKILL');
    await ended;
  }
}

function killDatabase(folder: string): void {
  const [pid] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

interface Kept {
  readonly command_id: string;
  readonly events: number;
  readonly personal: number;
  readonly entries: number;
  readonly jobs: number;
  readonly digest: string | null;
}

/** Everything that is kept of each command. */
async function keptCommands(owner: Pool): Promise<readonly Kept[]> {
  const { rows } = await owner.query<Kept>(
    `select command_id,
        (select count(*)::int from event e where e.command_id = c.command_id) as events,
        (select count(*)::int from event e join personal_record p on p.id = e.personal_record
          where e.command_id = c.command_id) as personal,
        (select count(*)::int from audit_entry a where a.command_id = c.command_id) as entries,
        (select count(*)::int from graphile_worker._private_jobs j where j.payload->'payload'->>'commandId' = c.command_id) as jobs,
        (select min(e.data->>'digest') from event e where e.command_id = c.command_id) as digest
      from command c`,
  );
  return rows;
}

/** How many states differ from the number of commands that are kept of their line. */
async function wrongStates(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ wrong: number }>(
    `select count(*)::int as wrong from state s,
       lateral (select count(*)::int as n from command where command_id like substr(s.stream_id, 2) || '-%') c
      where s.version <> case s.stream_kind when 'proposal' then 2 * c.n else c.n end or (s.content->>'n')::int <> c.n`,
  );
  return rows[0]?.wrong ?? 0;
}

/** Goes on with the chain after the kills, and verifies it against every checkpoint that the file beside it holds. */
async function unprovenEntries({ application }: Database, folder: string): Promise<number> {
  const organ = 'organ' as OrganId;
  const sealing = createOrganSealing({ db: application, clock: realClock, folder });
  while (await sealing.seal(organ, true));
  const log = createPostgresAuditLog(application);
  const { entries, head } = await log.status(organ);
  const since = await readSince(readFileSync(sealing.file, 'utf8').split('\n'));
  const { fingerprint } = await sealing.publicKey();
  const known = { keys: new Set([fingerprint]), since };
  const { verdict } = await verifyAudit(numbered(exportLines(log, [organ], realClock.real())), known);
  return entries - head.number + (verdict === 'verified' ? 0 : 1);
}

async function* numbered(lines: AsyncIterable<string>) {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    yield { number, text };
  }
}

type Findings = Pick<KillReport, 'kept' | 'lost' | 'half' | 'doubled' | 'unproven'>;

async function examine(folder: string, acknowledged: readonly number[]): Promise<Findings> {
  const database = await openDatabase(embeddedServer(folder), () => undefined);
  await database.owner.query("create index on graphile_worker._private_jobs ((payload->'payload'->>'commandId'))");
  await database.owner.query('create index on audit_entry (command_id)');
  const kept = await keptCommands(database.owner);
  const files = await createFileStore(join(folder, 'files'));
  const withFile = await Promise.all(kept.map(({ digest }) => files.get(digest ?? '').catch(() => null)));
  const counts = kept.map(({ events, personal, entries, jobs }) => [events - 2, personal, entries, jobs]);
  const ids = new Set(kept.map(({ command_id }) => command_id));
  const wanted = acknowledged.flatMap((n, line) => Array.from({ length: n }, (_, index) => `${line}-${index + 1}`));
  const findings = {
    kept: kept.length,
    lost: wanted.filter((id) => !ids.has(id)).length,
    half:
      (await wrongStates(database.owner)) +
      counts.filter((each, index) => each.some((count) => count < 1) || withFile[index] === null).length,
    doubled: counts.filter((each) => each.some((count) => count > 1)).length,
    unproven: await unprovenEntries(database, folder),
  };
  await database.close();
  return findings;
}

/**
 * Kills the program that gives commands, or its database, at random moments, and starts it again.
 * @param chance a number from 0 up to 1, another at each call
 */
export async function randomKills(folder: string, kills: number, chance: () => number): Promise<KillReport> {
  const began = performance.now();
  const stream = new CommandStream(folder);
  const killed = { program: 0, database: 0 };
  stream.start();
  for (let left = kills; left > 0; left -= 1) {
    await stream.flows();
    await wait(chance() * 300);
    const kind = chance();
    if (kind < 0.6) {
      killDatabase(folder);
      killed.database += 1;
    }
    if (kind >= 0.4) {
      await stream.kill();
      killed.program += 1;
      stream.start();
    }
  }
  await stream.flows();
  await stream.kill();
  const findings = await examine(folder, stream.acknowledged);
  return {
    programKills: killed.program + 1,
    databaseKills: killed.database,
    acknowledged: stream.total,
    seconds: Math.round((performance.now() - began) / 1000),
    ...findings,
  };
}
