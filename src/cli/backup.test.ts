import { expect, test } from 'vitest';
import { BackupDamaged, type BackupReport, type RestoreReport } from '../app/ports/backups.ts';
import { CannotStart } from '../app/ports/cannotStart.ts';
import { createBackup } from './backup.ts';
import { sizeText } from './backupCommand.ts';
import type { Command } from './command.ts';
import { createRestore } from './restore.ts';

const report: BackupReport = {
  file: '/b.tar',
  bytes: 12_345_678,
  madeAt: '2026-04-01T00:00:00.000Z',
  mode: 'production',
  tables: 15,
  rows: 12_000,
  events: 1_234,
  jobs: 2,
  files: 56,
  sealed: 7,
  damaged: [],
  signer: 'ab'.repeat(32),
  manifest: 'cd'.repeat(32),
  keys: null,
};
const restored: RestoreReport = {
  ...report,
  hasSigningKeys: true,
  isSignerKnown: true,
  closed: [],
  states: { total: 77, changed: 0, isIdentical: true },
  schema: { from: '0001_a', to: '0002_b' },
};

async function run(command: Command, ...args: string[]) {
  const said: Record<'out' | 'error', string[]> = { out: [], error: [] };
  const code = await command(args, {
    out: (text) => said.out.push(text),
    error: (text) => said.error.push(text),
    input: async function* () {},
  });
  return { code, out: said.out.join('\n'), error: said.error.join('\n') };
}

const backup = (outcome: BackupReport | Error) =>
  createBackup(async () => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
const restore = (outcome: RestoreReport | Error) => {
  const answer = async () => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return createRestore(answer, answer);
};

test('a backup says what it holds, what it does not hold, and what to do next', async () => {
  const { code, out } = await run(backup(report), 'b.tar');
  expect(code).toBe(0);
  for (const words of ['12.3 MB', '出来事 1,234 件', 'ファイル 56', report.signer, '署名の鍵は入っていません', '次に:'])
    expect(out).toContain(words);
  const withKeys = await run(backup({ ...report, keys: ['a.pem'] }), 'b.tar', '--keys', '/k.json');
  expect(withKeys.out).toContain('署名の鍵を控えました: /k.json（1 個）。持つ人は機関の名で署名できます');
  expect(JSON.parse((await run(backup(report), 'b.tar', '--json')).out)).toEqual(report);
});

test('the exit code is 1 when a stored file is damaged or an archive is not as it was written, 2 when it cannot begin', async () => {
  const damaged = await run(backup({ ...report, damaged: ['files/ab/abc'] }), 'b.tar');
  expect([damaged.code, damaged.out]).toEqual([1, expect.stringContaining('× files/ab/abc')]);
  const edited = await run(restore(new BackupDamaged('「x」の内容が目録と違います。')), 'b.tar');
  expect([edited.code, edited.error]).toEqual([1, '「x」の内容が目録と違います。']);
  expect((await run(restore(new CannotStart('空ではありません。')), 'b.tar')).code).toBe(2);
  for (const command of [backup(report), restore(restored)])
    for (const args of [[], ['a', 'b'], ['a', '--key', 'x'], ['a', '--keys'], ['']]) {
      const { code, error } = await run(command, ...args);
      expect([code, error]).toEqual([2, expect.stringContaining('使い方: tokumei ')]);
    }
});

test('trust: a restore says which releases are closed for good, whose signature it was, and whether the states agree', async () => {
  const whole = await run(restore(restored), 'b.tar');
  expect(whole.out).toContain('一バイトも違いません');
  expect(whole.out).toContain('手元の鍵と同じ鍵');
  expect(whole.out).not.toContain('もう読めない作成');
  const { out } = await run(
    restore({
      ...restored,
      hasSigningKeys: false,
      isSignerKnown: false,
      states: { total: 77, changed: 3, isIdentical: false },
      closed: [
        { organ: 'kumamoto', release: 'p-1', reason: 'destroyed' },
        { organ: 'kumamoto', release: 'p-2', reason: 'missing' },
      ],
    }),
    'b.tar',
  );
  for (const words of [
    'もう読めない作成: 2 件',
    'kumamoto の作成「p-1」: 鍵は廃棄されています',
    'kumamoto の作成「p-2」: 鍵がありません',
    `署名した鍵の指紋: ${report.signer}。照らす鍵が手元になかった`,
    '新しい鍵を作ります',
    'うち 3 件は内容が変わりました。表を 0001_a から 0002_b へ進めました',
  ])
    expect(out).toContain(words);
});

test('a backup is checked without being brought back', async () => {
  const { code, out } = await run(restore(restored), 'b.tar', '--check');
  expect([code, out]).toEqual([0, expect.stringContaining('確かめました: /b.tar')]);
  expect(out).toContain('すべてのバイトと表の行が、署名した目録のとおりです');
  expect(out).not.toContain('tokumei start');
  expect((await run(restore(new BackupDamaged('x')), '--check', 'b.tar')).code).toBe(1);
});

test('a size is said in the unit that suits it', () => {
  expect([0, 999, 1_000, 999_000, 12_345_678, 5e12, 5e15].map(sizeText)).toEqual([
    '0 バイト',
    '999 バイト',
    '1.0 kB',
    '999.0 kB',
    '12.3 MB',
    '5.0 TB',
    '5000.0 TB',
  ]);
});
