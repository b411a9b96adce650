import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  application,
  complete,
  contract,
  finding,
  notice,
  payment,
  play,
  receipt,
  refusalNotice,
  reviewed,
  stageAfter,
  typedFee,
} from '../../../test/support/proposalCommands.ts';
import { companyIdentity } from '../../../test/support/proposals.ts';
import { rebuild } from '../aggregate.ts';
import { criterionIds } from '../organ/provision.ts';
import type { ProposalCommand } from './commands.ts';
import { proposal } from './proposal.ts';

describe('契約', () => {
  const noticed = [...reviewed, notice];

  test('scenario 66, 1c-13: no contract before the fee, and none with one copy', () => {
    expect(play([...noticed, application, contract]).refusals).toMatchObject([{ code: 'paymentNotConfirmed' }]);
    expect(play([...noticed, { ...application, copies: 1 } as ProposalCommand]).refusals).toMatchObject([
      { code: 'contractCopiesMissing' },
    ]);
    expect(stageAfter([...noticed, application, payment, contract])).toBe('contracted');
  });

  test('scenario 66, FEE-13: 収入印紙 stands on one copy at most', () => {
    const stamped = { ...contract, stampedCopies: 2 } as ProposalCommand;
    expect(play([...noticed, application, payment, stamped]).refusals).toMatchObject([{ code: 'stampOnOneCopy' }]);
  });

  test('1c-26: eligibility is looked at again at the signing', () => {
    const unsure = { ...contract, stillEligible: false } as ProposalCommand;
    expect(play([...noticed, application, payment, unsure]).refusals).toMatchObject([
      { code: 'eligibilityNotConfirmed' },
    ]);
  });

  test('FEE-09: another amount than the notified one is not taken', () => {
    expect(play([...noticed, { ...payment, yen: 72349 } as ProposalCommand]).refusals).toMatchObject([
      { code: 'feeDiffers', facts: { due: 72350 } },
    ]);
  });

  test('scenario 69, OUT-6: lapse waits for the deadline, and a late application for an extension', () => {
    const lapse: ProposalCommand = { do: 'lapseProposal', reason: '申込みがない。' };
    expect(play([...noticed, lapse], { now: '2026-03-02T17:00' }).refusals).toMatchObject([
      { code: 'deadlineNotPassed' },
    ]);
    expect(stageAfter([...noticed, lapse], { now: '2026-03-03T00:00' })).toBe('lapsed');
    const late = { ...application, receivedOn: '2026-03-03' } as ProposalCommand;
    const extension: ProposalCommand = {
      do: 'extendDeadlines',
      applicationDeadline: '2026-03-09',
      feeDeadline: '2026-03-09',
      reason: '郵便の遅れ',
    };
    const onTheDay = { ...application, receivedOn: '2026-03-02' } as ProposalCommand;
    const paidOnTheDay = { ...payment, paidOn: '2026-03-02' } as ProposalCommand;
    expect(play([...noticed, onTheDay, paidOnTheDay]).refusals).toEqual([]);
    const paidLate = { ...payment, paidOn: '2026-03-03' } as ProposalCommand;
    expect(play([...noticed, onTheDay, paidLate]).refusals).toMatchObject([{ code: 'paymentLate' }]);
    for (const shorter of [{ applicationDeadline: '2026-03-01' }, { feeDeadline: '2026-03-01' }])
      expect(play([...noticed, { ...extension, ...shorter } as ProposalCommand]).refusals).toMatchObject([
        { code: 'extensionTooShort' },
      ]);
    expect(play([...noticed, late]).refusals).toMatchObject([{ code: 'applicationLate' }]);
    expect(stageAfter([...noticed, extension, late])).toBe('applied');
  });
});

const anyCommand = fc.constantFrom<ProposalCommand>(
  companyIdentity,
  complete,
  ...criterionIds.map((id) => finding(id)),
  finding('CRI-4', false),
  finding('CRI-4', true, ''),
  typedFee,
  notice,
  refusalNotice,
  application,
  payment,
  contract,
  { do: 'requestCorrection', points: [{ field: 'persons', text: '数の訂正' }], deadline: '2026-01-30' },
  {
    do: 'receiveCorrection',
    receivedOn: '2026-01-27',
    form: { persons: 2000 },
    proposers: null,
    agent: null,
    copies: null,
    attachments: [],
  },
  { do: 'withdrawProposal', withdrawnOn: '2026-01-26', reason: '都合' },
);

test('proposals, any sequence of commands: notices rest on findings with reasons, contracts on payment, no personal data in the state', () => {
  const whole = [
    companyIdentity,
    complete,
    ...criterionIds.map((id) => finding(id)),
    typedFee,
    notice,
    application,
    payment,
    contract,
  ];
  const drawn = fc.array(anyCommand, { maxLength: 12 });
  const sequences = fc
    .tuple(drawn, fc.nat(whole.length), drawn)
    .map(([before, length, after]) => [...before, ...whole.slice(0, length), ...after]);
  const reached = new Set<string>();
  fc.assert(
    fc.property(sequences, (commands) => {
      const { state, events } = play([receipt, ...commands]);
      reached.add(state?.stage ?? 'absent');
      expect(rebuild(proposal.evolve, events)).toEqual(state);
      if (!state) throw new Error('the receipt was refused');
      expect(JSON.stringify(state)).not.toMatch(/秘|himitsu|000-0000/);
      if (state.notice?.conforming) {
        expect(state.notice.findings.map(({ criterion }) => criterion)).toEqual([...criterionIds]);
        expect(state.notice.findings.every(({ met, reason }) => met && reason !== '')).toBe(true);
      }
      if (state.stage === 'nonConforming') expect(state.notice?.findings.every(({ met }) => !met)).toBe(true);
      if (state.stage === 'contracted') expect(state.payment?.yen).toBe(state.notice?.items?.feeYen);
      if (state.stage === 'contracted') expect(state.contract?.copies).toBe(2);
    }),
    { seed: 20260130, numRuns: 1000 },
  );
  expect(reached).toEqual(
    new Set([
      'received',
      'correctionRequested',
      'inReview',
      'conforming',
      'nonConforming',
      'applied',
      'contracted',
      'withdrawn',
    ]),
  );
});
