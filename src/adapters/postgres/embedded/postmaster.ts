import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PostgresPrograms } from './postgresPrograms.ts';
import type { PostgresUser } from './postgresUser.ts';

/** A living server of a cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '50',
  timezone: 'UTC',
  // The log must hold nothing of what is stored.
  log_min_messages: 'warning',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** Every process of a server works in the folder of its cluster. */
function worksIn(cluster: string, pid: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

const processesIn = (cluster: string): string[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && worksIn(cluster, name));

/** The server that runs on a cluster and takes connections; null if there is none. */
export function livingPostmaster(cluster: string): Postmaster | null {
  if (!existsSync(pidFile(cluster))) return null;
  const [pid = '', , , , socketFolder = '', , , status = ''] = readFileSync(pidFile(cluster), 'utf8').split('\n');
  return status.trim() === 'ready' && worksIn(cluster, pid) ? { pid: Number(pid), socketFolder } : null;
}

function isAlive(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A dead server's number may be another program's by now, or a dead process that nobody took leave of, and PostgreSQL
 * would believe that server alive. Only called when no process works in the cluster; a server that another program has
 * begun since then works there before it writes its number, and keeps it.
 */
function forgetReusedNumbers(cluster: string, socketFolder: string): void {
  const locks = [pidFile(cluster), join(socketFolder, '.s.PGSQL.5432.lock')];
  for (const lock of locks.filter((file) => existsSync(file))) {
    const [pid = ''] = readFileSync(lock, 'utf8').split('\n');
    if (isAlive(pid) && !worksIn(cluster, pid)) rmSync(lock);
  }
}

/** Starts a server that outlives this program. What it says is appended to `log`. */
function spawnPostmaster(
  cluster: string,
  socketFolder: string,
  log: string,
  programs: PostgresPrograms,
  user: PostgresUser,
): () => boolean {
  const quoted = `"${socketFolder.replaceAll('"', '""')}"`;
  const options = Object.entries({ ...settings, unix_socket_directories: quoted }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const command = user.command(programs.postgres, ['-D', cluster, ...options]);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(command.file, command.args, {
    ...command.options,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let ended = false;
  const end = () => {
    ended = true;
  };
  child.once('exit', end).once('error', end).unref();
  return () => ended;
}

/**
 * The living server of a cluster, or a new one.
 * @param socketFolder where a new server puts its socket
 * @returns null when no server came to life; its log says why.
 */
export async function ensurePostmaster(
  cluster: string,
  socketFolder: string,
  log: string,
  programs: PostgresPrograms,
  user: PostgresUser,
): Promise<Postmaster | null> {
  while (processesIn(cluster).length > 0) {
    const living = livingPostmaster(cluster);
    if (living) return living;
    await wait(20);
  }
  forgetReusedNumbers(cluster, socketFolder);
  const hasEnded = spawnPostmaster(cluster, socketFolder, log, programs, user);
  // Recovery after a crash may take minutes. A server that ended at once may have met one begun at the same moment.
  while (!hasEnded() || processesIn(cluster).length > 0) {
    const started = livingPostmaster(cluster);
    if (started) return started;
    await wait(20);
  }
  return null;
}

/** Ends a server in good order: clients are cut off, everything is on disk when this returns. */
export async function stopPostmaster(cluster: string, { pid }: Postmaster): Promise<void> {
  if (worksIn(cluster, String(pid))) process.kill(pid, 'SIGINT');
  while (worksIn(cluster, String(pid))) await wait(20);
}
