import { join } from 'node:path';
import { BackupDamaged, type BackupOrder } from '../../app/ports/backups.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { unknownMigration } from '../postgres/migrateDatabase.ts';
import { type KeptKey, readKeysFile, signerIn, signingKeys } from './keyFiles.ts';
import { type OpenBackup, openBackup } from './openBackup.ts';

/** A backup that this program can bring back, with what the keys at hand say of it. */
export interface KnownBackup {
  readonly backup: OpenBackup;
  /** Those of the file of keys. */
  readonly keys: readonly KeptKey[];
  /** Whether a key that did not come with the backup is its signer's. */
  readonly isSignerKnown: boolean;
  /** Whether there are signing keys, in the file of keys or in the data folder. */
  readonly hasSigningKeys: boolean;
}

function refuseNewer({ manifest }: OpenBackup): void {
  const unknown = unknownMigration(manifest.schema);
  if (unknown !== undefined)
    throw new CannotStart(
      `このバックアップは、より新しい版のプログラム (${manifest.versions.program}、${unknown}) が作ったものです。その版以降のプログラムで復元してください。`,
    );
}

/** Whether one of the keys that did not come with the backup is its signer's. @throws BackupDamaged when it is another */
function checkSigner({ manifest }: OpenBackup, known: readonly (string | null)[]): boolean {
  const other = known.find((signer) => signer !== null && signer !== manifest.key);
  if (other)
    throw new BackupDamaged(
      `このバックアップの署名の鍵 (指紋 ${manifest.key}) は、手元の鍵 (指紋 ${other}) と違います。別の環境のものか、書き換えて署名し直されたものです。`,
    );
  return known.includes(manifest.key);
}

/**
 * Opens a backup, looking at the signer by the keys of the file of keys and of the data folder.
 * @throws BackupDamaged when the archive is not what was written or not of the known signer
 * @throws CannotStart when it is of a newer program, or a file cannot be read
 */
export async function openKnownBackup(dataFolder: string, order: BackupOrder): Promise<KnownBackup> {
  const keys = order.keysFile === null ? [] : await readKeysFile(order.keysFile);
  const present = await signingKeys(join(dataFolder, 'keys'));
  const known = [signerIn(keys), signerIn(present)];
  const backup = await openBackup(order.file, order.onProgress, order.signal);
  try {
    refuseNewer(backup);
    const isSignerKnown = checkSigner(backup, known);
    return { backup, keys, isSignerKnown, hasSigningKeys: keys.length + present.length > 0 };
  } catch (error) {
    await backup.close();
    throw error;
  }
}
