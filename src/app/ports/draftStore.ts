import type { OrganId } from '../../core/role.ts';

/** Whose drafts: one person's, in one organ. */
export interface DraftOwner {
  readonly organ: OrganId;
  readonly person: string;
}

/** What a person has written and not sent yet. It holds personal data, and nobody else can read it. */
export interface Draft {
  readonly id: string;
  /** 1 when it was begun, one more each time it was saved. */
  readonly version: number;
  readonly savedAt: Date;
  readonly content: unknown;
}

/** Drafts of filings, until they are sent or dropped. */
export interface DraftStore {
  /** The owner's drafts, the one that was saved last first. */
  all(owner: DraftOwner): Promise<readonly Draft[]>;
  find(owner: DraftOwner, id: string): Promise<Draft | null>;
  /** Keeps it where the owner's draft stands at `version - 1` (0 = there is none yet); false where it does not. */
  keep(owner: DraftOwner, draft: Draft): Promise<boolean>;
  drop(owner: DraftOwner, id: string): Promise<void>;
}
