import type { VerificationReport } from '../engine/index.ts';

/** A verification as lines of text. */
export function describeVerification(verification: VerificationReport): string[] {
  const items = Object.entries(verification.items).map(([item, checks]) => ({ title: `規則62条${item}号`, ...checks }));
  return [{ title: 'ファイル', ...verification.integrity }, ...items]
    .flatMap(({ title, passed, checks }) => [
      `${passed ? '合格' : '不合格'} ${title}`,
      ...checks.map((check) => `  ${check.passed ? '・' : '×'} ${check.finding}`),
    ])
    .concat(`全項目で他に同じ記録のない記録: ${verification.aloneOnAllColumns.toLocaleString('ja-JP')} 件`);
}
