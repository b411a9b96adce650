import type { CreationProgress, Progress } from '../../app/ports/progress.ts';
import type { ReleaseRef } from '../../app/ports/releaseVault.ts';

/** Progress of the creations that run in this program. */
export function createMemoryProgress(): Progress {
  const running = new Map<string, CreationProgress>();
  const nameOf = ({ organ, release }: ReleaseRef): string => JSON.stringify([organ, release]);
  return {
    report(release, progress) {
      if (progress) running.set(nameOf(release), progress);
      else running.delete(nameOf(release));
    },
    of: (release) => running.get(nameOf(release)) ?? null,
  };
}
