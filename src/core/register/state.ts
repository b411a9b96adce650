import type {
  Correction,
  CreatedData,
  DeletionGround,
  Desk,
  EntryContents,
  EntryDate,
  ExemptionGround,
  Omission,
  PersonCount,
  SolicitationTests,
} from './entry.ts';
import type { PreCheck } from './preCheck.ts';

/** `undone`: registered by an import that was taken back. `withheld` and `exempt` files are known to the organ and listed nowhere. */
export const registerStages = ['registered', 'published', 'withheld', 'exempt', 'deleted', 'undone'] as const;
export type RegisterStage = (typeof registerStages)[number];

/** An entry of the 個人情報ファイル簿 as it stands. */
export interface RegisterState {
  readonly stage: RegisterStage;
  readonly contents: EntryContents;
  readonly entryDate: EntryDate;
  readonly persons: PersonCount | null;
  readonly omission: Omission | null;
  readonly tests: SolicitationTests | null;
  /** Whether the entry says 「該当」; `solicitationDesk` then names where proposals go. */
  readonly flagged: boolean;
  readonly solicitationDesk: Desk | null;
  readonly createdData: readonly CreatedData[];
  readonly corrections: readonly Correction[];
  /** Help with drafts of proposals on this file (STP-05). */
  readonly preChecks: readonly PreCheck[];
  readonly publishedOn: string | null;
  /** Why it is withheld, exempt, deleted or no longer flagged. */
  readonly closing: {
    readonly reason: string;
    readonly ground: ExemptionGround | DeletionGround | null;
    readonly on: string | null;
  } | null;
}
