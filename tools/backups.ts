// `node launch.mjs backups [EVENTS] [MIB]`: an installation of so many events (a fictitious case, many times over) and so
// many MiB of files is backed up and restored on the embedded database; shows what it takes, and whether every state is
// the same. Exit 1 if one is not.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { restoreBackup } from '../src/adapters/backup/restoreBackup.ts';
import { writeBackup } from '../src/adapters/backup/writeBackup.ts';
import { realClock } from '../src/adapters/clock/realClock.ts';
import { openDatabase } from '../src/adapters/postgres/database.ts';
import { embeddedServer } from '../src/adapters/postgres/embedded/embeddedServer.ts';
import type { BackupProgress } from '../src/app/ports/backups.ts';
import { createKeptSystem, orderOf, placeOf } from '../test/support/installations.ts';
import { playGuide } from '../test/support/playGuide.ts';

const [events = 500_000, mebibytes = 1_024] = process.argv.slice(2).map(Number);
if (![events, mebibytes].every((count) => Number.isInteger(count) && count >= 0)) {
  console.error('使い方: node launch.mjs backups [出来事の数] [ファイルの MiB]（どちらも 0 以上の整数）');
  process.exit(2);
}

/** Many cases from the one that is there: what belongs to a case gets ids of its own, and the states stay what the events say. */
async function multiply(owner: Pool, wanted: number): Promise<void> {
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from event');
  const times = Math.ceil(wanted / (rows[0]?.count ?? 1)) - 1;
  const copies = `cross join generate_series(1, ${times}) as n`;
  for (const text of [
    `insert into command select organ, command_id || '-' || n, recorded_at from command ${copies}`,
    `insert into event (id, organ, stream_kind, stream_id, version, type, schema_version, data, at, recorded_at, actor, command_id)
      select gen_random_uuid(), organ, stream_kind, stream_id || '-' || n, version, type, schema_version, data, at, recorded_at, actor,
        command_id || '-' || n from event ${copies} order by n, position`,
    `insert into state (organ, stream_kind, stream_id, version, content, members, search_text, parties)
      select organ, stream_kind, stream_id || '-' || n, version, content, members, search_text, parties from state ${copies}
      order by n, position`,
    `insert into audit_entry (organ, at, recorded_at, actor, act, outcome, stream_kind, stream_id, facts, command_id)
      select organ, at, recorded_at, actor, act, outcome, stream_kind, stream_id || '-' || n, facts, command_id || '-' || n
      from audit_entry ${copies}`,
  ])
    await owner.query(text);
}

async function make(folder: string): Promise<void> {
  mkdirSync(folder);
  const database = await openDatabase(embeddedServer(folder), () => process.exit(3));
  await database.owner.query(`insert into installation (mode, began_at) values ('demonstration', now())`);
  const system = await createKeptSystem({ ...database, connection: {} }, folder);
  await playGuide('kumamoto-first-case.json', system);
  await multiply(database.owner, events);
  for (let at = 0; at < mebibytes; at += 16)
    await system.files.put(randomBytes(Math.min(16, mebibytes - at) * 2 ** 20));
  await database.close();
}

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
const mib = (bytes: number) => Math.round(bytes / 2 ** 20);

/** How long each step took, as its progress tells. */
function watchSteps() {
  const began = new Map<string, number>();
  return {
    onProgress: ({ step }: BackupProgress) => void (began.has(step) || began.set(step, performance.now())),
    told: (end: number) =>
      [...began].map(([step, at], place) => `${step} ${(([...began.values()][place + 1] ?? end) - at).toFixed(0)} ms`),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'tokumei-backups-'));
try {
  await make(join(folder, 'data'));
  const before = peak();
  const file = join(folder, 'backup.tar');
  const backup = { steps: watchSteps(), began: performance.now() };
  const server = embeddedServer(join(folder, 'data'));
  const written = await writeBackup(
    { server, dataFolder: join(folder, 'data'), program: '0', now: realClock.real(), enter: async () => undefined },
    { ...orderOf(file), onProgress: backup.steps.onProgress },
  );
  await server.stop();
  console.log(
    `バックアップ: ${seconds(backup.began)} 秒、${mib(statSync(file).size)} MiB、出来事 ${written.events}、行 ${written.rows}、ファイル ${written.files} (${backup.steps.told(performance.now()).join('、')})`,
  );
  console.log(`  メモリの最大: 作る前 ${before} MiB、後 ${peak()} MiB`);
  const restore = { steps: watchSteps(), began: performance.now() };
  const target = join(folder, 'again');
  const restored = await restoreBackup(
    { ...placeOf(server, target), server: () => embeddedServer(target) },
    { ...orderOf(file), onProgress: restore.steps.onProgress },
  );
  console.log(
    `復元: ${seconds(restore.began)} 秒、状態 ${restored.states.total} 件のうち変わったもの ${restored.states.changed} 件、表のバイト${restored.states.isIdentical ? 'も同じ' : 'が違う'} (${restore.steps.told(performance.now()).join('、')})`,
  );
  console.log(`  メモリの最大: ${peak()} MiB`);
  process.exitCode = restored.states.isIdentical ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
