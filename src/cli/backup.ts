import type { BackupOrder, BackupReport } from '../app/ports/backups.ts';
import { backupCommand, contentLines, sizeText } from './backupCommand.ts';
import type { Command } from './command.ts';

const describe = (report: BackupReport, keysFile: string | null): readonly string[] => [
  `バックアップを作りました: ${report.file}（${sizeText(report.bytes)}）`,
  ...contentLines(report),
  `  署名した鍵の指紋: ${report.signer}（書き留めておくと、復元のときに照らせます）`,
  report.keys === null
    ? '  署名の鍵は入っていません。「--keys ファイル」で、別のファイルに控えられます。'
    : `署名の鍵を控えました: ${keysFile}（${report.keys.length} 個）。持つ人は機関の名で署名できます。バックアップとは別の場所に、施錠して保管してください。`,
  '  作成ごとの鍵（元データを読む鍵）は、廃棄を取り消せなくするため、どちらにも入りません。',
  '次に: 別の機械か媒体に写し、空の場所で「tokumei restore」を試してください。手順は docs/guide/operations.md にあります。',
];

/** `tokumei backup FILE [--keys FILE] [--json]`: exit 1 when a stored file was found damaged. */
export const createBackup = (backUp: (order: BackupOrder) => Promise<BackupReport>): Command =>
  backupCommand('backup', {
    run: backUp,
    describe,
    exitCode: ({ damaged }) => (damaged.length === 0 ? 0 : 1),
  });
