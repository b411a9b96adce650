import { createHash, createHmac } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import {
  column,
  expectationOf,
  type Lines,
  lineOf,
  loadFound,
  loadSource,
  loadTable,
  recipeOf,
} from '../../../test/support/foundTable.ts';
import { openTestRun } from '../../../test/support/openTestRun.ts';
import type { HierarchyChoice, OutputChoice, RecipeColumn, Treatment } from '../recipe/recipe.ts';
import { sql, statement } from '../sql.ts';
import { orderKey, placeSql } from '../write/rowSql.ts';
import { checkDerivedRows } from './checkDerivedRows.ts';
import { checkGeneralizedValues } from './checkGeneralizedValues.ts';
import { checkOrder } from './checkOrder.ts';
import { checkPseudoIds } from './checkPseudoIds.ts';
import type { Expectation } from './expectation.ts';
import { holdersOfOutput } from './holdersOfOutput.ts';

const { run, close } = await openTestRun();
afterAll(close);

const pseudoId = (length: number) => ({ kind: 'pseudoId', item: 3, length }) as const;

describe('(5) generalized values', () => {
  const csv = { kind: 'csv', csv: 'towns.csv', delimiter: ',', encoding: 'utf-8' } as const;
  const bands = { kind: 'bands', widths: [5, 10], from: 0, unreadable: 'refuse' } as const;
  const place = (name: string, hierarchy: HierarchyChoice, ...treatments: Treatment[]): RecipeColumn => ({
    ...column(name, 'quasi', ...treatments),
    hierarchy,
  });
  const towns = [
    ['本町', '中区', '市'],
    ['港町', '中区', '市'],
    ['原', '緑区', '市'],
  ];
  /** With the level of each column; several: local recoding. */
  const check = async (
    lines: Lines,
    columns: readonly RecipeColumn[],
    levels: number | readonly number[],
    { output = {}, ...given }: Partial<Expectation> & { readonly output?: Partial<OutputChoice> } = {},
  ) => {
    const found = await loadFound(run, lines);
    const sets = [levels].flat().map((level) => Object.fromEntries(columns.map(({ name }) => [name, level])));
    const expected = expectationOf(recipeOf(columns, {}, output), {
      ...{ sourceHeader: found.header, levels: sets.at(-1) ?? {}, levelSets: sets },
      ...{ generalizations: { 町: towns }, ...given },
    });
    return (await checkGeneralizedValues(run, found, expected, null)).map(lineOf);
  };

  test('of a hierarchy file are those of its rows at the level, marks apart; five others are shown, the rarest first', async () => {
    const town = [place('町', csv)];
    expect(await check(['町', '中区', '緑区', '*'], town, 1)).toEqual([
      '5 generalizedValues 合 {"cells":0} 「町」は、どの値も階層の段階 1 の値です。',
    ]);
    expect(await check(['町', '本町', '原'], town, 0)).toEqual([
      '5 generalizedValues 合 {"cells":0} 「町」は、どの値も階層の段階 0（そのまま）の値です。',
    ]);
    const foreign = ['本町', '本町', 'f', 'e', 'd', 'c', 'b', '市'];
    expect(await check(['町', '中区', ...foreign], town, 1)).toEqual([
      '5 generalizedValues 否 {"cells":8} 「町」に、階層の段階 1 にない値が 8 件あります（「b」「c」「d」「e」「f」）。',
    ]);
    // with local recoding each part has levels of its own
    expect(await check(['町', '本町', '中区', '市'], town, [2, 0, 2])).toEqual([
      '5 generalizedValues 否 {"cells":1} 「町」に、階層の段階 0（そのまま）、段階 2 にない値が 1 件あります（「中区」）。',
    ]);
  });

  test('where characters were replaced, only the values that hold the replacement can not be told', async () => {
    const town = [place('町', csv)];
    const given = { output: { replacement: '〓' } };
    expect(await check(['町', '中区', '緑〓', '〓区', '*'], town, 1, given)).toEqual([
      '5 generalizedValues 合 {"cells":0} 「町」は、どの値も階層の段階 1 の値です（置き換えた文字「〓」を含む 2 件は、元の文字が分からないので除きます）。',
    ]);
    expect((await check(['町', '中区', '緑〓', '本町'], town, 1, given))[0]).toMatch(
      /^5 generalizedValues 否 {"cells":1}/,
    );
    expect((await check(['町', '緑〓'], town, 1))[0]).toMatch(/^5 generalizedValues 否 {"cells":1}/);
  });

  test('of a rule look as its level makes them; at its top all are suppressed; a label of a coding stays', async () => {
    const age = [place('年齢', bands)];
    expect((await check(['年齢', '30-34', '35-39'], age, 1))[0]).toMatch(/^5 generalizedValues 合 /);
    expect((await check(['年齢', '30-34', '30-39'], age, 1))[0]).toMatch(/^5 generalizedValues 否 {"cells":1}/);
    expect((await check(['年齢', '*', '*'], age, 3))[0]).toMatch(/^5 generalizedValues 合 /);
    expect((await check(['年齢', '*', '30-39', '<0'], age, 3))[0]).toMatch(/^5 generalizedValues 否 {"cells":2}/);
    expect((await check(['年齢', '30-34', '30-39'], age, [1, 2]))[0]).toMatch(/^5 generalizedValues 合 /);
    // values that nothing generalized may be any text
    expect(await check(['年齢', 'x'], age, 0)).toEqual([]);
    const coded = [place('年齢', bands, { kind: 'topCode', item: 4, from: 80, label: '80歳以上', atLeast: null })];
    expect((await check(['年齢', '30-34', '80歳以上'], coded, 1))[0]).toMatch(/^5 generalizedValues 合 /);
    const plain = [place('年齢', { kind: 'none' })];
    expect((await check(['年齢', '*', 'x'], plain, 1))[0]).toMatch(/^5 generalizedValues 否 {"cells":1}/);
    expect((await check(['年齢', '*'], plain, 1))[0]).toMatch(/^5 generalizedValues 合 /);
  });

  test('what can not be told is said with its reason, and each quasi-identifier is told of in its turn', async () => {
    const said = async (hierarchy: HierarchyChoice, given: Parameters<typeof check>[3] = {}) =>
      (await check(['町', 'x'], [place('町', hierarchy)], 1, given))[0];
    expect(await said(csv, { generalizations: {} })).toBe(
      '5 generalizedNotChecked 合 {} 「町」の値が階層の段階 1 の値かは確かめていません。階層の行が多く、報告書に写していないためです。',
    );
    expect(await said({ ...bands, unreadable: 'keep' })).toContain('（unreadable: keep）');
    const builtIn = { name: 'municipality', levels: ['prefecture'] } as const;
    const areas = { kind: 'builtIn', builtIn, unreadable: 'refuse' } as const;
    expect(await said(areas)).toContain('市区町村の表が渡されていないためです。');
    const two = [place('町', csv), place('年齢', bands), column('病名', 'sensitive')];
    const findings = await check(['年齢,病名,町', '30-34,x,中区'], two, 1);
    expect(findings.map((one) => /「.+?」/.exec(one)?.[0])).toEqual(['「年齢」', '「町」']);
  });

  test('a value that the last treatment cut to a level by a rule is one of that level, whoever may see it', async () => {
    const phone: Treatment = {
      ...{ kind: 'builtInLevel', item: 1, unreadable: 'refuse' },
      builtIn: { name: 'phone', levels: ['area'] },
    };
    const cut = (...treatments: Treatment[]) => [column('電話', 'other', ...treatments)];
    expect((await check(['電話', '090-', '*'], cut(phone), 0))[0]).toMatch(/^1 generalizedValues 合 /);
    expect((await check(['電話', '090-1234'], cut(phone), 0))[0]).toMatch(/^1 generalizedValues 否 {"cells":1}/);
    // a treatment of a later item comes after it, in whatever order they are written
    const later = { kind: 'truncateAfter', item: 5, separator: '0' } as const;
    expect(await check(['電話', '090-1234'], cut(later, phone), 0)).toEqual([]);
    expect(await check(['電話', '090-1234'], cut({ ...later, item: 1 }, { ...phone, item: 5 }), 0)).toHaveLength(1);
    expect(await check(['電話', '090-1234'], cut(phone), 1)).toEqual([]);
  });
});

