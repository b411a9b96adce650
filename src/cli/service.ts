import type { Account } from '../app/ports/identity.ts';

/** A program that serves, until it is closed. */
export interface Service {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** What a demonstration tells who starts it; null in production. */
  readonly demonstration: { readonly password: string; readonly accounts: readonly Account[] } | null;
  /** Resolves with the reason when it cannot go on. */
  readonly broken: Promise<string>;
  /** Ends in good order everything that was started. */
  close(): Promise<void>;
}
