import { expect, test } from 'vitest';
import { riskFigures } from './riskFigures.ts';

test('hand-worked: classes of 2, 3 and 5 records', () => {
  const risk = riskFigures({ units: 10, classes: 3, smallest: 2, uniques: 0 }, 'records');
  const each = [2, 2, 3, 3, 3, 5, 5, 5, 5, 5].map((size) => 1 / size);
  expect(risk.prosecutorMax).toBe(Math.max(...each));
  expect(risk.prosecutorMean).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / 10, 12);
  expect(risk).toMatchObject({ journalistMax: 0.5, marketer: 0.3, uniques: 0, uniqueShare: 0 });
});

test('one in four is alone', () => {
  expect(riskFigures({ units: 4, classes: 2, smallest: 1, uniques: 1 }, 'persons')).toEqual({
    ...{ countedIn: 'persons', units: 4, classes: 2, uniques: 1, uniqueShare: 0.25 },
    ...{ prosecutorMax: 1, prosecutorMean: 0.5, journalistMax: 1, marketer: 0.5 },
  });
});

test('nothing risks nothing', () => {
  const { prosecutorMax, prosecutorMean, uniqueShare } = riskFigures(
    { units: 0, classes: 0, smallest: null, uniques: 0 },
    'records',
  );
  expect([prosecutorMax, prosecutorMean, uniqueShare]).toEqual([0, 0, 0]);
});
