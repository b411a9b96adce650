import type { ClosedDays } from '../core/calendar/closedDays.ts';
import type { Anonymizer } from './ports/anonymizer.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/eventStore.ts';
import type { FileStore } from './ports/fileStore.ts';
import type { Identity } from './ports/identity.ts';
import type { OrganKeys } from './ports/organKeys.ts';
import type { Printer } from './ports/printer.ts';
import type { Progress } from './ports/progress.ts';
import type { ReleaseVault } from './ports/releaseVault.ts';
import type { RuleBook } from './ruleBook.ts';

/** What every use case works with; `main.ts` and `server.ts` put it together. */
export interface Parts {
  readonly events: EventStore;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly rules: RuleBook;
  /** 国民の祝日 and whatever else is closed by name, with the span that the data covers. */
  readonly holidays: Pick<ClosedDays, 'named' | 'from' | 'through'>;
  readonly anonymizer: Anonymizer;
  readonly keys: OrganKeys;
  readonly vault: ReleaseVault;
  readonly progress: Progress;
  readonly printer: Printer;
  /** The organ's people; null where nobody signs in, as in a scenario: there everybody is who they say. */
  readonly identity: Pick<Identity, 'accounts'> | null;
}
