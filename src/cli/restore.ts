import type { BackupCheck, BackupOrder, ClosedRelease, RestoreReport } from '../app/ports/backups.ts';
import { backupCommand, contentLines, sizeText } from './backupCommand.ts';
import type { Command } from './command.ts';

const reasons: Readonly<Record<ClosedRelease['reason'], string>> = {
  destroyed: '鍵は廃棄されています',
  missing: '鍵がありません。元の機械に鍵のフォルダーが残っていれば、それを置いて、初めからやり直せます',
};

function closedLines({ closed }: RestoreReport): readonly string[] {
  if (closed.length === 0) return [];
  return [
    `元データ、加工の手順、加工の記録を、もう読めない作成: ${closed.length} 件（提供した物と手続の記録は残っています）`,
    ...closed.map(({ organ, release, reason }) => `  ${organ} の作成「${release}」: ${reasons[reason]}。`),
  ];
}

function stateLine({ states, schema }: RestoreReport): string {
  const made = `  今の状態 ${states.total.toLocaleString('ja-JP')} 件を、出来事から作り直しました`;
  if (states.isIdentical) return `${made}。バックアップと一バイトも違いません。`;
  const why =
    schema.from === schema.to
      ? '版の違うプログラムが書いたものです'
      : `表を ${schema.from} から ${schema.to} へ進めました`;
  return `${made}（うち ${states.changed} 件は内容が変わりました。${why}）。`;
}

const modes = { production: '本番', demonstration: 'デモンストレーション' } as const;

const signerLine = ({ isSignerKnown, signer }: BackupCheck): string =>
  isSignerKnown
    ? '  署名は、手元の鍵と同じ鍵によるものです。'
    : `  署名した鍵の指紋: ${signer}。照らす鍵が手元になかったので、書き留めた指紋と同じかを確かめてください。`;

const describe = (report: RestoreReport): readonly string[] => [
  `復元しました: ${report.file}（${report.madeAt} に作られた、${modes[report.mode]}のバックアップ）`,
  ...contentLines(report),
  stateLine(report),
  signerLine(report),
  ...(report.hasSigningKeys
    ? []
    : [
        '  機関の署名の鍵がないので、新しい鍵を作ります。公表している指紋が変わるので、docs/guide/operations.md の「鍵を失ったとき」を見てください。',
      ]),
  ...closedLines(report),
  '次に: 「tokumei start」で起動し、案件の件数と最後の出来事を、元の記録と照らしてください。利用者は、もう一度ログインします。',
];

const describeCheck = (check: BackupCheck): readonly string[] => [
  `確かめました: ${check.file}（${check.madeAt} に作られた、${modes[check.mode]}のバックアップ、${sizeText(check.bytes)}）`,
  ...contentLines(check),
  '  すべてのバイトと表の行が、署名した目録のとおりです。',
  signerLine(check),
];

type Work<Report> = (order: BackupOrder) => Promise<Report>;

/**
 * `tokumei restore FILE [--keys FILE] [--check] [--json]`: exit 1 when the archive is not as it was written. `--check`
 * looks at all of it and brings nothing back.
 */
export const createRestore = (restore: Work<RestoreReport>, check: Work<BackupCheck>): Command => {
  const exitCode = () => 0;
  const restoring = backupCommand('restore', { run: restore, describe, exitCode });
  const checking = backupCommand('restore', { run: check, describe: describeCheck, exitCode });
  return (args, io) =>
    args.includes('--check')
      ? checking(
          args.filter((arg) => arg !== '--check'),
          io,
        )
      : restoring(args, io);
};
