// Everything that has to hold before a change lands: types, style, unused code, tests. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFontConfiguration } from './fonts.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = join(root, '.tokumei');
const chromium = '/usr/bin/chromium';
const chromiumCommand = 'apt-get update && apt-get install -y --no-install-recommends chromium';
const browserTests = 'test/browser/**';

interface Tally {
  passed: number;
  failed: number;
}

function run(command: string, args: readonly string[], environment: Record<string, string> = {}): boolean {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  return result.status === 0;
}

function tool(name: string, file: string, ...args: string[]): Tally {
  console.log(`— ${name}`);
  const ok = run(process.execPath, [join(root, 'node_modules', file), ...args]);
  if (!ok) console.log(`  失敗: ${name}`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Debian's Chromium is installed when we may; otherwise the tests that need it are left out and the run fails. */
function hasChromium(): boolean {
  if (existsSync(chromium)) return true;
  if (process.getuid?.() !== 0) return false;
  console.log('— Chromium');
  run('sh', ['-c', `(${chromiumCommand}) >/dev/null`], { DEBIAN_FRONTEND: 'noninteractive' });
  return existsSync(chromium);
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

function vitest(withBrowser: boolean): Tally {
  console.log('— テスト');
  const report = join(scratch, 'vitest.json');
  rmSync(report, { force: true });
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  if (!withBrowser) args.push('--exclude', browserTests);
  const ok = run(process.execPath, args, {
    FONTCONFIG_FILE: writeFontConfiguration(root),
    CHROMIUM: chromium,
    TZ: 'Asia/Tokyo',
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const failed = numFailedTests === 0 && !ok ? 1 : numFailedTests;
  return { passed: numPassedTests, failed };
}

mkdirSync(scratch, { recursive: true });
const browser = hasChromium();
const tallies = [
  tool('型', 'typescript/bin/tsc', '--noEmit'),
  tool('書き方', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  tool('使われないコード', 'knip/bin/knip.js'),
  vitest(browser),
];
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
if (!browser)
  console.log(`ブラウザの試験は行っていません。次を管理者権限で実行してからやり直してください: ${chromiumCommand}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && browser ? 0 : 1;
