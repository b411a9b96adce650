import type { CountedEventStore } from '../app/countCommits.ts';
import type { Parts } from '../app/parts.ts';
import type { AuditLog } from '../app/ports/auditLog.ts';
import type { SettableClock } from '../app/ports/clock.ts';
import type { DraftStore } from '../app/ports/draftStore.ts';
import type { Identity } from '../app/ports/identity.ts';
import type { SealerView } from '../app/ports/sealer.ts';
import type { Assets } from './assets.ts';

/** What the pages are built from; `server.ts` makes it. */
export interface WebParts extends Parts {
  readonly events: CountedEventStore;
  readonly identity: Identity;
  readonly drafts: DraftStore;
  readonly audit: AuditLog;
  readonly sealer: SealerView;
  readonly assets: Assets;
  /** In a demonstration the clock can be set and all accounts have one password; null in production. */
  readonly demonstration: { readonly clock: SettableClock; readonly password: string } | null;
  /** `https://…` of the installation where a proxy stands before it; null = as the request says. */
  readonly publicOrigin: string | null;
  /** Keeps what went wrong inside; the visitor is only told that something did. */
  readonly report: (error: unknown, where: string) => void;
}
