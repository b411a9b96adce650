import type { CreationStep } from './anonymizer.ts';
import type { ReleaseRef } from './releaseVault.ts';

/** How far a running creation is. Times are the real clock's, in UTC. */
export interface CreationProgress {
  readonly step: CreationStep;
  /** Records that the step works on; null before they are counted. */
  readonly records: number | null;
  /** Share of the search that is left, 1 to 0; null outside the search. */
  readonly left: number | null;
  /** Share of the step that is done, 0 to 1; null where it isn't known. */
  readonly done: number | null;
  readonly startedAt: string;
  readonly stepStartedAt: string;
}

/**
 * How far the creations of this program are. It lives as long as the program: only one program works on an installation,
 * and a creation that a killed program left is begun anew by the next one.
 */
export interface Progress {
  /** Null = the creation has ended. */
  report(release: ReleaseRef, progress: CreationProgress | null): void;
  of(release: ReleaseRef): CreationProgress | null;
}