describe('rows that the recipe makes of the source once more', () => {
  const columns = [column('町', 'quasi'), column('病名', 'sensitive'), column('番号', 'linkingCode', pseudoId(8))];
  const check = async (lines: readonly string[], made: readonly string[] | null, own = columns) => {
    const found = await loadFound(run, ['町,病名,番号', ...lines]);
    if (made) await loadTable(run, 'released', ['w0,w1,w2,n', ...made]);
    const ids = made && own.map(({ name }) => `w${columns.findIndex((one) => one.name === name)}`);
    return (await checkDerivedRows(run, found, expectationOf(recipeOf(own)), ids)).map(lineOf);
  };
  const made = ['本町,風邪,x,2', 'null,骨折,y,1'];

  test('are those of the output, in whatever order, suppressed cells as their mark, pseudo-IDs apart', async () => {
    expect(await check(['*,骨折,1', '本町,風邪,2', '本町,風邪,3'], made)).toEqual([
      'null derivedRows 合 {"records":0} 出力のどの行も、元のデータに手順書をもう一度当てた結果と一致します。',
    ]);
    expect(await check(['*,骨折,1'], made, columns.slice(2))).toEqual([]);
    const [said, ...others] = await check(['*,骨折,1'], null);
    expect([said, others]).toEqual([expect.stringMatching(/^null notDerived 合 .*--recipe/), []]);
  });

  test('a changed value is told with its columns, a changed combination as such', async () => {
    const told = async (...lines: string[]) => (await check(lines, made))[0];
    expect(await told('*,骨折,1', '本町,風邪,2', '港町,風邪,3')).toBe(
      'null derivedRows 否 {"records":1} 元のデータに手順書をもう一度当てた結果にない行が、出力に 1 行あります（「町」の値が違います）。',
    );
    expect(await told('*,骨折,1', '本町,風邪,2', '港町,肺炎,3')).toContain('（「町」「病名」の値が違います）');
    expect(await told('*,風邪,1', '本町,骨折,2', '本町,風邪,3')).toContain(' 2 行あります（値の組合せが違います）');
  });

  test('rows too many and rows too few are added up', async () => {
    const recordsOf = async (...lines: string[]) => /"records":(\d+)/.exec((await check(lines, made))[0] ?? '')?.[1];
    expect(await recordsOf('*,骨折,1', ...Array(3).fill('本町,風邪,2'), '港町,風邪,3', '港町,風邪,3')).toBe('3');
    expect(await recordsOf()).toBe('3');
  });
});

