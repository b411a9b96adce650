import { afterAll, describe, expect, test } from 'vitest';
import {
  column,
  expectationOf,
  type Lines,
  lineOf,
  loadFound,
  loadSource,
  recipeOf,
} from '../../../test/support/foundTable.ts';
import { openTestRun } from '../../../test/support/openTestRun.ts';
import type { Treatment } from '../recipe/recipe.ts';
import { checkCodedValues } from './checkCodedValues.ts';
import { checkCodeShapes } from './checkCodeShapes.ts';
import { checkDistributions } from './checkDistributions.ts';
import { checkDroppedRecords } from './checkDroppedRecords.ts';
import { checkMicroaggregates } from './checkMicroaggregates.ts';
import { checkSourceOrder } from './checkOrder.ts';
import { checkRemovedValues } from './checkRemovedValues.ts';
import { checkSwapped } from './checkSwapped.ts';
import { checkSynthetic } from './checkSynthetic.ts';
import { checkTreatedForms } from './checkTreatedForms.ts';
import { countAlone, listSingularValues } from './singularValues.ts';

const { run, close } = await openTestRun();
afterAll(close);

const topCode = { kind: 'topCode', item: 4, from: 80, label: '80歳以上', atLeast: null } as const;
const bottomCode = { kind: 'bottomCode', item: 4, from: 10, label: '10歳以下', atLeast: null } as const;

describe('(4) coded values', () => {
  const lines: Lines = ['年齢', '79', '80歳以上', '80', '９１歳', '９１歳', '10歳以下', '10', '11', ''];
  test('whatever lies at or beyond a threshold and is no label is found, in digits of any width', async () => {
    const found = await loadFound(run, lines);
    const expected = expectationOf(recipeOf([column('年齢', 'quasi', topCode, bottomCode)]));
    expect((await checkCodedValues(run, found, expected)).map(lineOf)).toMatchInlineSnapshot(`
      [
        "4 codedValues 否 {"cells":3} 「年齢」に、80 以上の値が 3 件残っています。",
        "4 codedValues 否 {"cells":1} 「年齢」に、10 以下の値が 1 件残っています。",
      ]
    `);
    expect(await checkCodedValues(run, found, { ...expected, levels: { 年齢: 1 } })).toEqual([]);
  });

  test('nothing beyond is nothing found', async () => {
    const found = await loadFound(run, ['年齢', '79', '80歳以上', '11', '10歳以下', '']);
    const expected = expectationOf(recipeOf([column('年齢', 'quasi', topCode, bottomCode)]));
    expect((await checkCodedValues(run, found, expected)).map(lineOf)).toMatchInlineSnapshot(`
      [
        "4 codedValues 合 {"cells":0} 「年齢」に、80 以上の値はありません。",
        "4 codedValues 合 {"cells":0} 「年齢」に、10 以下の値はありません。",
      ]
    `);
  });
});

describe('(2) shapes of identification codes', () => {
  const pseudoId = { kind: 'pseudoId', item: 3, length: 12 } as const;
  const columns = [column('仮番号', 'linkingCode', pseudoId), column('備考', 'other'), column('旅券', 'other')];
  test('a shape is found in every column but that of pseudo-IDs, and passes where a reason was given', async () => {
    const found = await loadFound(run, [
      '仮番号,備考,旅券',
      '123456789012,番号は１２３４-５６７８-９０１２です,AB1234567',
      '123456789013,番号は１２３４-５６７８-９０１２です,AB123456',
      '123456789014,4567-890123-1,x',
    ]);
    const accepted = columns.with(2, { ...(columns[2] as (typeof columns)[0]), accepted: '見本の値のため' });
    expect((await checkCodeShapes(run, found, expectationOf(recipeOf(accepted)))).map(lineOf)).toMatchInlineSnapshot(`
      [
        "2 codeShapes 否 {"cells":2} 「備考」に、個人番号・免許証番号（12 桁）の形の値が 2 件あります。",
        "2 codeShapes 否 {"cells":1} 「備考」に、基礎年金番号（4 桁-6 桁）の形の値が 1 件あります。",
        "2 codeShapes 否 {"cells":1} 「備考」に、雇用保険被保険者番号（4 桁-6 桁-1 桁）の形の値が 1 件あります。",
        "2 codeShapes 合 {"cells":1} 「旅券」に、旅券番号（英字 2・数字 7）の形の値が 1 件あります（残す理由: 見本の値のため）。",
      ]
    `);
  });

  test('all cells of a shape are counted, whatever values they hold', async () => {
    const found = await loadFound(run, ['備考', '1234-5678-9012', '2234-5678-9012', '2234-5678-9012', 'x']);
    const [one, ...others] = await checkCodeShapes(run, found, expectationOf(recipeOf([column('備考', 'other')])));
    expect([one?.numbers, others]).toEqual([{ cells: 3 }, []]);
  });

  test('without any it says so', async () => {
    const found = await loadFound(run, ['仮番号,備考,旅券', '123456789012,1234567890123,12345678']);
    expect((await checkCodeShapes(run, found, expectationOf(recipeOf(columns)))).map(lineOf)).toMatchInlineSnapshot(`
      [
        "2 codeShapes 合 {"cells":0} 個人識別符号の形の値は、出力のどのセルにもありません。",
      ]
    `);
  });
});

