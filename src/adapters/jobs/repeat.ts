import { setTimeout as wait } from 'node:timers/promises';

/** Work that is done again and again. */
export interface Repetition {
  /** Lets the work that runs come to its end. */
  stop(): Promise<void>;
}

/**
 * Does the work, rests and does it again. An error is told and does not end it.
 * @param rest in milliseconds
 */
export function repeat(work: () => Promise<unknown>, rest: number, report: (error: unknown) => void): Repetition {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await work().catch(report);
      await wait(rest, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
