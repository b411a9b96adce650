import { type BackupCheck, BackupDamaged, type BackupOrder } from '../../app/ports/backups.ts';
import { digestRows } from './keptRows.ts';
import { openKnownBackup } from './openKnownBackup.ts';
import { summaryOf } from './writeBackup.ts';

/**
 * Looks at all of a backup without bringing it back: every byte, and every table as its rows come out.
 * @throws BackupDamaged CannotStart
 */
export async function checkBackup(dataFolder: string, order: BackupOrder): Promise<BackupCheck> {
  const { backup, isSignerKnown } = await openKnownBackup(dataFolder, order);
  const { manifest, bytes } = backup;
  try {
    for (const table of [...manifest.tables, manifest.jobs]) {
      order.signal.throwIfAborted();
      const seen = await digestRows(backup.rows(table));
      if (seen.sha256 !== table.sha256 || seen.rows !== table.rows || seen.bytes !== table.bytes)
        throw new BackupDamaged(
          `表「${table.name}」の行が目録と違います (目録 ${table.rows} 行、実際 ${seen.rows} 行)。`,
        );
      order.onProgress({ step: 'checking', name: table.name, bytes: table.bytes });
    }
    return { file: order.file, bytes, ...summaryOf(manifest), isSignerKnown };
  } finally {
    await backup.close();
  }
}