describe('(5) distributions', () => {
  const closeness = [{ column: '病名', t: 0.3, distance: 'equal' }] as const;
  const shares = [{ column: '病名', model: 'frequency', alpha: 0.5, values: null }] as const;
  const given = {
    distributions: {
      病名: [
        { value: '風邪', records: 3 },
        { value: '骨折', records: 2 },
      ],
    },
  };
  const recipe = recipeOf([column('病名', 'sensitive')], { closeness });
  const linesOf = async (lines: Lines, expected: Parameters<typeof checkDistributions>[2]) =>
    (await checkDistributions(run, await loadFound(run, lines), expected)).map(lineOf);

  test('it counts the output and what was left out, and of no value fewer than the output holds', async () => {
    const lines: Lines = ['病名', '風邪', '風邪', '骨折', '骨折'];
    expect(await linesOf(lines, expectationOf(recipe, { ...given, suppressedRecords: 1 }))).toMatchInlineSnapshot(`
      [
        "5 distribution 合 {"records":5,"values":2} 「病名」の全体の分布（5 件）は、出力と、除いた記録を合わせたものです。",
      ]
    `);
    expect(await linesOf(lines, expectationOf(recipe, given))).toMatchInlineSnapshot(`
      [
        "5 distribution 否 {"records":5,"values":2} 「病名」の全体の分布（5 件）が、出力と合いません。",
      ]
    `);
    expect(await linesOf([...lines, '骨折'], expectationOf(recipe, given))).toMatchInlineSnapshot(`
      [
        "5 distribution 否 {"records":5,"values":2} 「病名」の全体の分布（5 件）が、出力と合いません。",
      ]
    `);
    const marked = recipeOf(recipe.columns, { closeness }, { suppressedRecords: 'mark' });
    expect(await linesOf(lines, expectationOf(marked, { ...given, suppressedRecords: 1 }))).toMatchInlineSnapshot(`
      [
        "5 distribution 否 {"records":5,"values":2} 「病名」の全体の分布（5 件）が、出力と合いません。",
      ]
    `);
  });

  test('synthetic records count in none, and each column that is compared is told of in its turn', async () => {
    const found = await loadFound(run, ['病名,職業', '風邪,医師', '骨折,医師']);
    const two = recipeOf([column('病名', 'sensitive'), column('職業', 'sensitive')], {
      closeness: [...closeness, { column: '職業', t: 0.3, distance: 'equal' }],
    });
    const distributions = {
      病名: [
        { value: '風邪', records: 1 },
        { value: '骨折', records: 1 },
      ],
      職業: [{ value: '医師', records: 2 }],
    };
    const withSynthetic = { ...found, rows: found.rows + 3, synthetic: 3 };
    const checks = await checkDistributions(run, withSynthetic, expectationOf(two, { distributions }));
    expect(checks.map(({ passed, numbers }) => [passed, numbers])).toEqual([
      [true, { records: 2, values: 2 }],
      [true, { records: 2, values: 1 }],
    ]);
  });

  test('a bound on frequency compares with none, and persons can not be told from records', async () => {
    const lines: Lines = ['病名', '風邪'];
    expect(await linesOf(lines, expectationOf(recipeOf(recipe.columns, { shares })))).toEqual([]);
    expect(await linesOf(lines, expectationOf({ ...recipe, personKey: ['氏名'] }))).toEqual([]);
  });
});

