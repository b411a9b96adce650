import { describe, expect, test } from 'vitest';
import { InputError } from '../inputError.ts';
import { readRecipe } from './readRecipe.ts';

const seed = '0123456789abcdef0123456789abcdef';
const base = {
  source: { path: 'a.csv' },
  columns: { 氏名: { role: 'identifying', treat: [{ dropColumn: {} }] }, 年齢: { role: 'quasi' } },
  privacy: { k: 3 },
  seed,
};

type Change = Record<string, unknown>;
const read = (change: Change = {}) => readRecipe(JSON.stringify({ ...base, ...change }), '/data');
const withColumn = (column: Change) => ({ columns: { ...base.columns, 年齢: column } });

describe('readRecipe', () => {
  test('fills in what is not given, and keeps the recipe as it was written', () => {
    const recipe = read();
    expect(recipe).toMatchObject({
      folder: '/data',
      source: { path: 'a.csv', delimiter: ',', encoding: 'utf-8' },
      k: 3,
      suppressionLimit: 0,
      refusedRows: 0,
      keptOrder: null,
      output: { format: 'csv', delimiter: ',', encoding: 'utf-8', suppressedAs: '*', suppressedRecords: 'drop' },
    });
    expect(recipe.document).toEqual(base);
  });

  test('a seed that is not given is made anew each time, 128 bits of it', () => {
    const { seed: _, ...unseeded } = base;
    const seeds = [1, 2].map(() => readRecipe(JSON.stringify(unseeded), '').seed);
    expect(seeds[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(seeds[0]).not.toBe(seeds[1]);
  });

  test('a treatment belongs to the item of its role, else of its technique, else of what is written beside it', () => {
    const { columns } = read({
      columns: {
        氏名: { role: 'identifying', treat: [{ generalize: { truncateAfter: '-' } }] },
        番号: { role: 'identificationCode', treat: [{ dropColumn: {} }] },
        コード: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
        年齢: {
          role: 'quasi',
          treat: [{ topCode: { from: 90, label: '90歳以上' } }, { generalize: { datePart: 'year' } }],
        },
        住所: { role: 'quasi', treat: [{ item: 1, generalize: { truncateAfter: '町' } }] },
      },
    });
    expect(columns.map(({ treatments }) => treatments.map(({ item }) => item))).toEqual([[1], [2], [3], [4, 5], [1]]);
  });

  test.each<[string, Change, RegExp]>([
    ['an unknown key', { privcy: {} }, /privcy/],
    ['an unknown key of a column', withColumn({ role: 'quasi', hierachy: {} }), /columns → 年齢.*hierachy/],
    ['a role that does not exist', withColumn({ role: 'kvasi' }), /columns → 年齢 → role.*「kvasi」.*identifying、/],
    ['a column without role', withColumn({}), /columns → 年齢 → role: この項目が必要/],
    ['identifying without treatment', withColumn({ role: 'identifying' }), /年齢 → treat.*identifying/],
    [
      'identificationCode only coded',
      withColumn({ role: 'identificationCode', treat: [{ topCode: { from: 1, label: 'x' } }] }),
      /年齢 → treat.*identificationCode/,
    ],
    ['linkingCode without treatment', withColumn({ role: 'linkingCode' }), /年齢 → treat.*linkingCode/],
    ['free text without treatment', withColumn({ role: 'free' }), /年齢 → treat.*free/],
    ['contradictory levels', withColumn({ role: 'quasi', levels: { min: 3, max: 1 } }), /年齢 → levels.*min 3.*max 1/],
    ['levels of what is not searched', withColumn({ role: 'other', levels: { min: 1 } }), /年齢 → levels.*quasi/],
    [
      'a hierarchy of a dropped column',
      withColumn({ role: 'quasi', treat: [{ dropColumn: {} }], hierarchy: { csv: 'h.csv' } }),
      /年齢.*hierarchy/,
    ],
    [
      'two kinds of hierarchy',
      withColumn({ role: 'quasi', hierarchy: { csv: 'h.csv', builtIn: 'age' } }),
      /hierarchy.*csv、builtIn/,
    ],
    [
      'two treatments in one',
      withColumn({ role: 'quasi', treat: [{ dropColumn: {}, topCode: { from: 1, label: 'x' } }] }),
      /treat → 0.*dropColumn、topCode/,
    ],
    [
      'a treatment after the column is gone',
      withColumn({ role: 'identifying', treat: [{ dropColumn: {} }, { topCode: { from: 1, label: 'x' } }] }),
      /年齢 → treat.*削除した後/,
    ],
    [
      'a level without a file',
      withColumn({ role: 'quasi', treat: [{ generalize: { truncateAfter: '-', level: 1 } }] }),
      /generalize → level.*csv/,
    ],
    ['a short seed', { seed: 'abc' }, /seed.*「abc」.*32 桁/],
    ['k below 1', { privacy: { k: 0 } }, /privacy → k.*「0」/],
    ['a limit above 1', { suppressionLimit: 5 }, /suppressionLimit.*「5」.*1 以下/],
    [
      'diversity of a column that is not sensitive',
      { privacy: { k: 3, diversity: [{ column: '年齢', model: 'distinct', l: 2 }] } },
      /diversity → 0 → column.*「年齢」.*「quasi」/,
    ],
    [
      'diversity of a column that does not exist',
      { privacy: { k: 3, diversity: [{ column: '病名', model: 'distinct', l: 2 }] } },
      /「病名」/,
    ],
    ['an order kept without reason', { shuffle: false }, /shuffle.*shuffleReason/],
    ['every column dropped', { columns: { 氏名: base.columns.氏名 } }, /すべての項目が削除/],
    ['a person by a column that does not exist', { person: { key: ['番号'] } }, /person → key.*「番号」/],
    ['marks beside local recoding', { recoding: 'local', output: { suppressedRecords: 'mark' } }, /「mark」.*local/],
    [
      'a pseudo-ID too short to keep persons apart',
      withColumn({ role: 'linkingCode', treat: [{ pseudoId: { length: 4 } }] }),
      /年齢 → treat → 0 → pseudoId → length.*「4」.*8 以上/,
    ],
    [
      'a treatment after the pseudo-ID',
      withColumn({ role: 'linkingCode', treat: [{ pseudoId: {} }, { generalize: { truncateAfter: '-' } }] }),
      /年齢 → treat.*仮ID は最後/,
    ],
    [
      'a pseudo-ID as a quasi-identifier',
      withColumn({ role: 'quasi', treat: [{ pseudoId: {} }] }),
      /年齢 → treat.*「quasi」.*仮ID にできません/,
    ],
    [
      'a coding without threshold',
      withColumn({ role: 'quasi', treat: [{ topCode: { label: '高齢' } }] }),
      /年齢 → treat → 0 → topCode.*from.*atLeast/,
    ],
    ['a swap of nobody', withColumn({ role: 'quasi', treat: [{ swap: { rate: 0 } }] }), /swap → rate.*「0」/],
    [
      'noise whose bounds leave nothing',
      withColumn({
        role: 'quasi',
        treat: [{ addNoise: { distribution: 'laplace', scale: 2, round: 10, min: 1, max: 9 } }],
      }),
      /addNoise → min.*min 1.*max 9.*10 の倍数/,
    ],
    [
      'noise finer than its table can be',
      withColumn({ role: 'quasi', treat: [{ addNoise: { distribution: 'gaussian', scale: 1e5 } }] }),
      /addNoise → round.*「1」.*20 以上/,
    ],
    [
      'columns of one group that are treated differently',
      {
        columns: {
          氏名: base.columns.氏名,
          身長: { role: 'quasi', treat: [{ microaggregate: { k: 3, group: '体格' } }] },
          体重: { role: 'quasi', treat: [{ microaggregate: { k: 4, group: '体格' } }] },
        },
      },
      /体重 → treat → 0.*「体格」.*身長/,
    ],
    [
      'a sample by number and by share',
      { records: [{ sample: { rows: 10, share: 0.1 } }] },
      /records → 0 → sample.*rows、share/,
    ],
    [
      'a condition with two tests',
      { records: [{ drop: { column: '年齢', equals: '1', above: 2 } }] },
      /records → 0 → drop.*equals、above/,
    ],
  ])('refuses %s and names the place', (_, change, message) => {
    expect(() => read(change)).toThrow(InputError);
    expect(() => read(change)).toThrow(message);
  });

  test.each([
    ['５', '値 「５」 は使えません。数（引用符を付けない半角の数字）で書いてください。'],
    ['令和元年', '値 「令和元年」 は使えません。数'],
  ])('a number in quotes or of full width is refused by its value: %s', (k, message) => {
    expect(() => read({ privacy: { k } })).toThrow(`手順書の privacy → k: ${message}`);
  });

  test('a number too large to be one is named as what it is', () => {
    expect(() => readRecipe('{"source":{"path":"a.csv"},"columns":{},"privacy":{"k":1e999}}', '')).toThrow(
      '手順書の privacy → k: 値 「Infinity」 は使えません。',
    );
  });

  test.each(['{ "source": ', '{ "k": ５ }', '{ "k": NaN }'])('refuses what is not JSON: %s', (text) => {
    expect(() => readRecipe(text, '')).toThrow(
      /手順書: JSON として読めません.*数は半角の数字で書き、NaN や Infinity は書けません/,
    );
  });
});
