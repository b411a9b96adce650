import { expect, test } from 'vitest';
import { readRecipe } from '../recipe/readRecipe.ts';
import { meaningForClasses } from './meaningForClasses.ts';

const meaning = (columns: object, records: readonly object[] = [], change: object = {}) =>
  meaningForClasses(
    readRecipe(JSON.stringify({ source: { path: 'a.csv' }, columns, records, privacy: { k: 2 }, ...change }), ''),
  );

test('a recipe without draws needs no words', () => {
  expect(meaning({ 年齢: { role: 'quasi', treat: [{ topCode: { from: 80 } }] } })).toEqual([]);
});

test('each draw says what k counts, and names what it does not guarantee', () => {
  const noise = { addNoise: { distribution: 'laplace', scale: 3 } };
  const [ofQuasi, ofSensitive, ofOther, ...more] = meaning({
    年齢: { role: 'quasi', treat: [noise] },
    病名: { role: 'sensitive', treat: [{ swap: { rate: 0.1 } }] },
    歩数: { role: 'other', treat: [noise] },
  });
  expect(ofQuasi).toMatch(/「年齢」.*出力から数え直した値.*差分プライバシーの保証でもありません/);
  expect(ofSensitive).toMatch(/「病名」.*真の値についての保証ではありません.*k に数えていません/);
  expect(ofOther).toMatch(/「歩数」.*k の計算に入りません/);
  expect(more).toEqual([]);
});

test('pseudo-IDs, samples and synthetic records say that they are not in k', () => {
  const [pseudoId, sample, synthetic] = meaning(
    { 番号: { role: 'linkingCode', treat: [{ pseudoId: {} }] }, 年齢: { role: 'quasi' } },
    [{ sample: { share: 0.5 } }, { synthesize: { share: 0.1 } }],
  );
  expect(pseudoId).toMatch(
    /「番号」は仮ID.*鍵は作成の直後に破棄し、元の符号との対応表は作っていません.*人数の k ではありません/,
  );
  const columns = { 番号: { role: 'linkingCode', treat: [{ pseudoId: {} }] }, 年齢: { role: 'quasi' } };
  expect(meaning(columns, [], { person: { key: ['番号'] } })).toEqual([
    expect.stringContaining('k は人数で数えています'),
  ]);
  expect(sample).toMatch(/抽出した後の記録で数えた値/);
  expect(synthetic).toMatch(/「疑似データ」が 1 の記録は疑似データ.*どれにも数えていません/);
});