describe('records that a condition drops', () => {
  const old = { column: '年齢', test: { is: 'above', number: 90 } } as const;
  const drop = { kind: 'drop', item: 4, condition: old } as const;
  const keep = { kind: 'keep', item: 1, condition: { column: '県', test: { is: 'in', values: ['A', 'B'] } } } as const;
  const sample = { kind: 'sample', item: 5, rows: 3 } as const;
  const columns = [column('年齢', 'quasi'), column('県', 'other')];
  const records = [drop, keep, sample];

  test('are searched for where the column passes unchanged, marks apart', async () => {
    const found = await loadFound(run, ['年齢,県', '91,A', '91,C', '90,*', '*,B']);
    const expected = expectationOf(recipeOf(columns, { records }));
    expect((await checkDroppedRecords(run, found, expected)).map(lineOf)).toMatchInlineSnapshot(`
      [
        "4 droppedRecords 否 {"records":2} レコード削除（「年齢」が 90 より大きいレコード）: 除くはずの記録は2 件残っています。",
        "1 droppedRecords 否 {"records":1} 条件による抽出（「県」が「A」「B」のどれかと等しいレコードだけを残す）: 除くはずの記録は1 件残っています。",
      ]
    `);
    const general = await checkDroppedRecords(run, found, { ...expected, levels: { 年齢: 1, 県: 0 } });
    expect(general.map(({ item }) => item)).toEqual([1]);
    const treated = recipeOf([column('年齢', 'quasi', topCode), column('県', 'other')], { records });
    expect((await checkDroppedRecords(run, found, expectationOf(treated))).map(({ item }) => item)).toEqual([1]);
  });

  test('are none where nothing is left', async () => {
    const found = await loadFound(run, ['年齢,県', '90,A', '7,B']);
    const expected = expectationOf(recipeOf(columns, { records }));
    expect((await checkDroppedRecords(run, found, expected)).map(lineOf)).toMatchInlineSnapshot(`
      [
        "4 droppedRecords 合 {"records":0} レコード削除（「年齢」が 90 より大きいレコード）: 除くはずの記録はありません。",
        "1 droppedRecords 合 {"records":0} 条件による抽出（「県」が「A」「B」のどれかと等しいレコードだけを残す）: 除くはずの記録はありません。",
      ]
    `);
  });
});

