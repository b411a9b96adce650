import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { granularityIds } from '../../core/proposal/granularity.ts';
import { InputError, type Recipe, readRecipe } from '../../engine/index.ts';
import { openPointText } from '../../messages/openPointText.ts';
import type { SourceColumn, SourceProfile } from '../ports/anonymizer.ts';
import { deriveRecipe } from './deriveRecipe.ts';

const column = (name: string, role: string, kind: string | null, more: Partial<SourceColumn> = {}): SourceColumn => ({
  name,
  role,
  kind,
  type: 'text',
  distinct: 10,
  empty: 0,
  cuts: [],
  builtIn: null,
  ...more,
});
const columns: readonly SourceColumn[] = [
  column('個人コード', 'linkingCode', '個人を結び付ける符号', { type: 'code' }),
  column('氏名', 'identifying', '氏名'),
  column('住所', 'identifying', '住所', { cuts: ['市', '町', '-'] }),
  column('年齢', 'quasi', '年齢', { type: 'integer' }),
  column('性別', 'quasi', '性別'),
  column('生年月日', 'quasi', '生年月日', { type: 'date', cuts: ['-'] }),
  column('電話番号', 'identifying', '電話番号', { type: 'code', cuts: ['-'] }),
  column('個人番号', 'identificationCode', '個人番号', { type: 'code' }),
  column('利用区分', 'other', null),
  column('世帯年収', 'sensitive', '所得・給付'),
  column('備考', 'free', '自由記述'),
];
const profile: SourceProfile = {
  source: { format: 'csv', delimiter: ',', encoding: 'cp932' },
  rows: 12_000,
  columns,
};
const options = { k: 5, suppressionLimit: 0.05 };
const derive = (...wanted: readonly (readonly [string, (typeof granularityIds)[number] | null])[]) =>
  deriveRecipe(
    profile,
    wanted.map(([name, granularity]) => ({ name, detail: '程度', granularity })),
    options,
  );
const readBack = (derived: ReturnType<typeof deriveRecipe>): Recipe => readRecipe(JSON.stringify(derived.recipe), '');
const publishes = (recipe: Recipe) =>
  recipe.columns
    .filter(({ treatments }) => treatments.every(({ kind }) => kind !== 'dropColumn'))
    .map(({ name }) => name);

