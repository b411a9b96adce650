import { expect, test } from 'vitest';
import { effortFee } from './fee.ts';

const rule = { kind: 'effort', baseYen: 21_000, yenPerHour: 3950, hourRounding: 'up' } as const;

test('scenario 59, 1c-22: three third parties at 210 yen add 630, and only where a rule charges for them', () => {
  const effort = { minutes: [732], outsourcingYen: null };
  const charged = effortFee(rule, { ...effort, thirdParties: { asked: 3, yenEach: 210 } });
  expect(charged.total).toBe(72_350 + 630);
  expect(charged.lines.at(-1)).toEqual({ id: 'thirdParties', yen: 630 });
  expect(effortFee(rule, effort).total).toBe(72_350);
});
