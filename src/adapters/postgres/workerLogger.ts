import { Logger } from 'graphile-worker';

/** Only what went wrong is said; payloads are ids, so nothing personal can be in it. */
export const workerLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(message);
});
