import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { connectTo } from './connectTo.ts';
import type { DatabaseServer } from './databaseServer.ts';

/** "tokumei" as a number; one program at a time holds it. */
const lockNumber = '128021829871977';

/** The lock of a database, held on a connection of its own for as long as the program lives. */
export interface DatabaseLock {
  release(): Promise<void>;
}

/** @returns false when another program holds the lock. */
async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1::bigint) as locked', [
    lockNumber,
  ]);
  return rows[0]?.locked === true;
}

/** A killed program's connection may take a moment to end. */
async function lockSoon(client: Client): Promise<boolean> {
  for (let tries = 0; tries < 10; tries += 1) {
    if (await tryLock(client)) return true;
    await wait(100);
  }
  return false;
}

/**
 * Starts or finds the server and takes its lock. When the connection breaks, the server is made sure of and the lock
 * taken again, for as long as it needs.
 * @param onTaken called when another program took the lock meanwhile: this one must end
 * @throws CannotStart when the server cannot be reached or another program uses it.
 */
export async function lockDatabase(server: DatabaseServer, onTaken: () => void): Promise<DatabaseLock> {
  let released = false;
  let client: Client;

  const watch = (watched: Client) => {
    client = watched;
    watched.once('end', () => {
      if (!released) void regain();
    });
  };
  const regain = async (): Promise<void> => {
    for (let pause = 50; !released; pause = Math.min(pause * 2, 5_000)) {
      const next = await connectTo(server).catch(() => null);
      const locked = next && (await lockSoon(next).catch(() => null));
      if (next && locked) return watch(next);
      await next?.end().catch(() => undefined);
      if (locked === false) return onTaken();
      await wait(pause);
    }
  };

  const first = await connectTo(server);
  if (!(await lockSoon(first))) {
    await first.end();
    throw new CannotStart(
      `別のプログラムが ${server.name} を使っています。それを終えるか、DATA_DIR (または DATABASE_URL) に別の場所を指定してください。`,
    );
  }
  watch(first);
  return {
    async release() {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}

/** Ends a server of ours that no program works on. */
export async function stopIfUnused(server: DatabaseServer): Promise<void> {
  const client = await connectTo(server).catch(() => null);
  if (client && (await tryLock(client))) await server.stop();
  await client?.end().catch(() => undefined);
}