describe('(4) representatives and codings by size', () => {
  const micro = (group: string | null): Treatment => ({
    ...{ kind: 'microaggregate', item: 4, k: 3, representative: 'mean', group },
  });
  const columns = [column('所得', 'other', micro('金額')), column('税額', 'other', micro('金額'))];
  const lines: Lines = ['所得,税額', '5,1', '5,1', '5,1', '5,2', '5,2', '6,*', ',2'];

  test('a representative of a group stands in k records, or what is missing was left out', async () => {
    const found = await loadFound(run, lines);
    const linesOf = async (suppressedRecords: number, treated = columns) =>
      (await checkMicroaggregates(run, found, expectationOf(recipeOf(treated), { suppressedRecords }))).map(lineOf);
    expect(await linesOf(0)).toMatchInlineSnapshot(`
      [
        "4 microaggregates 否 {"below":1,"missing":1} 「所得」「税額」の代表値のうち 1 種類が 3 件に満たず、除外した記録でも説明できません。",
      ]
    `);
    expect(await linesOf(1)).toMatchInlineSnapshot(`
      [
        "4 microaggregates 合 {"below":1,"missing":1} 「所得」「税額」の代表値のうち 1 種類が 3 件に満たず、足りない分は条件による除外で出力に入れなかった記録です。",
      ]
    `);
    const apart = [column('所得', 'other', micro(null)), column('税額', 'other', micro(null))];
    expect(await linesOf(2, apart)).toMatchInlineSnapshot(`
      [
        "4 microaggregates 合 {"below":1,"missing":2} 「所得」の代表値のうち 1 種類が 3 件に満たず、足りない分は条件による除外で出力に入れなかった記録です。",
        "4 microaggregates 合 {"below":0,"missing":0} 「税額」の代表値は、どれも 3 件以上の記録にあります。",
      ]
    `);
    // what is missing adds up over the representatives: two of 5,2 and 7,7 lack 1 + 2
    const more = await loadFound(run, [...lines, '7,7']);
    const [both] = await checkMicroaggregates(run, more, expectationOf(recipeOf(columns), { suppressedRecords: 2 }));
    expect([both?.passed, both?.numbers]).toEqual([false, { below: 2, missing: 3 }]);
  });

  test('a coding whose threshold was chosen by size reaches that size, unless a later treatment replaces its label', async () => {
    const found = await loadFound(run, ['年齢', '80歳以上', '80歳以上', '10歳以下', '40']);
    const linesOf = async (suppressedRecords: number, ...treatments: Treatment[]) =>
      (
        await checkMicroaggregates(
          run,
          found,
          expectationOf(recipeOf([column('年齢', 'quasi', ...treatments)]), { suppressedRecords }),
        )
      ).map(lineOf);
    const sized = [
      { ...topCode, atLeast: 2 },
      { ...bottomCode, atLeast: 3 },
    ] as const;
    expect(await linesOf(0, ...sized)).toMatchInlineSnapshot(`
      [
        "4 codedSize 合 {"records":2} 「年齢」の「80歳以上」は 2 件です（求めた件数 2 件）。",
        "4 codedSize 否 {"records":1} 「年齢」の「10歳以下」は 1 件です（求めた件数 3 件）。",
      ]
    `);
    expect(await linesOf(2, ...sized)).toMatchInlineSnapshot(`
      [
        "4 codedSize 合 {"records":2} 「年齢」の「80歳以上」は 2 件です（求めた件数 2 件）。",
        "4 codedSize 合 {"records":1} 「年齢」の「10歳以下」は 1 件です（求めた件数 3 件。足りない分は条件による除外です）。",
      ]
    `);
    const later = { kind: 'truncateAfter', item: 5, separator: '歳' } as const;
    expect(await linesOf(0, { ...topCode, atLeast: 9 }, later)).toEqual([]);
    expect((await linesOf(0, { ...topCode, atLeast: 9 }, topCode)).length).toBe(0);
    const earlier = { ...later, item: 1 } as const;
    expect((await linesOf(0, { ...topCode, atLeast: 9 }, earlier)).length).toBe(1);
    const bands = { kind: 'bands', item: 5, width: 10, from: 0 } as const;
    expect((await linesOf(0, { ...topCode, atLeast: 9 }, bands)).length).toBe(1);
  });
});

