import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { japaneseAreas } from '../adapters/areas/japaneseAreas.ts';
import { hierarchyCommand } from './hierarchy.ts';

const folder = mkdtempSync(join(tmpdir(), 'hierarchy-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;
const fileOf = (text: string) => {
  made += 1;
  const path = join(folder, `${made}.csv`);
  writeFileSync(path, text);
  return path;
};

async function call(...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => out.push(text),
    error: (text: string) => error.push(text),
    input: () => process.stdin,
  };
  return { code: await hierarchyCommand(japaneseAreas)(args, io), out, error };
}

describe('tokumei hierarchy', () => {
  const data = fileOf('氏名,住所\n見本,市川市八幡1-2\n例示,"千葉県市川市八幡２丁目, 見本荘"\n架空,不明\n');

  test('make writes one line per value, from fine to coarse, and what it writes passes its own check', async () => {
    const csv = join(folder, 'made.csv');
    const rule = ['--built-in', 'address', '--levels', 'town,prefecture', '--unreadable', 'keep'];
    const { code, error } = await call('make', ...rule, '--data', data, '--column', '住所', '--out', csv);
    expect([code, error]).toEqual([0, [expect.stringMatching(/列「住所」の値「不明」は読めません: 市区町村の表/)]]);
    expect(readFileSync(csv, 'utf8').split('\n')).toEqual([
      '不明,不明,不明,*',
      '"千葉県市川市八幡２丁目, 見本荘",千葉県市川市八幡,千葉県,*',
      '市川市八幡1-2,千葉県市川市八幡,千葉県,*',
      '',
    ]);
    const checked = await call('check', csv, '--data', data, '--column', '住所');
    expect(checked).toEqual({ code: 0, out: ['使えます。段階ごとの区分の数: 3、2、2、1'], error: [] });
    expect(await call('make', ...rule, '不明', '--out', csv)).toMatchObject({
      code: 2,
      error: [expect.stringContaining('「不明」'), expect.stringContaining('既にあります')],
    });
  });

  test('make refuses values that it cannot place, by name', async () => {
    const { code, out, error } = await call('make', '--built-in', 'date', '平成31年7月1日', '令和元年7月1日');
    expect([code, out]).toEqual([2, []]);
    expect(error.join()).toMatch(/「平成31年7月1日」は読めません: 平成は 1989-01-08 から 2019-04-30 まで/);
  });

  test.each([
    [['--bands', '5,10', '34'], ['34,30-34,30-39,*']],
    [['--built-in', 'age', '--widths', '10', '50歳'], ['50歳,50-59,*']],
    [
      ['--redact', 'A1', 'B12'],
      ['A1,A1*,A**,*', 'B12,B1*,B**,*'],
    ],
    [['--built-in', 'postalCode', '--levels', '3,1', '〒2720021'], ['〒2720021,272-****,2**-****,*']],
  ])('make %j', async (args, lines) => {
    expect(await call('make', ...args)).toEqual({ code: 0, out: lines, error: [] });
  });

  test('check names column and values for everything that is wrong, at once', async () => {
    const csv = fileOf('甲,一,*\n甲,二,*\n乙,一,全\n丙,三,*\n丙,三,*\n');
    const people = fileOf('区分\n甲\n丁\n戊\n');
    const { code, error } = await call('check', csv, '--data', people, '--column', '区分');
    expect(code).toBe(1);
    expect(error).toEqual([
      expect.stringMatching(/列「区分」の階層 .*同じ値に異なる行があります: 「甲」の 1 件/),
      expect.stringMatching(/列「区分」.*段階 1 .*段階 2 .*「一」の 1 件/),
      expect.stringMatching(/列「区分」.*データにある値が階層にありません: 「丁」「戊」の 2 件/),
    ]);
    const asJson = await call('check', csv, '--json');
    expect(JSON.parse(asJson.out.join())).toMatchObject({
      passed: false,
      faults: [
        { fault: 'conflicting', values: ['甲'] },
        { fault: 'unnested', values: ['一'] },
      ],
      notes: ['同じ行の重なりがあります: 「丙」の 1 件。'],
    });
    const cycle = await call('check', fileOf('甲,乙,*\n乙,甲,*\n'));
    expect([cycle.code, cycle.error.join()]).toEqual([1, expect.stringMatching(/循環.*「甲」「乙」/)]);
  });

  test('print shows the levels under their names, of a rule and of a file', async () => {
    const rule = await call('print', '--built-in', 'address', '横浜市中区本町6-50-10', '国外');
    expect(rule.code).toBe(1);
    expect(rule.out[0]?.split(/ +/)).toEqual(['値', '町名', '市区町村', '都道府県', '地方', '隠す']);
    expect(rule.out[1]).toContain('神奈川県横浜市中区本町  神奈川県横浜市  神奈川県  関東地方');
    expect(rule.error).toEqual([expect.stringContaining('「国外」は読めません')]);
    const file = await call('print', fileOf('甲,一,*\n乙,一,*\n'));
    expect(file).toEqual({
      code: 0,
      out: ['段階 0  段階 1  段階 2', '甲      一      *', '乙      一      *', '2 区分  1 区分  1 区分'],
      error: [],
    });
  });

  test.each([
    [[], '使い方'],
    [['make'], '使い方'],
    [['make', '--bands', '5'], '使い方'],
    [['check'], '使い方'],
    [['make', '--bands', '5,12', '1'], '幅 12'],
    [['make', '--bands', 'x', '1'], '--bands: 値「x」は使えません。半角の整数で書いてください。例: --bands 5'],
    [['make', '--bands', '５,10', '1'], '--bands: 値「５」'],
    [['make', '--bands', '5', '--from', '令和元年', '1'], '--from: 値「令和元年」'],
    [['make', '--built-in', 'age', '--widths', '5,Infinity', '1'], '--widths: 値「Infinity」'],
    [['make', '--built-in', 'county', '1'], '「county」 は使えません'],
    [['make', '--built-in', 'address', '--levels', 'region,town', '1'], '細かい順'],
    [['make', '--built-in', 'date', '--within', '千葉県', '1'], 'within'],
    [['make', '--redact', '--data', data, '--column', '職業'], '列「職業」がありません。ある列: 氏名、住所'],
    [['check', join(folder, 'none.csv')], 'ファイルを読めません'],
  ])('%j is bad input: exit 2 and one clear message', async (args, message) => {
    const { code, error } = await call(...args);
    expect([code, error.length]).toEqual([2, 1]);
    expect(error[0]).toContain(message);
  });
});
