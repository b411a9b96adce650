import { setTimeout as wait } from 'node:timers/promises';
import { type Runner, run, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Job } from '../../app/ports/eventStore.ts';
import type { Tasks } from '../../app/ports/tasks.ts';
import type { OrganId } from '../../core/role.ts';
import { workerLogger } from '../postgres/workerLogger.ts';

/** Work on queued jobs, until it is stopped. */
export interface Worker {
  /** Lets the jobs that run come to their end. */
  stop(): Promise<void>;
}

/** How long a worker that lost its database rests before it begins again, in milliseconds. */
const rest = 1_000;

/** A job as the event store queued it. */
interface Queued {
  readonly organ: OrganId;
  readonly payload: Job['payload'];
}

const taskList = (tasks: Tasks): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, work]) => [
      name,
      (queued: unknown) => work((queued as Queued).organ, (queued as Queued).payload),
    ]),
  );

/**
 * Makes the jobs that a killed program had begun free again at once, not after the queue's hours: no other program works
 * on this database, so whoever holds them is gone.
 */
const freeJobs = (pool: Pool) =>
  pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  );

/** Works on the jobs of the queue. @param pool connected as the owner */
export function startWorker(pool: Pool, tasks: Tasks): Worker {
  const stopping = new AbortController();
  let runner: Runner | null = null;
  const begin = async () => {
    await freeJobs(pool);
    return run({
      pgPool: pool,
      taskList: taskList(tasks),
      concurrency: 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger: workerLogger,
    });
  };
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      runner = await begin().catch(() => null);
      if (stopping.signal.aborted) await runner?.stop();
      await runner?.promise.catch(() => undefined);
      await wait(rest, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const working = work();
  return {
    async stop() {
      stopping.abort();
      await runner?.stop().catch(() => undefined);
      await working;
    },
  };
}
