import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/eventStore.ts';
import type { FileStore } from './ports/fileStore.ts';
import type { RuleBook } from './ruleBook.ts';

/** What every use case works with; `main.ts` and `server.ts` put it together. */
export interface Parts {
  readonly events: EventStore;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly rules: RuleBook;
}
