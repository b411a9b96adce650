/** The archive is not what was written: damaged, cut off, edited or signed by another. The message names the place; exit code 1. */
export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged';
}

/** How far the work is: a table or the files, and bytes of it. */
export interface BackupProgress {
  readonly step: 'tables' | 'files' | 'checking' | 'loading' | 'states';
  /** The table or file that was reached. */
  readonly name: string;
  readonly bytes: number;
}

/** What is backed up or restored, and how far the work is. */
export interface BackupOrder {
  /** Absolute; of a backup nothing stands there yet. */
  readonly file: string;
  /** Where the signing keys are written apart, or read from; null = they are not. */
  readonly keysFile: string | null;
  readonly onProgress: (progress: BackupProgress) => void;
  readonly signal: AbortSignal;
}

/** What a backup holds. */
export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  /** In UTC. */
  readonly madeAt: string;
  readonly mode: 'demonstration' | 'production';
  readonly tables: number;
  readonly rows: number;
  readonly events: number;
  readonly jobs: number;
  readonly files: number;
  /** Files of releases, sealed under keys that no backup holds. */
  readonly sealed: number;
  /** Files whose bytes are no longer what their name says; they stand in the archive as they are. */
  readonly damaged: readonly string[];
  /** SHA-256 of the installation's public key. */
  readonly signer: string;
  /** SHA-256 of the manifest: it names this backup among all others. */
  readonly manifest: string;
  /** The keys that were written apart, by their names; null = none were asked for. */
  readonly keys: readonly string[] | null;
}

/** A release whose sealed files nobody can read any more. */
export interface ClosedRelease {
  readonly organ: string;
  readonly release: string;
  /** `destroyed`: two people gave the key up; `missing`: the key is not in this installation. */
  readonly reason: 'destroyed' | 'missing';
}

/** A backup of which every byte was looked at. */
export interface BackupCheck extends Omit<BackupReport, 'keys'> {
  /** Whether a key that was known before the backup was read says that the signer is the right one. */
  readonly isSignerKnown: boolean;
}

/** What was restored. */
export interface RestoreReport extends BackupCheck {
  /** Whether the organs sign with the keys of before: from the keys file, or in the folder already. */
  readonly hasSigningKeys: boolean;
  readonly closed: readonly ClosedRelease[];
  /** States written anew from the events; `changed`: they did not say what the backup had. */
  readonly states: { readonly total: number; readonly changed: number; readonly isIdentical: boolean };
  /** The newest migration of the backup and of the installation. */
  readonly schema: { readonly from: string; readonly to: string };
}
