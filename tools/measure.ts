// Prints how the program starts and answers, on this machine, on loopback only: seconds to the first page, weight of the
// first page, and requests a second with p95 of the public register beside a bare route of the same framework.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const host = '127.0.0.1';
const connections = 20;
const rounds = 3;
const secondsPerRound = 4;
const startLimit = 120_000;
const registerPath = '/organs/kumamoto/register';

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

function get(port: number, path: string, agent?: Agent): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ host, port, path, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
    })
      .on('error', fail)
      .end();
  });
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, host, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const elapsed = (since: number) => (performance.now() - since) / 1000;

/** Starts a program and waits for its first page; answers the seconds that it took. */
async function start(args: readonly string[], environment: Record<string, string>, port: number) {
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (performance.now() - began < startLimit) {
    const answer = await get(port, '/').catch(() => null);
    if (answer?.status === 200) return { child, seconds: elapsed(began) };
    if (child.exitCode !== null) throw new Error(`プログラムが終了コード ${child.exitCode} で終わりました`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGTERM');
  throw new Error(`${startLimit / 1000} 秒以内に応答がありません`);
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });

/** Bytes of a page and of all that it needs to be shown, without fonts. */
async function weigh(port: number, path: string): Promise<readonly (readonly [string, number])[]> {
  const { body } = await get(port, path);
  const links = [...body.toString().matchAll(/<link [^>]*href="([^"]+)"/g)].map((match) => match[1] ?? '');
  const parts = await Promise.all(links.map(async (link) => [link, (await get(port, link)).body.length] as const));
  return [[path, body.length], ...parts];
}

interface Load {
  readonly perSecond: number;
  readonly p95: number;
  readonly failed: number;
}

/** Asks over and over on a fixed number of connections. */
async function load(port: number, path: string): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const ask = async () => {
    while (elapsed(began) < secondsPerRound) {
      const asked = performance.now();
      const { status } = await get(port, path, agent);
      times.push(performance.now() - asked);
      if (status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  times.sort((one, other) => one - other);
  return { perSecond: times.length / elapsed(began), p95: times[Math.floor(times.length * 0.95)] ?? 0, failed };
}

const middle = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

function print(name: string, loads: readonly Load[]): void {
  const perSecond = Math.round(middle(loads.map((one) => one.perSecond)));
  const p95 = middle(loads.map((one) => one.p95)).toFixed(1);
  const failed = loads.reduce((sum, one) => sum + one.failed, 0);
  console.log(`${name}: 毎秒 ${perSecond} 件、95% は ${p95} ミリ秒以内、失敗 ${failed} 件`);
}

/** A route that does nothing, on a server of its own. */
async function serveBare(port: number): Promise<void> {
  const [{ serve }, { Hono }] = await Promise.all([import('@hono/node-server'), import('hono')]);
  serve({ fetch: new Hono().get('/', (c) => c.html('<!DOCTYPE html><title>空</title>')).fetch, hostname: host, port });
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-measure-'));
  const [port, barePort] = [await freePort(), await freePort()];
  const environment = { DATA_DIR: folder, HOST: host, PORT: String(port), DATABASE_URL: '' };
  const program = [join(root, 'dist/main.js'), 'start'];
  try {
    const first = await start(program, environment, port);
    console.log(`最初の起動 (データベースの作成と実演データの登録を含む): ${first.seconds.toFixed(2)} 秒`);
    await end(first.child);
    const second = await start(program, environment, port);
    console.log(`二度目の起動: ${second.seconds.toFixed(2)} 秒`);
    const weights = await weigh(port, '/');
    const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
    console.log(`最初の画面: ${total} バイト (${weights.map(([path, bytes]) => `${path} ${bytes}`).join('、')})`);
    await compare(port, barePort);
    await end(second.child);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(port: number, barePort: number): Promise<void> {
  const bare = await start([fileURLToPath(import.meta.url), 'bare', String(barePort)], {}, barePort);
  const loads: { readonly register: Load; readonly bare: Load }[] = [];
  await load(port, registerPath);
  for (let round = 0; round < rounds; round += 1)
    loads.push({ register: await load(port, registerPath), bare: await load(barePort, '/') });
  await end(bare.child);
  console.log(`${connections} 本の接続、${rounds} 回ずつ ${secondsPerRound} 秒の中央値`);
  print(
    '個人情報ファイル簿',
    loads.map(({ register }) => register),
  );
  print(
    '何もしない経路',
    loads.map((one) => one.bare),
  );
}

const [mode, given] = process.argv.slice(2);
if (mode === 'bare') await serveBare(Number(given));
else await measure();
