import type { Parts } from '../parts.ts';
import type { SettableClock } from '../ports/clock.ts';
import type { Identity } from '../ports/identity.ts';

/** What the demonstration is made with. */
export interface DemonstrationParts extends Parts {
  readonly identity: Identity;
  readonly clock: SettableClock;
}

/**
 * Makes one part of the demonstration on an empty installation. A program that is killed meanwhile calls it again: a
 * commit needs a commandId that is the same each time, an account that is there already is left as it is.
 */
export interface Seeder {
  readonly name: string;
  seed(parts: DemonstrationParts): Promise<void>;
}

/** Which parts of the demonstration are there already; kept in the same database. */
export interface Seeding {
  isDone(name: string): Promise<boolean>;
  record(name: string, now: Date): Promise<void>;
}
