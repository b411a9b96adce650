import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// Whole programs start and end here; a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 });

const root = join(import.meta.dirname, '..', '..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokumei-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A `tokumei` command as a person starts it, with all that it says. */
function tokumei(args: readonly string[], environment: Record<string, string>) {
  const command = spawn(process.execPath, [join(root, 'launch.mjs'), ...args], {
    env: { ...process.env, HOST: '', PORT: '0', DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  command.stdout.on('data', (text) => {
    said.out += text;
  });
  command.stderr.on('data', (text) => {
    said.error += text;
  });
  const code = new Promise<number | null>((done) => command.once('close', done));
  return { command, said, code };
}

/** Starts and waits for the address. */
async function started(dataFolder: string) {
  const running = tokumei(['start'], { DATA_DIR: dataFolder });
  while (!running.said.out.includes('Ctrl+C')) {
    if (running.command.exitCode !== null) throw new Error(running.said.error);
    await wait(20);
  }
  return { ...running, address: /http:\S+/.exec(running.said.out)?.[0] ?? '' };
}

/** The program itself, which the launcher started. */
const programOf = ({ pid }: ChildProcess): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

const postmaster = (dataFolder: string): string | null => {
  const file = join(dataFolder, 'postgres', 'postmaster.pid');
  return existsSync(file) ? (readFileSync(file, 'utf8').split('\n')[0] ?? null) : null;
};

test('an empty folder becomes a demonstration: address and accounts are said, a second start is refused, all ends on a signal', async () => {
  const data = join(folder, 'demonstration');
  const first = await started(data);
  expect((await fetch(new URL('healthz', first.address))).status).toBe(200);
  expect(first.said.out).toContain('デモンストレーション用');
  for (const organ of ['aomori-police', 'hokkaido-university', 'ichikawa', 'kumamoto', 'yokohama'])
    expect(first.said.out).toContain(`  ${organ}: `);
  const second = tokumei(['start'], { DATA_DIR: data });
  expect(await second.code).toBe(2);
  expect(second.said.error).toContain('別のプログラムが');
  const init = tokumei(['init', '--production'], { DATA_DIR: data });
  expect(await init.code).toBe(2);
  first.command.kill('SIGINT');
  expect(await first.code).toBe(0);
  expect(first.said.error).toBe('');
  expect(postmaster(data)).toBeNull();
});

test('a killed program leaves its database alive, and the next start takes it over', async () => {
  const data = join(folder, 'demonstration');
  const first = await started(data);
  const database = postmaster(data);
  process.kill(programOf(first.command), 'SIGKILL');
  expect(await first.code).toBe(137);
  const second = await started(data);
  expect(postmaster(data)).toBe(database);
  expect((await fetch(new URL('healthz', second.address))).status).toBe(200);
  second.command.kill('SIGTERM');
  expect(await second.code).toBe(0);
});

test('a program whose launcher was killed ends by itself, with its database', async () => {
  const data = join(folder, 'demonstration');
  const running = await started(data);
  running.command.kill('SIGKILL');
  await running.code;
  while (postmaster(data)) await wait(20);
  await expect(fetch(running.address)).rejects.toThrow();
});

test('the audit log is exported beside a running program and without one, leaves the database as it was, and is confirmed', async () => {
  const data = join(folder, 'demonstration');
  const command = async (...args: readonly string[]) => {
    const { code, said } = tokumei(['audit', ...args, '--json'], { DATA_DIR: data });
    expect([await code, said.error]).toEqual([expect.any(Number), '']);
    return { code: await code, answer: JSON.parse(said.out) };
  };
  const running = await started(data);
  const database = postmaster(data);
  const [beside, alone] = ['beside.jsonl', 'alone.jsonl'].map((name) => join(folder, name)) as [string, string];
  expect((await command('export', beside)).code).toBe(0);
  expect(postmaster(data)).toBe(database);
  expect((await fetch(new URL('healthz', running.address))).status).toBe(200);
  running.command.kill('SIGINT');
  expect(await running.code).toBe(0);
  expect((await command('export', alone)).code).toBe(0);
  expect(postmaster(data)).toBeNull();
  const { answer, code } = await command('verify', beside);
  expect([code, answer.verdict, answer.organs.length]).toEqual([1, 'intact', 5]);
  const { fingerprint } = answer.organs[0].lastCheckpoint;
  for (const since of [beside, join(data, 'audit', 'checkpoints.jsonl')]) {
    const confirmed = await command('verify', alone, '--since', since, '--key', fingerprint);
    expect(confirmed).toMatchObject({ code: 0, answer: { verdict: 'verified', fault: null } });
  }
});

test('a database that was set back to an older copy is said at the start and by the health of the whole, and is not chained again', async () => {
  const data = join(folder, 'demonstration');
  const [database, older] = [join(data, 'postgres'), join(folder, 'older')];
  await cp(database, older, { recursive: true });
  const first = await started(data);
  const signIn = new URLSearchParams({ login: 'kansa', password: 'tokumei-demo' });
  const organ = new URL('organs/kumamoto/', first.address);
  const headers = { Origin: first.address.replace(/\/$/, '') };
  const signed = await fetch(new URL('sign-in', organ), { method: 'POST', body: signIn, headers, redirect: 'manual' });
  const cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect((await fetch(new URL('staff/audit/export', organ), { headers: { cookie } })).status).toBe(200);
  first.command.kill('SIGINT');
  expect([await first.code, first.said.error]).toEqual([0, '']);
  const checkpoints = readFileSync(join(data, 'audit', 'checkpoints.jsonl'), 'utf8');
  await rm(database, { recursive: true });
  await rename(older, database);
  const second = await started(data);
  expect(second.said.error).toContain('監査記録の連鎖を止めています (kumamoto)');
  expect(await (await fetch(new URL('healthz', second.address))).json()).toEqual({ status: 'ok', audit: 'differs' });
  second.command.kill('SIGINT');
  expect(await second.code).toBe(0);
  const kept = readFileSync(join(data, 'audit', 'checkpoints.jsonl'), 'utf8').slice(checkpoints.length);
  expect(kept).not.toContain('"organ":"kumamoto"');
});

test('production begins empty, with a one-time link, and stays production', async () => {
  const data = join(folder, 'production');
  const init = tokumei(['init', '--production'], { DATA_DIR: data, PORT: '3000' });
  expect(await init.code).toBe(0);
  expect(init.said.out).toMatch(/http:\/\/127\.0\.0\.1:3000\/setup\/[\w-]{43}\n/);
  const running = await started(data);
  expect(running.said.out).not.toContain('デモンストレーション用');
  running.command.kill('SIGINT');
  expect(await running.code).toBe(0);
});

test('what cannot be used is named, with the way out, and the exit is 2', async () => {
  const busy = createServer();
  await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done));
  const { port } = busy.address() as AddressInfo;
  const data = join(folder, 'production');
  const attempts: [readonly string[], Record<string, string>, string][] = [
    [['start'], { PORT: String(port) }, `ポート ${port} は別のプログラムが使っています。PORT=${port + 1}`],
    [['start'], { PORT: 'x', HOST: 'a b' }, 'HOST「a b」'],
    [['start'], { DATABASE_URL: 'postgresql://u:himitsu@127.0.0.1:1/d' }, '127.0.0.1:1/d に接続できません'],
    [['start'], { DATA_DIR: '/proc/nothing' }, 'DATA_DIR「/proc/nothing」に書き込めません'],
    [['start', '--now'], {}, '引数「--now」はありません'],
    [['init'], {}, 'tokumei init --production'],
  ];
  for (const [args, environment, words] of attempts) {
    const { code, said } = tokumei(args, { DATA_DIR: data, ...environment });
    expect(await code, said.error).toBe(2);
    expect(said.error).toContain(words);
    expect(said.error).not.toMatch(/himitsu|at .*\.js/);
    expect(said.out).toBe('');
  }
  expect(postmaster(data)).toBeNull();
  busy.close();
});
