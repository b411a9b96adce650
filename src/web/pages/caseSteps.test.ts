import { expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { caseTimeline } from '../../app/timeline/caseTimeline.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { ReleaseStage } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import { caseSteps } from './caseSteps.ts';

/** The steps in one line: `+` = done, `*` = current. */
const line = (timeline: Parameters<typeof caseSteps>[0]): string =>
  caseSteps(timeline)
    .map(({ label, state }) => `${label}${{ done: '+', current: '*', ahead: '' }[state]}`)
    .join(' ');

const notice = {} as ProposalState['notice'];
const contract = {} as ProposalState['contract'];
const created = { release: 'r-1', name: '架空の情報' };

const rows: readonly (readonly [Partial<ProposalState>, ReleaseStage | null, onFile: string, onCreated: string])[] = [
  [{ stage: 'received' }, null, '募集+ 受付* 審査 契約 作成 提供', '受付* 審査 契約 提供'],
  [{ stage: 'inReview' }, null, '募集+ 受付+ 審査* 契約 作成 提供', '受付+ 審査* 契約 提供'],
  [{ stage: 'applied', notice }, null, '募集+ 受付+ 審査+ 契約* 作成 提供', '受付+ 審査+ 契約* 提供'],
  [
    { stage: 'contracted', notice, contract },
    'verified',
    '募集+ 受付+ 審査+ 契約+ 作成+ 提供*',
    '受付+ 審査+ 契約+ 提供*',
  ],
  [
    { stage: 'contracted', notice, contract },
    'provided',
    '募集+ 受付+ 審査+ 契約+ 作成+ 提供+',
    '受付+ 審査+ 契約+ 提供+',
  ],
  [{ stage: 'withdrawn' }, null, '募集+ 受付+', '受付+'],
  [{ stage: 'nonConforming', notice }, null, '募集+ 受付+ 審査+', '受付+ 審査+'],
  [{ stage: 'lapsed', notice }, null, '募集+ 受付+ 審査+', '受付+ 審査+'],
  [{ stage: 'cancelled', notice, contract }, 'creating', '募集+ 受付+ 審査+ 契約+', '受付+ 審査+ 契約+'],
  [
    { stage: 'cancelled', notice, contract },
    'provided',
    '募集+ 受付+ 審査+ 契約+ 作成+ 提供+',
    '受付+ 審査+ 契約+ 提供+',
  ],
];

test.each(rows)(
  '%o, release %s: the steps that it went, is at, and has before it',
  (said, stage, onFile, onCreated) => {
    const proposal = { notice: null, contract: null, created: null, ...said } as ProposalState;
    const release = stage && { stage };
    expect(line({ proposal, release })).toBe(onFile);
    expect(line({ proposal: { ...proposal, created }, release })).toBe(onCreated);
  },
);

test('STP-24: a proposal on created data answers no call, in the whole life of Aomori’s case too', async () => {
  const parts = createMemorySystem(ruleBook);
  await playGuide('aomori-police-whole.json', parts, (whole) => {
    const received = whole.steps.findIndex((step) => step.do === 'receiveCreatedProposal');
    expect(received).toBeGreaterThan(0);
    return { ...whole, steps: whole.steps.slice(0, received + 1) };
  });
  const proposals = (await parts.events.states('aomori-police' as OrganId, { kind: 'proposal' })).records;
  const lines = await Promise.all(
    proposals.map(async ({ stream }) => {
      const timeline = await caseTimeline(parts, 'aomori-police' as OrganId, stream.id);
      return timeline && [timeline.proposal.call === null, line(timeline).startsWith('募集')];
    }),
  );
  expect(lines.toSorted()).toEqual([
    [false, true],
    [true, false],
  ]);
});