describe('forms that treatments give', () => {
  const cases: [treatment: Treatment, right: string[], wrong: string[]][] = [
    [{ kind: 'truncateAfter', item: 1, separator: '-' }, ['090-'], ['090-1234']],
    [{ kind: 'datePart', item: 5, part: 'year' }, ['2001'], ['2001-02', '201']],
    [{ kind: 'datePart', item: 5, part: 'month' }, ['2001-02'], ['2001', '2001-02-03']],
    [{ kind: 'bands', item: 5, width: 10, from: 5 }, ['<5', '5-14', '15-24', '-5-4'], ['5-15', '6-15', '<6', '5']],
    [
      { kind: 'addNoise', item: 4, distribution: 'laplace', scale: 1, round: 0.5, min: -1, max: 9 },
      ['-1', '0.5', '9', ''],
      ['-1.5', '0.25', '9.5', 'x'],
    ],
    [
      // a millionth beside a multiple is beside it
      { kind: 'addNoise', item: 4, distribution: 'laplace', scale: 1, round: 1, min: null, max: null },
      ['3', '-2.0'],
      ['0.000001', '3.5'],
    ],
    [
      { kind: 'addNoise', item: 4, distribution: 'laplace', scale: 1, round: 10, min: null, max: null },
      ['-100', '0'],
      ['5'],
    ],
    [
      { kind: 'suppressCell', item: 4, condition: { column: '値', test: { is: 'below', number: 3 } } },
      ['3', 'x'],
      ['2'],
    ],
  ];
  test.each(cases)('%j', async (treatment, right, wrong) => {
    const found = await loadFound(run, ['値', ...right, '*', ...wrong, ...wrong]);
    const check = async (...treatments: Treatment[]) =>
      checkTreatedForms(run, found, expectationOf(recipeOf([column('値', 'other', ...treatments)])));
    const [one] = await check(treatment);
    expect(one).toMatchObject({ item: treatment.item, passed: false, numbers: { cells: 2 * wrong.length } });
    expect(one?.finding).toMatch(/でない値が \d+ 件あります。$/);
    const clean = await loadFound(run, ['値', ...right, '*']);
    const [passed] = await checkTreatedForms(run, clean, expectationOf(recipeOf([column('値', 'other', treatment)])));
    expect(passed).toMatchObject({ passed: true, numbers: { cells: 0 } });
    expect(passed?.finding).toMatch(/^「値」は、どのセルも/);
  });

  test('columns are told of in the order of the output', async () => {
    const found = await loadFound(run, ['甲,乙,丙', '1,2,3']);
    const year = { kind: 'datePart', item: 5, part: 'year' } as const;
    const columns = ['丙', '甲', '乙'].map((header) => column(header, 'other', year));
    const expected = expectationOf(recipeOf(columns), { sourceHeader: found.header });
    const findings = (await checkTreatedForms(run, found, expected)).map(({ finding }) => finding.slice(0, 3));
    expect(findings).toEqual(['「甲」', '「乙」', '「丙」']);
  });

  test('a label of a coding and a value hidden by another column or after another treatment are no fault', async () => {
    const found = await loadFound(run, ['値', '80歳以上', '2']);
    const check = async (...treatments: Treatment[]) =>
      checkTreatedForms(run, found, expectationOf(recipeOf([column('値', 'other', ...treatments)])));
    const bands = { kind: 'bands', item: 5, width: 10, from: 0 } as const;
    expect((await check(topCode, bands)).map(lineOf)).toMatchInlineSnapshot(`
      [
        "5 treatedForm 否 {"cells":1} 「値」に、10 刻みでない値が 1 件あります。",
      ]
    `);
    const hidden = (header: string): Treatment => ({
      ...{ kind: 'suppressCell', item: 4, condition: { column: header, test: { is: 'below', number: 3 } } },
    });
    expect(await check(hidden('他'))).toEqual([]);
    expect(await check({ kind: 'truncateAfter', item: 1, separator: '-' }, hidden('値'))).toEqual([]);
    expect(await check(topCode)).toEqual([]);
  });

  test('an apostrophe that keeps a spreadsheet from running a cell is no part of it', async () => {
    const found = await loadFound(run, ['値', "'-5-4", "'5-14"]);
    const bands = column('値', 'other', { kind: 'bands', item: 5, width: 10, from: 5 });
    const recipe = recipeOf([bands], {}, { neutralizeFormulas: true });
    const [one] = await checkTreatedForms(run, found, expectationOf(recipe));
    expect(one?.numbers).toEqual({ cells: 1 });
  });
});

test('exchanged values are those of the source, none more often', async () => {
  const source = await loadSource(run, ['職業,県', 'a,A', 'a,A', 'b,B', 'c,C']);
  const swap = { kind: 'swap', item: 5, rate: 0.5, within: [], group: null } as const;
  const check = async (lines: Lines, written = {}, ...treatments: Treatment[]) => {
    const columns = [column('県', 'other'), column('職業', 'other', ...(treatments.length > 0 ? treatments : [swap]))];
    return checkSwapped(run, await loadFound(run, lines), expectationOf(recipeOf(columns, {}, written)), source);
  };
  expect((await check(['県,職業', 'A,b', 'A,a', 'B,a'])).map(lineOf)).toMatchInlineSnapshot(`
    [
      "5 swappedValues 合 {"records":0} 「職業」の値ごとの件数は、入れ替える前を超えません。値は増えも変わりもしていません。",
    ]
  `);
  expect((await check(['県,職業', 'A,b', 'A,b', 'B,b', 'B,d'])).map(lineOf)).toMatchInlineSnapshot(`
    [
      "5 swappedValues 否 {"records":3} 「職業」に、入れ替える前より多い値が 3 件あります。",
    ]
  `);
  expect(await check(['県,職業', 'A,d'], { replacement: '?' })).toEqual([]);
  expect(await check(['県,職業', 'A,d'], {}, { kind: 'truncateAfter', item: 1, separator: '-' }, swap)).toEqual([]);
  expect(await check(['県,職業', 'A,d'], {}, topCode)).toEqual([]);
});

