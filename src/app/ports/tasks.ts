import type { OrganId } from '../../core/role.ts';
import type { Job } from './eventStore.ts';

/**
 * What is done for the jobs of each task. A job is tried again, ever later, until it is done once; it may begin more than
 * once, so a task must not mind. An error is a reason to try again.
 */
export type Tasks = Readonly<Record<Job['task'], (organ: OrganId, payload: Job['payload']) => Promise<void>>>;
