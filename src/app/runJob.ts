import type { OrganId } from '../core/role.ts';
import type { Outcome } from './execute.ts';
import type { Parts } from './parts.ts';
import type { Job } from './ports/eventStore.ts';
import type { Tasks } from './ports/tasks.ts';
import { createData } from './release/createData.ts';

type Work = (parts: Parts, organ: OrganId, payload: Job['payload']) => Promise<Outcome | null>;

/** The work behind each task name; a job that is begun again does no harm. */
const works = {
  createData: (parts, organ, { release = '' }) => createData(parts, organ, release),
} as const satisfies Record<string, Work>;

/** Does a queued job; null when there is nothing (more) to do. @throws Error when the task is unknown. */
export function runJob(parts: Parts, { task, payload }: Job): Promise<Outcome | null> {
  const work: Work | undefined = Object.hasOwn(works, task) ? works[task as keyof typeof works] : undefined;
  if (!work) throw new Error(`「${task}」という処理はありません。`);
  return work(parts, payload.organ as OrganId, payload);
}

/** What a worker does for the queue. */
export const tasksOf = (parts: Parts): Tasks =>
  Object.fromEntries(
    Object.keys(works).map((task) => [task, async (payload) => void (await runJob(parts, { task, payload }))]),
  );