test('as many records are marked as synthetic as the recipe asks for', () => {
  const found = { header: [], ids: [], rows: 100, synthetic: 20, sha256: '', refusedRows: 0 };
  const expected = expectationOf(recipeOf([], { synthesis: { share: 0.2, model: 'chain', mark: '疑似' } }));
  expect(checkSynthetic(found, expected).map(lineOf)).toMatchInlineSnapshot(`
    [
      "5 synthetic 合 {"synthetic":20} 疑似データは 20 件で、「疑似」が 1 です。k などの数には入れていません。",
    ]
  `);
  expect(checkSynthetic({ ...found, synthetic: 21 }, expected).map(lineOf)).toMatchInlineSnapshot(`
    [
      "5 synthetic 否 {"synthetic":21} 疑似データの印のある記録が 21 件ありますが、手順書によれば 20 件です。",
    ]
  `);
  expect(checkSynthetic(found, expectationOf(recipeOf([])))).toEqual([]);
});

describe('removed values', () => {
  const gone = { kind: 'dropColumn', item: 1 } as const;
  const pseudoId = { kind: 'pseudoId', item: 3, length: 8 } as const;

  test('a telling value is searched for in every cell, as a part too; in pseudo-IDs as the whole', async () => {
    const source = await loadSource(run, [
      '氏名,番号,県',
      '見本一,123456,東京',
      '見本二,123457,東京',
      '山田,12345,A',
      '共通名,999999,A',
      '共通名,999999,A',
      '共通名,999999,A',
    ]);
    const columns = [column('氏名', 'identifying', gone), column('番号', 'linkingCode', pseudoId)];
    const found = await loadFound(run, [
      '番号,備考',
      '12345600,見本一の件',
      '123457,見本一の件',
      '12345700,x',
      'ffffffff,山田・共通名・12345・999999',
    ]);
    const { checks, searched } = await checkRemovedValues(run, source, columns, found, 3);
    expect(checks.map(lineOf)).toMatchInlineSnapshot(`
      [
        "1 removedValues 否 {"searched":2,"cells":2} 「氏名」の値が、出力の「備考」の 2 セルに残っています。",
        "3 removedValues 否 {"searched":2,"cells":1} 「番号」の値が、出力の「番号」の 1 セルに残っています。",
      ]
    `);
    expect(searched).toEqual([
      { column: '氏名', values: 2 },
      { column: '番号', values: 2 },
    ]);
  });

  test('what was cut under several items is told under the first of them', async () => {
    const source = await loadSource(run, ['住所', '見本県見本市']);
    const cut = (item: 1 | 3 | 5) => ({ kind: 'truncateAfter', item, separator: '市' }) as const;
    const found = await loadFound(run, ['住所', 'x']);
    for (const treatments of [
      [cut(5), cut(1), cut(3)],
      [cut(1), cut(3), cut(5)],
      [cut(3), cut(5), cut(1)],
    ]) {
      const address = column('住所', 'identifying', ...treatments);
      const { checks } = await checkRemovedValues(run, source, [address], found, 3);
      expect(checks.map(({ item }) => item)).toEqual([1]);
    }
  });

  test('a replaced column may hold its own values', async () => {
    const source = await loadSource(run, ['住所', '見本県見本市']);
    const cut = column('住所', 'identifying', { kind: 'truncateAfter', item: 5, separator: '市' });
    const found = await loadFound(run, ['住所,備考', '見本県見本市,見本県見本市', ',x']);
    const { checks } = await checkRemovedValues(run, source, [cut], found, 3);
    expect(checks.map(lineOf)).toMatchInlineSnapshot(`
      [
        "5 removedValues 否 {"searched":1,"cells":1} 「住所」の値が、出力の「備考」の 1 セルに残っています。",
      ]
    `);
    const clean = await loadFound(run, ['住所,備考', '見本県見本市,見本県']);
    expect((await checkRemovedValues(run, source, [cut], clean, 3)).checks.map(lineOf)).toMatchInlineSnapshot(`
      [
        "5 removedValues 合 {"searched":1,"cells":0} 「住所」の値 1 件は、出力のどのセルにもありません。",
      ]
    `);
  });
});