describe('deriveRecipe', () => {
  test('FRM-07 (4), CHK-PROC-1..5: what was asked for becomes roles, treatments and hierarchies of the recipe', () => {
    const { recipe, open } = derive(
      ['住所', 'town'],
      ['年齢', 'topCoded80'],
      ['性別', 'asIs'],
      ['生年月日', 'yearMonth'],
      ['電話番号', 'areaCode'],
      ['世帯年収', 'asIs'],
    );
    expect(open).toEqual([]);
    expect(recipe).toMatchObject({ source: { encoding: 'cp932' }, privacy: { k: 5 }, suppressionLimit: 0.05 });
    expect(recipe.columns).toEqual({
      個人コード: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
      氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
      住所: { role: 'quasi', treat: [{ generalize: { truncateAfter: '町' }, item: 1 }] },
      年齢: {
        role: 'quasi',
        treat: [{ topCode: { from: 80, label: '80歳以上' } }],
        hierarchy: { builtIn: 'age', widths: [5, 10, 20] },
      },
      性別: { role: 'quasi' },
      生年月日: { role: 'quasi', treat: [{ generalize: { datePart: 'month' } }] },
      電話番号: { role: 'quasi', treat: [{ generalize: { truncateAfter: '-' }, item: 1 }] },
      個人番号: { role: 'identificationCode', treat: [{ dropColumn: {} }] },
      利用区分: { role: 'other', treat: [{ dropColumn: {} }] },
      世帯年収: { role: 'sensitive' },
      備考: { role: 'free', treat: [{ dropColumn: {} }] },
    });
  });

  test('FRM-07 (4): addresses, telephone numbers and dates go by the built-in hierarchies where these place nearly all values', () => {
    const fits = (name: 'address' | 'phone' | 'date', unreadable = 0) => ({ builtIn: { name, unreadable } });
    const placed = deriveRecipe(
      {
        ...profile,
        columns: [
          column('住所', 'identifying', '住所', { ...fits('address', 12), cuts: ['町'] }),
          column('電話番号', 'identifying', '電話番号', { ...fits('phone'), empty: 300 }),
          column('生年月日', 'quasi', '生年月日', { ...fits('date'), type: 'date' }),
          column('登録日', 'quasi', '日付', { ...fits('date'), type: 'date' }),
          column('旧住所', 'identifying', '住所', { ...fits('address', 9000), cuts: ['町'] }),
        ],
      },
      (
        [
          ['住所', 'municipality'],
          ['電話番号', 'areaCode'],
          ['生年月日', 'year'],
          ['登録日', 'asIs'],
          ['旧住所', 'town'],
        ] as const
      ).map(([name, granularity]) => ({ name, detail: null, granularity })),
      options,
    );
    expect(placed.open).toEqual([{ point: 'unreadableHidden', column: '住所', rows: 12 }]);
    expect(placed.open.map(openPointText)).toEqual(['「住所」の 12 件は、読み取れない値です。その値は隠します。']);
    const cutTo = (builtIn: string, level: string) => ({
      treat: [{ generalize: { builtIn, level, unreadable: 'suppress' }, item: 1 }],
    });
    expect(placed.recipe.columns).toEqual({
      住所: {
        role: 'quasi',
        ...cutTo('address', 'municipality'),
        hierarchy: { builtIn: 'address', levels: ['prefecture', 'region'], unreadable: 'suppress' },
      },
      電話番号: { role: 'quasi', ...cutTo('phone', 'area') },
      生年月日: {
        role: 'quasi',
        hierarchy: { builtIn: 'date', levels: ['year', 'decade'], unreadable: 'suppress' },
        levels: { min: 1 },
      },
      登録日: { role: 'quasi', hierarchy: { builtIn: 'date', unreadable: 'suppress' } },
      // Three of four values name no known place: they are cut at the mark that all of them have.
      旧住所: { role: 'quasi', treat: [{ generalize: { truncateAfter: '町' }, item: 1 }] },
    });
    expect(publishes(readBack(placed))).toHaveLength(5);
  });

  test.each([
    [['氏名', 'asIs'], 'treatmentUndecided'],
    [['備考', 'asIs'], 'treatmentUndecided'],
    [['住所', 'prefecture'], 'treatmentUndecided'],
    [['性別', 'ageBand5'], 'treatmentUndecided'],
    [['年齢', 'year'], 'treatmentUndecided'],
    [['利用区分', 'asIs'], 'roleUndecided'],
    [['年齢', null], 'granularityMissing'],
  ] as const)('%j is never guessed: it is named, and the recipe cannot run before it is decided', (wanted, point) => {
    const derived = derive(wanted);
    expect(derived.open).toMatchObject([{ point, column: wanted[0] }]);
    expect(openPointText(derived.open[0] as never)).toContain(`「${wanted[0]}」`);
    expect(() => readBack(derived)).toThrow(InputError);
    expect(() => readBack(derived)).toThrow(wanted[0]);
  });

  test('CHK-PROC-2, CHK-PROC-3: a code is dropped even when it was asked for, and that is said', () => {
    const derived = derive(['個人番号', 'asIs'], ['個人コード', 'asIs'], ['性別', 'asIs']);
    expect(derived.open.map(({ point }) => point)).toEqual(['codeDropped', 'codeDropped']);
    expect(publishes(readBack(derived))).toEqual(['性別']);
  });

  test('an item that the source does not have is named', () => {
    expect(derive(['続柄', 'asIs']).open).toEqual([{ point: 'itemNotInSource', item: '続柄' }]);
  });

  test('STP-11, scenario 42: the records of those who object are dropped before anything else; what is missing for it is named', () => {
    const objectors = [
      { thirdParty: 2, record: '000000002' },
      { thirdParty: 5, record: '000000009' },
    ];
    const heard = (given: object) =>
      deriveRecipe(profile, [{ name: '性別', detail: null, granularity: 'asIs' }], { ...options, objectors, ...given });
    const whole = heard({ objectorColumn: '個人コード' });
    expect([whole.open, whole.recipe.records]).toEqual([
      [],
      [{ drop: { column: '個人コード', in: ['000000002', '000000009'] } }],
    ]);
    expect(readBack(whole).records).toHaveLength(1);
    for (const column of [null, '整理番号'])
      expect(heard({ objectorColumn: column })).toMatchObject({ open: [{ point: 'objectorColumnMissing', column }] });
    const silent = heard({ objectorColumn: '個人コード', objectors: [{ thirdParty: 7, record: null }] });
    expect(silent.open).toEqual([{ point: 'objectorKeyMissing', thirdParties: [7] }]);
    expect(silent.open.map(openPointText).join()).toContain('7番');
    expect(silent.recipe.records).toBeUndefined();
  });

  test('any proposal: every column has its place, no code and nothing identifying passes whole, the items published are those wanted', () => {
    const granularity = fc.constantFrom(null, ...granularityIds);
    const wantedItems = fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...columns.map(({ name }) => name)), detail: fc.constant(null), granularity }),
      { selector: ({ name }) => name, maxLength: 3 },
    );
    let readable = 0;
    fc.assert(
      fc.property(wantedItems, (wanted) => {
        const derived = deriveRecipe(profile, wanted, options);
        expect(Object.keys(derived.recipe.columns)).toEqual(columns.map(({ name }) => name));
        const undecided = derived.open.filter(({ point }) => point !== 'codeDropped');
        if (undecided.length > 0) return void expect(() => readBack(derived)).toThrow(InputError);
        const codes = new Set(['個人番号', '個人コード']);
        const asked = wanted.filter(({ name, granularity }) => granularity !== 'drop' && !codes.has(name));
        if (asked.length === 0) return void expect(() => readBack(derived)).toThrow('出力する項目がありません');
        const recipe = readBack(derived);
        expect(new Set(publishes(recipe))).toEqual(new Set(asked.map(({ name }) => name)));
        for (const { name } of columns.filter(({ role }) => role === 'identifying' || role === 'free'))
          expect(recipe.columns.find((one) => one.name === name)?.treatments.length).toBeGreaterThan(0);
        readable += 1;
      }),
      { seed: 62, numRuns: 3000 },
    );
    expect(readable).toBeGreaterThan(100);
  });
});
