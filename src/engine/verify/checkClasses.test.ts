import { afterAll, expect, test } from 'vitest';
import {
  column,
  expectationOf,
  type Lines,
  lineOf,
  loadFound,
  loadTable,
  recipeOf,
} from '../../../test/support/foundTable.ts';
import { openTestRun } from '../../../test/support/openTestRun.ts';
import type { OutputChoice, Recipe } from '../recipe/recipe.ts';
import { checkClasses } from './checkClasses.ts';
import type { Expectation } from './expectation.ts';

const { run, close } = await openTestRun();
afterAll(close);

const columns = [
  column('町', 'quasi'),
  column('年齢', 'quasi'),
  column('病名', 'sensitive'),
  column('職業', 'sensitive'),
];
const header = '町,年齢,病名,職業';
const lines: Lines = [
  header,
  ...['本町,30,風邪,農業', '本町,30,風邪,漁業', '本町,30,骨折,林業', '港町,40,風邪,農業', '港町,40,骨折,農業'],
];

async function check(
  table: Lines,
  recipe: Partial<Recipe>,
  { synthetic = 0, ...expected }: Partial<Expectation> & { readonly synthetic?: number } = {},
  output: Partial<OutputChoice> = {},
) {
  const found = await loadFound(run, table);
  const withSynthetic = { ...found, rows: found.rows + synthetic, synthetic };
  const { checks, ...others } = await checkClasses(
    run,
    withSynthetic,
    expectationOf(recipeOf(columns, recipe, output), expected),
  );
  const told = checks.map((one) => lineOf(one).replace(/\d\.\d{7,}/g, (number) => Number(number).toFixed(6)));
  return { lines: told, ...others };
}

test('(5) every combination of quasi-identifiers stands in k records, and the risk is that of the real records', async () => {
  const three = await check(lines, { k: 3 }, { synthetic: 4 });
  expect(three.lines).toEqual([
    '5 k 否 {"k":3,"smallestClass":2,"recordsBelow":2} 3 件に満たない組合せの記録が 2 件あります。',
  ]);
  expect(three).toMatchObject({ covered: true, classes: { classes: 2, smallestClass: 2, markedRecords: 0 } });
  expect(three.risk).toMatchObject({ countedIn: 'records', units: 5, classes: 2, prosecutorMax: 1 / 2, uniques: 0 });
  expect((await check(lines, { k: 2 })).lines).toEqual([
    '5 k 合 {"k":2,"smallestClass":2,"recordsBelow":0} 同じ組合せの記録は、どの組合せでも 2 件以上です。',
  ]);
  const alone = await check([...lines, '港町,50,風邪,農業'], { k: 1 });
  expect([alone.covered, alone.risk?.uniques]).toEqual([false, 1]);
});

test('records that are all marks are no class where so many were suppressed, and else a class like any other', async () => {
  const marked = (number: number): Lines => [...lines, ...Array(number).fill('*,*,骨折,農業')];
  const mark = { suppressedRecords: 'mark' } as const;
  const two = await check(marked(2), { k: 2 }, { suppressedRecords: 2 }, mark);
  expect(two.lines[1]).toBe(
    '5 markedRecords 合 {"markedRecords":2,"suppressedRecords":2} 隠した印だけの記録は 2 件で、組合せに数えていません。',
  );
  expect(two).toMatchObject({ covered: true, classes: { classes: 2, markedRecords: 2 }, risk: { units: 5 } });
  // one alone is known by its mark
  expect((await check(marked(1), { k: 2 }, { suppressedRecords: 1 }, mark)).covered).toBe(false);
  const wrong = await check(marked(2), { k: 2 }, { suppressedRecords: 1 }, mark);
  expect(wrong.lines[1]).toMatch(/^5 markedRecords 否 .* 2 件ありますが、隠した記録は 1 件です。/);
  const none = await check(marked(2), { k: 2 }, {}, mark);
  expect([none.lines.length, none.classes.classes, none.classes.markedRecords]).toEqual([2, 3, 0]);
  const dropped = await check(marked(2), { k: 2 }, { suppressedRecords: 2 });
  expect([dropped.lines.length, dropped.classes.classes, dropped.classes.markedRecords]).toEqual([1, 3, 0]);
  // in a workbook a mark is an empty cell
  const empty: Lines = [...lines, ',,骨折,農業', ',,骨折,農業'];
  const workbook = await check(empty, { k: 2 }, { suppressedRecords: 2 }, { ...mark, format: 'xlsx' });
  expect(workbook.classes).toMatchObject({ classes: 2, markedRecords: 2 });
});

