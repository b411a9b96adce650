import { collectGarbage } from './collectGarbage.ts';
import { isOutOfMemory } from './explainLimit.ts';
import type { Run, Statement } from './run.ts';
import { raw, statement } from './sql.ts';

/** Less than this the database is never given. */
const leastMiB = 64;
/**
 * What the program, and what the database takes without counting it, may grow by until the memory is shared anew: while the
 * database works alone, and while the program reads, searches or writes beside it; and where otherwise there is no way on.
 */
const growthMiB = { alone: 24, together: 48, last: 8 } as const;

/** Who works until then. */
type Working = keyof typeof growthMiB;

/** While the process takes less of its limit, there is no need to look for what it no longer uses. */
const plenty = 1 / 4;

/** What the process holds beside what the database counts, and what that may grow by, in MiB. */
export async function programMiB(run: Run, limitMiB: number, working: Working = 'together'): Promise<number> {
  if (process.memoryUsage.rss() > plenty * limitMiB * 2 ** 20) collectGarbage();
  const [row] = await run.rows<{ bytes: number }>(
    statement(raw('SELECT CAST(coalesce(sum(memory_usage_bytes), 0) AS DOUBLE) AS bytes FROM duckdb_memory()')),
  );
  return growthMiB[working] + (process.memoryUsage.rss() - (row?.bytes ?? 0)) / 2 ** 20;
}

/**
 * Gives the database what the program, as it stands, leaves of the memory of a run.
 * @param reserved share of that which the program will take itself.
 */
export async function fitMemory(
  run: Run,
  limitMiB: number,
  { working = 'together', reserved = 0 }: { readonly working?: Working; readonly reserved?: number } = {},
): Promise<void> {
  const left = limitMiB - (await programMiB(run, limitMiB, working));
  await run.limitMemory(Math.max(leastMiB, Math.floor(left * (1 - reserved))));
}

/**
 * Runs a statement while the database works alone, and once more with all that is left of the memory of the run where that
 * was not enough. What a failed statement made is gone.
 */
export async function executeAlone(run: Run, limitMiB: number, wanted: Statement): Promise<void> {
  try {
    await run.execute(wanted);
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    await fitMemory(run, limitMiB, { working: 'last' });
    await run.execute(wanted);
  }
}