test('(3) rows that can be told apart and stand in the order of the source are found from the number on that rules out chance', async () => {
  const check = async (order: readonly number[], written = order) => {
    const source = await loadSource(run, [
      '番号,色',
      ...order.map((one) => `${one},x`),
      'twice,x',
      'twice,x',
      'other,x',
    ]);
    // 'other' stands in two rows that differ in a treated column only
    const cells = [...written.map(String), 'twice', 'other', 'other'].map((one, index) => `${one},${index % 2}`);
    const found = await loadFound(run, ['番号,色', ...cells]);
    const expected = expectationOf(recipeOf([column('番号', 'other'), column('色', 'other', topCode)]));
    const [one] = await checkSourceOrder(run, source, found, expected);
    return one && lineOf(one);
  };
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  expect(await check(numbers(36))).toMatchInlineSnapshot(
    `"3 sourceOrder 合 {"matched":36,"correlation":1} 見分けられる 36 行で、出力と元のデータの行の順の相関は 1.000 です。"`,
  );
  expect(await check(numbers(37))).toMatchInlineSnapshot(
    `"3 sourceOrder 否 {"matched":37,"correlation":1} 見分けられる 37 行で、出力と元のデータの行の順の相関は 1.000 です。"`,
  );
  expect(await check(numbers(37), numbers(37).toReversed())).toMatchInlineSnapshot(
    `"3 sourceOrder 否 {"matched":37,"correlation":-1} 見分けられる 37 行で、出力と元のデータの行の順の相関は -1.000 です。"`,
  );
  expect(await check([])).toMatchInlineSnapshot(
    `"3 sourceOrder 合 {"matched":0,"correlation":null} 出力と元のデータの両方で他と見分けられる行がないため、行の順を比べる必要はありません。"`,
  );
  expect((await check([7, 8]))?.slice(0, 58)).toBe(
    '3 sourceOrder 合 {"matched":2,"correlation":1} 見分けられる 2 行で、',
  );
  // no column passes unchanged
  const found = await loadFound(run, ['番号', '1', '2']);
  const source = await loadSource(run, ['番号', '1', '2']);
  const none = expectationOf(recipeOf([column('番号', 'other', topCode)]));
  expect((await checkSourceOrder(run, source, found, none)).map(({ passed, numbers }) => [passed, numbers])).toEqual([
    [true, { matched: 0, correlation: null }],
  ]);
  expect(await check([7])).toMatchInlineSnapshot(
    `"3 sourceOrder 合 {"matched":1,"correlation":null} 出力と元のデータの両方で他と見分けられる行がないため、行の順を比べる必要はありません。"`,
  );
});

test('values that few hold are listed with examples, and those who are alone on all telling columns are counted', async () => {
  const found = await loadFound(run, ['職業,県,仮番号', 'a,A,1', 'a,A,2', 'a,B,3', 'b,B,4', 'c,C,5', 'c,C,6']);
  expect(await listSingularValues(run, found, ['c0', 'c1'], 3)).toMatchInlineSnapshot(`
    [
      {
        "column": "職業",
        "examples": [
          {
            "records": 1,
            "value": "b",
          },
          {
            "records": 2,
            "value": "c",
          },
        ],
        "records": 3,
        "values": 2,
      },
      {
        "column": "県",
        "examples": [
          {
            "records": 2,
            "value": "A",
          },
          {
            "records": 2,
            "value": "B",
          },
          {
            "records": 2,
            "value": "C",
          },
        ],
        "records": 6,
        "values": 3,
      },
    ]
  `);
  expect(await countAlone(run, found, ['c0', 'c1'])).toBe(2);
  expect(await countAlone(run, found, ['c0', 'c1', 'c2'])).toBe(6);
  expect(await countAlone(run, found, ['c1'])).toBe(0);
  const many = await loadFound(run, ['値', ...Array.from({ length: 25 }, (_, index) => `v${index}`)]);
  const [all] = await listSingularValues(run, many, ['c0'], 2);
  expect([all?.values, all?.records, all?.examples.length, all?.examples[1]?.value]).toEqual([25, 25, 20, 'v1']);
});
