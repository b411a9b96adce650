import { expect, test } from 'vitest';
import { type FlowStep, refuseBrokenFlow } from './rowFlow.ts';

const sound: readonly FlowStep[] = [
  { step: 'import', rowsIn: 10, leftOut: 1, rowsOut: 9 },
  { step: 'treat', rowsIn: 9, leftOut: 2, rowsOut: 7 },
];

test('a run goes on only while every record is accounted for', () => {
  expect(() => refuseBrokenFlow(sound)).not.toThrow();
  const broken = (change: Partial<FlowStep>) => () =>
    refuseBrokenFlow(sound.with(1, { ...sound[1], ...change } as FlowStep));
  expect(broken({ rowsIn: 8, rowsOut: 6 })).toThrow(/treat was given 9, took 8/);
  expect(broken({ rowsOut: 8 })).toThrow(/left out 2, gave 8/);
});
