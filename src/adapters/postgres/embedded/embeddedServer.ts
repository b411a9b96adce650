import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../../app/ports/cannotStart.ts';
import type { DatabaseServer } from '../databaseServer.ts';
import { owner, prepareCluster, removeUnfinished } from './cluster.ts';
import { postgresPrograms } from './postgresPrograms.ts';
import { postgresUser } from './postgresUser.ts';
import { ensurePostmaster, livingPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts';

/** The longest path that the operating system takes for a socket, in bytes. */
const longestSocketPath = 107;
/** A log that has grown beyond this is begun anew, in bytes. */
const largestLog = 10_000_000;

function whyItEnded(log: string, cluster: string): CannotStart {
  const said = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : '';
  return new CannotStart(
    /No space left/.test(said)
      ? `ディスクに空きがないため、データベースを起動できません (${cluster})。空きを作ってから、もう一度起動してください。`
      : `データベースを起動できません (${cluster})。記録 ${log} の終わり:\n${said}`,
  );
}

/**
 * The embedded server of a data folder (absolute, writable); one that a killed program left behind is taken over.
 * @throws CannotStart when the folder cannot be used; the reason and the way out are in its message.
 */
export function embeddedServer(folder: string): DatabaseServer {
  const [cluster, log] = [join(folder, 'postgres'), join(folder, 'postgres.log')];
  const programs = postgresPrograms();
  const user = postgresUser(cluster, programs);
  const isLong = Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) > longestSocketPath;
  let socketFolder = cluster;
  let postmaster: Postmaster | null = null;

  const prepareSocketFolder = () => {
    if (!isLong || (socketFolder !== cluster && existsSync(socketFolder))) return;
    socketFolder = mkdtempSync(join(tmpdir(), 'tokumei-'));
    user.own(socketFolder);
  };
  return {
    name: cluster,
    async ensure() {
      if (existsSync(log) && statSync(log).size > largestLog) rmSync(log);
      prepareCluster(cluster, programs, user);
      if (!livingPostmaster(cluster)) prepareSocketFolder();
      postmaster = await ensurePostmaster(cluster, socketFolder, log, programs, user);
      if (!postmaster) throw whyItEnded(log, cluster);
      ({ socketFolder } = postmaster);
      return { host: socketFolder, user: owner, database: 'postgres' };
    },
    async stop() {
      if (postmaster) await stopPostmaster(cluster, postmaster);
      if (isLong) rmSync(socketFolder, { recursive: true, force: true });
      removeUnfinished(cluster);
    },
  };
}
