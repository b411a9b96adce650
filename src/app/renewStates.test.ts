import { expect, test } from 'vitest';
import { createStage, kumamoto } from '../../test/browser/stage.ts';
import { aggregates } from './aggregates.ts';
import { renewStates } from './renewStates.ts';

test('what an older program kept of a case is made whole from its events', async () => {
  const { events } = (await createStage({ playedUntil: 'receiveContractApplication' })).parts;
  const kinds = Object.keys(aggregates) as (keyof typeof aggregates)[];
  const all = () => Promise.all(kinds.map(async (kind) => (await events.states(kumamoto, { kind })).records));
  const before = await all();
  expect(before.flat().length).toBeGreaterThan(25);
  for (const { stream, version } of before.flat())
    await events.renew(kumamoto, { stream, version, state: { stage: 'older' } }, undefined);
  const total = before.flat().length;
  expect(await renewStates({ events }, [kumamoto])).toEqual({ total, changed: total });
  expect(await all()).toEqual(before);
  expect(await renewStates({ events }, [kumamoto])).toEqual({ total, changed: 0 });
  expect((await events.states(kumamoto, { kind: 'register', words: ['介護保険'] })).total).toBeGreaterThan(0);
});