const distributions = {
  病名: [
    { value: '風邪', records: 3 },
    { value: '骨折', records: 2 },
  ],
  職業: [
    { value: '農業', records: 3 },
    { value: '漁業', records: 1 },
    { value: '林業', records: 1 },
  ],
};
const hierarchies = {
  病名: [
    ['風邪', '*'],
    ['骨折', '*'],
  ],
};

test('(5) each criterion is recounted on its own column, with its worst class and the records that fail it', async () => {
  const { lines: told } = await check(
    lines,
    {
      k: 2,
      diversity: [
        { column: '病名', model: 'distinct', l: 2 },
        { column: '職業', model: 'distinct', l: 2 },
        { column: '病名', model: 'entropy', l: 2 },
        { column: '病名', model: 'recursive', l: 2, c: 1.5 },
      ],
      closeness: [
        { column: '病名', t: 0.05, distance: 'equal' },
        { column: '病名', t: 0.1, distance: 'ordered' },
        { column: '病名', t: 0.1, distance: 'hierarchical' },
      ],
      shares: [
        { column: '職業', model: 'frequency', alpha: 0.5, values: ['農業'] },
        { column: '病名', model: 'disclosure', delta: 1, values: 'all' },
        { column: '職業', model: 'likeness', beta: 1, form: 'basic' },
      ],
    },
    { distributions, hierarchies },
  );
  expect(told.slice(1)).toMatchInlineSnapshot(`
    [
      "5 diversity 合 {"l":2,"worst":2,"recordsFailing":0} 「病名」の値の多様性（値が 2 種類以上）は、どの組合せでも満たされています。",
      "5 diversity 否 {"l":2,"worst":1,"recordsFailing":2} 「職業」の値の多様性（値が 2 種類以上）を満たさない組合せの記録が 2 件あります。",
      "5 diversity 否 {"l":2,"worst":1.889882,"recordsFailing":3} 「病名」の値の多様性（散らばり（エントロピー）が 2 種類分以上）を満たさない組合せの記録が 3 件あります。",
      "5 diversity 否 {"l":2,"worst":0.5,"recordsFailing":3} 「病名」の値の多様性（最も多い値の偏りが c=1.5、l=2 の範囲）を満たさない組合せの記録が 3 件あります。",
      "5 closeness 否 {"t":0.05,"worst":0.100000,"recordsFailing":5} 「病名」の割合の差（どの値の違いも同じに見る）が 0.05 を超える組合せの記録が 5 件あります。",
      "5 closeness 合 {"t":0.1,"worst":0.100000,"recordsFailing":0} 「病名」の割合の差（値の順序で見る）は、どの組合せでも 0.1 以下です。",
      "5 closeness 合 {"t":0.1,"worst":0.100000,"recordsFailing":0} 「病名」の割合の差（値の階層で見る）は、どの組合せでも 0.1 以下です。",
      "5 frequency 否 {"alpha":0.5,"worst":1,"recordsFailing":2} 「職業」の値の割合の上限（α 0.5）を満たさない組合せの記録が 2 件あります。",
      "5 disclosure 合 {"delta":1,"worst":0.321928,"recordsFailing":0} 「病名」の割合の変わり方の限度（δ 1）は、どの組合せでも満たされています。",
      "5 likeness 合 {"beta":1,"worst":0.666667,"recordsFailing":0} 「職業」の割合の増え方の限度（β 1、basic）は、どの組合せでも満たされています。",
    ]
  `);
});

