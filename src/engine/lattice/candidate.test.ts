import { expect, test } from 'vitest';
import { type Candidate, isBetter } from './candidate.ts';

test('losses that differ by 1e-12 or less are equal', () => {
  const [cheap, few]: Candidate[] = [
    { loss: 0, suppressed: 2, levels: [0] },
    { loss: 1e-12, suppressed: 1, levels: [0] },
  ];
  if (!cheap || !few) throw new Error('two candidates');
  expect([isBetter(few, cheap), isBetter(cheap, few), isBetter(cheap, { ...few, loss: 1.1e-12 })]).toEqual([
    true,
    false,
    true,
  ]);
});

test('least loss, then fewest suppressed, then the smaller sum of levels, then the smaller levels', () => {
  // from the best to the worst; losses that differ by rounding only are equal
  const ordered: Candidate[] = [
    { loss: 0.1, suppressed: 9, levels: [3, 3] },
    { loss: 0.2 + 2e-13, suppressed: 1, levels: [3, 3] },
    { loss: 0.2, suppressed: 2, levels: [0, 1] },
    { loss: 0.2 - 2e-13, suppressed: 2, levels: [0, 2] },
    { loss: 0.2, suppressed: 2, levels: [1, 1] },
    { loss: 0.2, suppressed: 2, levels: [2, 0] },
    { loss: 0.2 + 2e-12, suppressed: 0, levels: [0, 0] },
  ];
  for (const [place, one] of ordered.entries())
    expect(ordered.map((other) => isBetter(one, other))).toEqual(ordered.map((_, other) => place < other));
});
