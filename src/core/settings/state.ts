import type { Printed, PrintedBefore } from './commands.ts';

/** A recording as its event has it. */
interface Recorded {
  /** Path in the rule set. */
  readonly setting: string;
  readonly reason: string;
  readonly by: string;
  /** When it was recorded, `YYYY-MM-DDThh:mm`. */
  readonly at: string;
}

/** A value as it stood before a setting. */
export interface StandingValue {
  readonly value: unknown;
  readonly text: string;
  readonly source: string;
}

/** A value as it was set. */
export interface ValueSetting extends Recorded {
  readonly value: unknown;
  readonly text: string;
  readonly from: string;
  /** null = it was unset. */
  readonly before: StandingValue | null;
}

/** A correction of what is printed. */
export interface CitationCorrection extends Recorded {
  readonly printed: Printed;
  readonly from: string | null;
  readonly before: PrintedBefore;
}

export type Withdrawal = Recorded;

/** A recording among the others of its organ, in the order in which they were made. */
export type Ordered<Recording> = Recording & { readonly order: number };

export const settingsStages = ['set'] as const;

/** What the officials of one organ set, corrected and withdrew. */
export interface SettingsState {
  readonly stage: (typeof settingsStages)[number];
  readonly values: readonly Ordered<ValueSetting>[];
  readonly corrections: readonly Ordered<CitationCorrection>[];
  readonly withdrawals: readonly Ordered<Withdrawal>[];
}