describe('(3) pseudo-IDs', () => {
  const columns = [column('仮番号', 'linkingCode', pseudoId(16)), column('町', 'quasi')];
  const good = ['0123456789abcdef', 'fedcba9876543210', '00000000000000ff'] as const;

  test('are as many hexadecimal characters as were asked for, or nothing', async () => {
    const check = async (...ids: string[]) => {
      const found = await loadFound(run, ['仮番号,町', ...ids.map((id) => `${id},本町`)]);
      return (await checkPseudoIds(run, found, expectationOf(recipeOf(columns)), null)).map(lineOf);
    };
    expect(await check(...good, good[0], '')).toEqual([
      '3 pseudoIds 合 {"cells":0} 「仮番号」は 16 文字の仮ID（3 種類）だけです。',
    ]);
    expect(await check(good[0], '0123456789ABCDEF', '0123', '0123', `${good[1]}0`)).toEqual([
      '3 pseudoIds 否 {"cells":4} 「仮番号」に、仮ID の形でない値が 4 件あります。',
    ]);
  });

  const { seed } = recipeOf([]);
  const digests: Readonly<Record<string, (text: string) => string>> = {
    MD5: (text) => createHash('md5').update(text).digest('hex').slice(0, 16),
    'the end of MD5': (text) => createHash('md5').update(text).digest('hex').slice(-16),
    'the end of SHA-1': (text) => createHash('sha1').update(text).digest('hex').slice(-16),
    'SHA-256': (text) => createHash('sha256').update(text).digest('hex').slice(0, 16),
    'SHA-512': (text) => createHash('sha512').update(text).digest('hex').slice(0, 16),
    'SHA3-256': (text) => createHash('sha3-256').update(text).digest('hex').slice(0, 16),
    'an HMAC under the seed as text': (text) => createHmac('sha256', seed).update(text).digest('hex').slice(0, 16),
    'an HMAC under the seed as bytes': (text) =>
      createHmac('sha256', Buffer.from(seed, 'hex')).update(text).digest('hex').slice(0, 16),
    'SHA-256 behind the seed': (text) => createHash('sha256').update(`${seed}${text}`).digest('hex').slice(0, 16),
  };
  test.each(Object.entries(digests))(
    'that are %s of a value of any column of the source are found',
    async (_, digestOf) => {
      const source = await loadSource(run, ['氏名,番号', '見本一,1', '見本二,2', '見本三,', ',']);
      const recomputed = async (...ids: string[]) => {
        // the digest in another column is no pseudo-ID
        const found = await loadFound(run, ['仮番号,町', ...ids.map((id) => `${id},${digestOf('見本三')}`)]);
        const checks = await checkPseudoIds(run, found, expectationOf(recipeOf(columns)), source);
        return checks.slice(1).map(lineOf);
      };
      expect(await recomputed(...good)).toEqual([
        '3 recomputable 合 {"recomputed":0} 「仮番号」の仮ID は、元のデータのどの項目の値からも、鍵のない一般的なハッシュでは計算できません。',
      ]);
      expect(await recomputed(good[0], digestOf('見本一'), digestOf('2'))).toEqual([
        '3 recomputable 否 {"recomputed":2} 「仮番号」の仮ID のうち 2 種類は、元のデータの値のハッシュです。',
      ]);
      // of nothing there is nothing to compute
      expect((await recomputed(digestOf('')))[0]).toMatch(/^3 recomputable 合/);
    },
  );
});

