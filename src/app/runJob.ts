import type { OrganId } from '../core/role.ts';
import { keepPapers } from './documents/keepPapers.ts';
import type { Outcome } from './execute.ts';
import type { Parts } from './parts.ts';
import type { Job } from './ports/eventStore.ts';
import { createData } from './release/createData.ts';
import { destroyKey } from './release/destroyKey.ts';

/** The work behind each task name; a job that is done again does no harm. */
export const tasks: Readonly<
  Record<string, (parts: Parts, organ: OrganId, payload: Job['payload']) => Promise<Outcome | null>>
> = {
  createData: (parts, organ, { release = '' }) => createData(parts, organ, release),
  destroyKey: (parts, organ, { release = '' }) => destroyKey(parts, organ, release),
  keepPapers: (parts, organ, { papers = '' }) => keepPapers(parts, organ, papers),
};

/** Does a queued job. @throws Error when the task is unknown. */
export function runJob(parts: Parts, organ: OrganId, { task, payload }: Job): Promise<Outcome | null> {
  const work = tasks[task];
  if (!work) throw new Error(`「${task}」という処理はありません。`);
  return work(parts, organ, payload);
}
