import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { japaneseAreas } from '../adapters/areas/japaneseAreas.ts';
import { anonymizeCommand, describeSearch } from './anonymize.ts';
import type { Command } from './command.ts';
import { verifyCommand } from './verify.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-cli-'));
let folder = root;
let made = 0;
beforeEach(() => {
  made += 1;
  folder = join(root, String(made));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

const at = (file: string) => join(folder, file);

async function call(command: Command, ...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await command(args, {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    input: async function* () {},
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

const people = ['見本一郎,50,風邪', '見本二郎,50,骨折', '見本三郎,50,風邪'];

function prepare(rows = people, k = 3): void {
  writeFileSync(at('data.csv'), ['氏名,年齢,病名', ...rows, ''].join('\n'));
  const columns = {
    氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
    年齢: { role: 'quasi' },
    病名: { role: 'other' },
  };
  writeFileSync(at('recipe.json'), JSON.stringify({ source: { path: 'data.csv' }, columns, privacy: { k } }));
}

test('the search says what is left of the proof and how good the best result is', () => {
  const progress = { checks: 1234, loss: 0.25, floor: 0.2, left: 0.1234 };
  expect(describeSearch(progress)).toBe(
    '  調べ残した組合せ 12.3%、情報の損失 0.2500（最適との差は最大 0.0500）、数えた組合せ 1,234 通り',
  );
  expect(describeSearch({ ...progress, loss: null, left: 1e-9 })).toContain(
    '0.1%未満、情報の損失 まだ見つかっていません',
  );
});

describe('tokumei anonymize and verify', () => {
  test('0: the result stands in the folder, and verifies', async () => {
    prepare();
    const { code, out, error } = await call(
      anonymizeCommand(japaneseAreas),
      at('recipe.json'),
      '--out',
      at('out'),
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ outputRows: 3, levels: { 年齢: 0 }, verification: { passed: true } });
    expect(error).toContain('出力だけを読み直して確かめています');
    expect(readdirSync(at('out'))).toContain('output.csv');
    const verified = await call(verifyCommand(japaneseAreas), at('out'), '--source', at('data.csv'));
    expect(verified.code).toBe(0);
    expect(verified.out).toContain('合格 規則62条5号');
  });

  test('0: --plan shows the levels and writes nothing', async () => {
    prepare();
    const { code, out } = await call(anonymizeCommand(japaneseAreas), at('recipe.json'), '--plan');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ levels: { 年齢: 0 }, suppressedRecords: 0, smallestClass: 3 });
    expect(readdirSync(folder).toSorted()).toEqual(['data.csv', 'recipe.json']);
  });

  test('1: no plan reaches the requirement', async () => {
    prepare(people, 4);
    const { code, out, error } = await call(
      anonymizeCommand(japaneseAreas),
      at('recipe.json'),
      '--out',
      at('out'),
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, refusal: { code: 'noPlan', leastSuppressed: 3 } });
    expect(error).toContain('suppressionLimit');
  });

  test('1: an output that holds a removed name is kept as rejected, and verifies as rejected', async () => {
    prepare([...people, '見本四郎,50,見本一郎の紹介']);
    const { code, error } = await call(anonymizeCommand(japaneseAreas), at('recipe.json'), '--out', at('out'));
    expect(code).toBe(1);
    expect(error).toContain('output.rejected.csv');
    expect(readdirSync(at('out')).filter((file) => file.startsWith('output'))).toEqual(['output.rejected.csv']);
    const verified = await call(verifyCommand(japaneseAreas), at('out'), '--source', at('data.csv'), '--json');
    expect(verified.code).toBe(1);
    expect(JSON.parse(verified.out).items['1'].passed).toBe(false);
  });

  test('1: a changed output does not verify', async () => {
    prepare();
    await call(anonymizeCommand(japaneseAreas), at('recipe.json'), '--out', at('out'));
    writeFileSync(at('out/output.csv'), readFileSync(at('out/output.csv'), 'utf8').replace('骨折', '捻挫'));
    const { code, out, error } = await call(verifyCommand(japaneseAreas), at('out'));
    expect({ code, error }).toEqual({ code: 1, error: '検証に通りませんでした。' });
    expect(out).toContain('× 出力ファイルが、作成した後に変わっています。');
  });

  test.each([
    ['no arguments', [], /使い方/],
    ['an unknown option', ['recipe.json', '--out', 'out', '--froce'], /--froce[\s\S]*使い方/],
    ['no such recipe', ['none.json', '--out', 'out'], /none\.json.*ENOENT/],
  ])('2: %s', async (_, args, message) => {
    const { code, error } = await call(anonymizeCommand(japaneseAreas), ...args);
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  test('2: a folder without a result can not be verified', async () => {
    const { code, error } = await call(verifyCommand(japaneseAreas), folder);
    expect(code).toBe(2);
    expect(error).toContain('report.json');
  });
});