describe('(3) the order of the rows', () => {
  const rows = ['本町,風邪', '本町,骨折', '港町,風邪', '港町,骨折', '原,風邪', '原,風邪', '原,骨折'];
  const check = async (lines: readonly string[], keptOrder: string | null = null) => {
    const found = await loadFound(run, ['町,病名', ...lines]);
    const [one, ...others] = await checkOrder(run, found, expectationOf(recipeOf([], { keptOrder })));
    expect(others).toEqual([]);
    return one && lineOf(one);
  };
  const ordered = async () => {
    await loadFound(run, ['町,病名', ...rows]);
    const place = placeSql(orderKey(recipeOf([]).seed), [sql`c0`, sql`c1`]);
    const sorted = await run.rows<{ line: string; n: bigint }>(
      statement(sql`SELECT c0 || ',' || c1 AS line, n FROM found ORDER BY ${place}`),
    );
    return sorted.flatMap(({ line, n }) => Array<string>(Number(n)).fill(line));
  };

  test('is that of their own contents, equal rows side by side', async () => {
    const right = await ordered();
    expect(await check(right)).toBe(
      '3 rowOrder 合 {"scattered":0,"misplaced":0} 行の順は、出力の行の内容だけから鍵付きで決まり、元のデータの順を含みません。',
    );
    // six distinct rows backwards: each of the five after the first stands behind a larger one
    expect(await check(right.toReversed())).toBe(
      '3 rowOrder 否 {"scattered":0,"misplaced":5} 行の順が、出力の行の内容から決まる順と 5 か所で違います。',
    );
    const twice = '原,風邪';
    const at = right.indexOf(twice);
    const apart = at === 0 ? [...right.slice(1), twice] : [twice, ...right.toSpliced(at, 1)];
    expect(await check(apart)).toMatch(/^3 rowOrder 否 {"scattered":1,/);
    expect(await check(right.toReversed(), '検査の試験のため')).toBe(
      '3 rowOrder 合 {} 行の順は元のデータのままです（理由: 検査の試験のため）。',
    );
  });
});

describe('who stands behind the output is told by the output', () => {
  const key = column('番号', 'linkingCode', pseudoId(8));
  const holders = async (
    columns: readonly RecipeColumn[],
    {
      personKey = ['番号'],
      persons = 2,
      output = {},
    }: {
      readonly personKey?: readonly string[];
      readonly persons?: number | null;
      readonly output?: Partial<OutputChoice>;
    } = {},
  ) => {
    await run.execute({ text: 'DROP TABLE IF EXISTS holders' });
    const found = await loadFound(run, ['町,番号', '本町,a', '本町,a', '本町,b', '*,b']);
    const recipe = recipeOf(columns, { personKey }, output);
    return holdersOfOutput(run, found, expectationOf(recipe, { persons, sourceHeader: found.header }));
  };
  const town = column('町', 'quasi');

  test('where each column that tells persons apart is written unchanged or as a pseudo-ID', async () => {
    for (const one of [key, column('番号', 'other')]) {
      expect(await holders([town, one])).toEqual({ persons: 2, suppressedAs: '*', ids: ['w0', 'w1'] });
      const rows = await run.rows<object>({
        text: 'SELECT w0, w1, CAST(n AS INTEGER) AS n, person FROM holders ORDER BY ALL',
      });
      expect(rows.map((row) => Object.values(row).join())).toEqual(['*,b,1,b', '本町,a,2,a', '本町,b,1,b']);
    }
    // two columns are told apart from one whose texts run together
    expect(await holders([column('町', 'other'), key], { personKey: ['番号', '町'] })).not.toBeNull();
    expect(
      await run.rows({ text: "SELECT DISTINCT person FROM holders WHERE person = 'a' || chr(31) || '本町'" }),
    ).toHaveLength(1);
  });

  test('and not where one is left out, generalized or treated, or texts were replaced, or nobody is counted', async () => {
    const cut = { kind: 'truncateAfter', item: 1, separator: '-' } as const;
    const none = [
      await holders([town]),
      await holders([town, column('番号', 'quasi')]),
      await holders([town, column('番号', 'other', cut)]),
      await holders([town, column('番号', 'other', pseudoId(8), cut)]),
      await holders([town, key], { personKey: ['番号', '氏名'] }),
      await holders([town, key], { personKey: ['番号', '町'] }),
      await holders([town, key], { output: { replacement: '〓' } }),
      await holders([town, key], { personKey: [] }),
      await holders([town, key], { persons: null }),
    ];
    expect(none).toEqual(none.map(() => null));
  });
});