test('in persons, without those who stand behind the records, only what records can show is recounted', async () => {
  const recipe: Partial<Recipe> = {
    ...{ k: 2, personKey: ['番号'] },
    diversity: [
      { column: '病名', model: 'entropy', l: 2 },
      { column: '病名', model: 'distinct', l: 2 },
    ],
    closeness: [{ column: '職業', t: 0.1, distance: 'equal' }],
    shares: [{ column: '病名', model: 'disclosure', delta: 1, values: 'all' }],
  };
  const { lines: told, risk } = await check(lines, recipe, { distributions });
  expect(risk).toBeNull();
  expect(told).toMatchInlineSnapshot(`
    [
      "5 k 合 {"k":2,"smallestClass":2,"recordsBelow":0} 同じ組合せの記録は、どの組合せでも 2 件以上です。",
      "5 personsNotRecounted 合 {} k = 2 人、「病名」「職業」の割合の条件は、数え直していません。人を見分ける項目「番号」が出力になく、出力だけでは人数が分からないためです。--source で元のデータを示すと数え直します。件数では数え直しました。",
      "5 diversity 合 {"l":2,"worst":2,"recordsFailing":0} 「病名」の値の多様性（値が 2 種類以上）は、どの組合せでも満たされています。",
    ]
  `);
  const plain = await check(lines, { k: 2, personKey: ['番号'] });
  expect(plain.lines[1]).toContain('k = 2 人は、数え直していません。');
});

test('in persons, with those who stand behind the records, every criterion is recounted in persons', async () => {
  const holders = { persons: 3, suppressedAs: '*', ids: ['w0', 'w1', 'w2', 'w3'] };
  await loadTable(run, 'holders', [
    'w0,w1,w2,w3,person,n',
    ...['本町,30,風邪,農業,p,1', '本町,30,風邪,漁業,p,1', '本町,30,骨折,林業,q,1'],
    ...['港町,40,風邪,農業,q,1', '港町,40,骨折,農業,r,1'],
  ]);
  const { lines: told, risk } = await check(
    lines,
    {
      ...{ k: 2, personKey: ['番号'] },
      diversity: [{ column: '病名', model: 'entropy', l: 2 }],
      closeness: [{ column: '病名', t: 0.2, distance: 'equal' }],
      shares: [{ column: '職業', model: 'frequency', alpha: 0.5, values: null }],
    },
    // two persons with each illness, and of three two farmers
    {
      holders,
      distributions: {
        ...distributions,
        病名: [
          { value: '風邪', records: 2 },
          { value: '骨折', records: 2 },
        ],
      },
    },
  );
  expect(risk).toMatchObject({ countedIn: 'persons', units: 4, classes: 2 });
  expect(told).toMatchInlineSnapshot(`
    [
      "5 k 合 {"k":2,"smallestClass":2,"recordsBelow":0} 同じ組合せの記録は、どの組合せでも 2 件以上です。",
      "5 persons 合 {"k":2,"smallest":2,"below":0,"unknown":0} どの組合せにも、2 人以上の人の記録があります。",
      "5 diversity 合 {"l":2,"worst":2,"recordsFailing":0} 「病名」の値の多様性（散らばり（エントロピー）が 2 種類分以上）は、どの組合せでも満たされています。",
      "5 closeness 合 {"t":0.2,"worst":0,"recordsFailing":0} 「病名」の割合の差（どの値の違いも同じに見る）は、どの組合せでも 0.2 以下です。",
      "5 frequency 否 {"alpha":0.5,"worst":1,"recordsFailing":2} 「職業」の値の割合の上限（α 0.5）を満たさない組合せの記録が 2 件あります。",
    ]
  `);
});
