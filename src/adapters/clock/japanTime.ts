/** Japan keeps nine hours ahead of UTC all year. */
const aheadOfUtc = 9 * 60 * 60 * 1000;

/** Japan's local time, `YYYY-MM-DDThh:mm`, of a moment in milliseconds since 1970 UTC. */
export const japanTime = (moment: number): string => new Date(moment + aheadOfUtc).toISOString().slice(0, 16);

/**
 * The moment of a local time of Japan, in milliseconds since 1970 UTC.
 * @throws Error for text that is no `YYYY-MM-DDThh:mm` of the calendar.
 */
export function momentOf(local: string): number {
  const moment = Date.parse(`${local}:00Z`) - aheadOfUtc;
  if (Number.isNaN(moment) || japanTime(moment) !== local)
    throw new Error(`「${local}」は日時として読めません。2026-01-20T16:59 の形で書いてください。`);
  return moment;
}
