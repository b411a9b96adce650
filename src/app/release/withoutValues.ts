import { KeyDestroyed } from '../ports/releaseVault.ts';

/**
 * Words of a failure as the case may keep them: a value of the source is personal data and has no place in an event. The
 * column, the line and what to do remain.
 */
export const withoutValues = (message: string): string =>
  message
    .replaceAll(/値「[^」]*」(?:(?:、|と)「[^」]*」)*/g, '値「…」')
    .replaceAll(/文字「[^」]*」/g, '文字「…」')
    .replaceAll(/（例「.*?」）/gs, '')
    .replace(
      /(値が[^「」]*: ).*$/s,
      '$1…（値は、この記録には残しません。手元の機械で同じ手順書を試すと、値が示されます。）',
    );

/** What may be said of an error that nobody foresaw: its text may hold anything, so only its kind and place are kept. */
export function unexpectedWords(error: unknown): string {
  if (error instanceof KeyDestroyed) return error.message;
  const kind = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const [, frame = ''] =
    (error instanceof Error ? error.stack : '')?.match(/\n\s+at (?:\S+ )?\(?.*?([\w.-]+:\d+:\d+)\)?/) ?? [];
  return `予期しない誤りで作成が止まりました（${kind}${code} ${frame}）。もう一度開始しても同じなら、この文を添えて管理者に知らせてください。`;
}
