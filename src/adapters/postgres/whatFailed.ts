import { Unavailable } from '../../app/ports/unavailable.ts';

/** Codes of PostgreSQL and of the operating system by which a connection fails or ends. */
const away = /^(08...|57P0[1-5]|53[34]00|ECONN\w+|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;
/** What the driver says without a code. */
const awayWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/;
const full = /^(53100|ENOSPC|EDQUOT)$/;

/** Says what a machine's error means for the person at the screen; any other error is returned as it is. */
export function whatFailed(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (full.test(code))
    return new Unavailable(
      'ディスクに空きがないため、保存できませんでした。管理者に知らせ、空きができてからもう一度行ってください。',
      {
        cause: error,
      },
    );
  if (away.test(code) || awayWords.test(error.message))
    return new Unavailable('データベースに接続できません。しばらくしてから、もう一度行ってください。', {
      cause: error,
    });
  return error;
}
