import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryClock } from '../../adapters/memory/memoryClock.ts';
import { createMemoryEventStore } from '../../adapters/memory/memoryEventStore.ts';
import type { EffortTask } from '../../core/proposal/reviewState.ts';
import type { OrganId } from '../../core/role.ts';
import { effortFigures } from './effortFigures.ts';

const organ = 'kumamoto' as OrganId;
const task = (name: EffortTask['task'], minutes: number): EffortTask => ({ task: name, minutes, note: '' });

interface Drawn {
  readonly created: boolean;
  /** Minutes of processing and inspection; null = no estimate by tasks, only the minutes of the fee. */
  readonly tasks: readonly [number, number] | null;
  readonly feeMinutes: number;
  readonly actual: readonly [number, number] | null;
  readonly quoted: number | null;
  readonly paid: number | null;
}

const stateOf = ({ created, tasks, feeMinutes, actual, quoted, paid }: Drawn, serial: number) => ({
  stage: 'contracted',
  number: { fiscalYear: 2025, serial },
  created: created ? { release: 'r-1', name: '架空' } : null,
  contract: { concludedOn: '2026-02-01' },
  fee: { minutes: [feeMinutes], outsourcingYen: quoted },
  review: { effort: tasks && { tasks: [task('processing', tasks[0]), task('inspection', tasks[1])] }, quote: null },
  life: {
    actualEffort: actual && [task('processing', actual[0]), task('inspection', actual[1])],
    actualOutsourcingYen: paid,
  },
});

async function found(drawn: readonly Drawn[]) {
  const events = createMemoryEventStore(createMemoryClock('2026-02-01T09:00'));
  for (const [at, one] of drawn.entries()) {
    const stream = { kind: 'proposal', id: `p-${at + 1}` } as const;
    const received = [{ type: 'proposalReceived', data: {} }];
    await events.commit({
      organ,
      commandId: stream.id,
      actor: { person: '架空', role: 'centralDesk', organ },
      at: '2026-02-01T09:00',
      streams: [{ stream, expectedVersion: 0, events: received, state: stateOf(one, at + 1) }],
      audit: { act: 'receiveProposal', outcome: 'done', stream, facts: {} },
      jobs: [],
    });
  }
  return effortFigures({ events }, organ);
}

test('FEE-14, REC-5: by hand: three cases, one of created data, and what is not recorded is told', async () => {
  const base: Drawn = { created: false, tasks: [600, 60], feeMinutes: 0, actual: [900, 60], quoted: null, paid: null };
  const { figures, unrecorded } = await found([
    base,
    { ...base, tasks: null, feeMinutes: 100, actual: [200, 0], quoted: 1000, paid: 900 },
    { ...base, actual: [600, 60] },
    { ...base, created: true, tasks: [60, 0], actual: [30, 0] },
    { ...base, actual: null },
  ]);
  const told = figures.map(({ kind, item, ratio, usual, cases }) => [kind, item, ratio, usual, cases.length]);
  expect(told).toEqual([
    ['newProposal', 'total', 960 / 660, 660, 3],
    ['newProposal', 'processing', 1.25, 750, 2],
    ['newProposal', 'inspection', 1, 60, 2],
    ['newProposal', 'outsourcingYen', 0.9, 900, 1],
    ['createdProposal', 'total', 0.5, 30, 1],
    ['createdProposal', 'processing', 0.5, 30, 1],
  ]);
  expect(unrecorded).toEqual(['p-5']);
});

test('FEE-14: any cases: half of the ratios lie on each side of the median, and each counted case has both sides', async () => {
  const minutes = fc.integer({ min: 0, max: 900 });
  const pair = fc.option(fc.tuple(minutes, minutes));
  const drawn: fc.Arbitrary<Drawn> = fc.record({
    created: fc.boolean(),
    tasks: pair,
    feeMinutes: minutes,
    actual: pair,
    quoted: fc.option(fc.integer({ min: 0, max: 500_000 })),
    paid: fc.option(fc.integer({ min: 0, max: 500_000 })),
  });
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { maxLength: 9 }), async (cases) => {
      const { figures } = await found(cases);
      for (const { cases: compared, ratio } of figures) {
        counted += compared.length;
        const ratios = compared.map(({ estimated, actual }) => actual / estimated);
        expect(ratios.every((one) => one > 0 && Number.isFinite(one))).toBe(true);
        const below = ratios.filter((one) => one < ratio).length;
        const above = ratios.filter((one) => one > ratio).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(Math.floor(ratios.length / 2));
        expect(ratio).toBeGreaterThanOrEqual(Math.min(...ratios));
        expect(ratio).toBeLessThanOrEqual(Math.max(...ratios));
      }
    }),
    { seed: 20260401, numRuns: 300 },
  );
  expect(counted).toBeGreaterThan(500);
});
