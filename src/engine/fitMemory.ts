import { ownMiB } from './machineShare.ts';
import type { Run } from './run.ts';
import { raw, statement } from './sql.ts';

/** Less than this the database is never given. */
const leastMiB = 64;

/**
 * Gives the database what the program, as it stands, leaves of the memory of a run.
 * @param reserved share of that which the program will take itself.
 */
export async function fitMemory(run: Run, limitMiB: number, reserved = 0): Promise<void> {
  const [row] = await run.rows<{ bytes: number }>(
    statement(raw('SELECT CAST(coalesce(sum(memory_usage_bytes), 0) AS DOUBLE) AS bytes FROM duckdb_memory()')),
  );
  const own = Math.max(ownMiB, (process.memoryUsage.rss() - (row?.bytes ?? 0)) / 2 ** 20);
  await run.limitMemory(Math.max(leastMiB, Math.floor((limitMiB - own) * (1 - reserved))));
}
