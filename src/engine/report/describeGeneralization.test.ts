import { expect, test } from 'vitest';
import { readRecipe } from '../recipe/readRecipe.ts';
import { describeGeneralization } from './describeGeneralization.ts';

const columnOf = (document: object) => {
  const recipe = { source: { path: 'a.csv' }, columns: { 列: document }, privacy: { k: 2 } };
  const [column] = readRecipe(JSON.stringify(recipe), '').columns;
  if (!column) throw new Error('no column');
  return column;
};
const quasi = (hierarchy: object, more: object = {}) => ({ role: 'quasi', hierarchy, ...more });
const generalize = (by: object) => [{ generalize: by }];

test.each<[string, object, number[], string | null]>([
  ['ages', quasi({ builtIn: 'age', widths: [5, 10] }), [1], '一般化（5歳刻み）'],
  ['addresses', quasi({ builtIn: 'address', levels: ['town', 'municipality'] }), [2], '一般化（市区町村まで）'],
  ['postal codes', quasi({ builtIn: 'postalCode' }), [1], '一般化（上 3 桁まで）'],
  ['days', quasi({ builtIn: 'date' }), [3], '一般化（年代まで）'],
  ['codes', quasi({ redact: {} }), [2], '一般化（末尾 2 字を隠す）'],
  ['a file', quasi({ csv: 'secret.csv' }), [2], '一般化（区分の表の段階 2。最も粗い段階は 4）'],
  ['nothing but itself', { role: 'quasi' }, [1], '一般化（すべての値を隠す）'],
  ['the top of a rule', quasi({ builtIn: 'age', widths: [5] }), [2], '一般化（すべての値を隠す）'],
  [
    'all hidden after a treatment',
    { role: 'quasi', treat: generalize({ datePart: 'year' }) },
    [1],
    '一般化（すべての値を隠す）',
  ],
  ['level 0', quasi({ builtIn: 'age' }), [0], null],
  [
    'parts of their own levels',
    quasi({ builtIn: 'age' }),
    [2, 0, 1, 2],
    '一般化（記録により そのまま・5歳刻み・10歳刻み）',
  ],
  ['a treatment', { role: 'other', treat: generalize({ datePart: 'month' }) }, [0], '一般化（年月まで）'],
  ['a cut', { role: 'other', treat: generalize({ truncateAfter: '-' }) }, [0], '一般化（「-」より後ろの削除）'],
  [
    'a built-in level',
    { role: 'other', treat: generalize({ builtIn: 'address', level: 'municipality' }) },
    [0],
    '一般化（市区町村まで）',
  ],
  [
    'a level of a file',
    { role: 'other', treat: generalize({ csv: 'secret.csv', level: 1 }) },
    [0],
    '一般化（区分の表の段階 1）',
  ],
  [
    'a treatment and the search',
    quasi({ bands: { widths: [5, 10], from: 1900 } }, { treat: generalize({ datePart: 'year' }) }),
    [1],
    '一般化（年まで、5 刻み）',
  ],
  ['another treatment', { role: 'other', treat: [{ topCode: { from: 90, label: '90以上' } }] }, [0], null],
])('a column is said to be generalized as far as its values show: %s', (_, document, levels, words) => {
  expect(describeGeneralization(columnOf(document), { levels, topLevel: 4 })).toBe(words);
});
