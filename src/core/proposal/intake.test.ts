import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codes,
  complete,
  confirm,
  correction,
  facts,
  form,
  forward,
  kumamoto,
  play,
  receipt,
  request,
  retype,
  stateAfter,
} from '../../../test/support/intakeSteps.ts';
import { companyIdentity } from '../../../test/support/proposals.ts';
import { rebuild } from '../aggregate.ts';
import type { Role } from '../role.ts';
import type { ProposalCommand, ReceiveProposal } from './commands.ts';
import type { ProposalFacts } from './facts.ts';
import { possibleDuplicates } from './possibleDuplicates.ts';
import { proposal } from './proposal.ts';
import type { ProposalState } from './state.ts';

describe('二重の入力', () => {
  const scan = { name: '提案書.pdf', digest: 'a'.repeat(64), bytes: 10 };
  const filed = (id: string, state: ProposalState, names: readonly string[] = []) => ({ id, state, names });
  const standing = stateAfter(kumamoto, receipt);
  const otherForm = { ...form, purpose: '別の目的' };
  const differing = stateAfter(kumamoto, { ...receipt, form: otherForm });

  test('the same paper entered twice is found by its form, its scan or its proposers, and nothing else is', () => {
    const scanned = (command: ReceiveProposal) =>
      stateAfter(kumamoto, { ...command, attachments: [{ kind: 'pledge', of: 1, file: scan }] });
    expect(possibleDuplicates(filed('2', standing), [filed('1', standing), filed('2', standing)])).toEqual([
      { id: '1', grounds: ['sameForm'] },
    ]);
    expect(possibleDuplicates(filed('2', differing), [filed('1', standing)])).toEqual([]);
    expect(possibleDuplicates(filed('2', differing, ['甲']), [filed('1', standing, ['甲'])])).toEqual([
      { id: '1', grounds: ['sameNames'] },
    ]);
    expect(
      possibleDuplicates(filed('2', scanned({ ...receipt, form: otherForm })), [filed('1', scanned(receipt))]),
    ).toEqual([{ id: '1', grounds: ['sameScan'] }]);
    const elsewhere = { ...standing, call: 'c-2' };
    expect(possibleDuplicates(filed('2', standing), [filed('1', elsewhere)])).toEqual([]);
  });

  test('the second entry ends and names the one that goes on, which must be of the same call and file and alive', () => {
    const into = (reason: string): ProposalCommand => ({ do: 'joinDuplicate', into: 'p-1', reason });
    const join = (known: ProposalFacts['other'], reason = '同じ提案書を二度入力した。') =>
      play(kumamoto, receipt, { command: into(reason), facts: { ...facts, other: known } });
    expect(join(standing).state).toMatchObject({ stage: 'joined', joinedInto: 'p-1' });
    expect(join(standing, ' ').refusals).toMatchObject([{ code: 'joiningWithoutReason' }]);
    expect(join(null).refusals).toMatchObject([{ code: 'otherProposalUnknown' }]);
    expect(join({ ...standing, stage: 'withdrawn' }).refusals).toMatchObject([{ code: 'otherProposalEnded' }]);
    expect(join({ ...standing, entry: 'e-2' }).refusals).toMatchObject([{ code: 'otherProposalDiffers' }]);
  });
});

test('STP-06: a proposal is withdrawn on a day from its receipt to today, with the reason', () => {
  const withdraw = (withdrawnOn: string, reason = '計画の変更'): ProposalCommand => ({
    do: 'withdrawProposal',
    withdrawnOn,
    reason,
  });
  expect(codes(kumamoto, receipt, withdraw('2026-01-19'), withdraw('2026-01-27'), withdraw('2026-01-26', ''))).toEqual([
    'withdrawalDayWrong',
    'withdrawalDayWrong',
    'withdrawalWithoutReason',
  ]);
  expect(stateAfter(kumamoto, receipt, withdraw('2026-01-26')).stage).toBe('withdrawn');
});

const anyStep = fc.record({
  person: fc.constantFrom('centralDesk:1', 'centralDesk:2'),
  role: fc.constantFrom<Role>('centralDesk', 'responsibleDivision'),
  command: fc.constantFrom<ProposalCommand>(
    companyIdentity,
    complete,
    forward('2026-01-26'),
    request('2026-02-02'),
    correction('2026-01-26'),
    retype({ receivedOn: '2026-01-19' }),
    retype({ copies: 1 }),
    retype({ form: { purpose: '改めた目的' } }),
    confirm,
    { do: 'dropTypingCorrection', reason: '誤り' },
    { do: 'recordContact', on: '2026-01-26', way: 'phone', with: 'proposer:1', topic: 'other', text: '秘の話' },
    { do: 'joinDuplicate', into: 'p-1', reason: '二重' },
    { do: 'withdrawProposal', withdrawnOn: '2026-01-26', reason: '都合' },
  ),
});

test('intake, any sequence of commands: events rebuild the state, no personal data in it, two persons for every retyped word', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 16 }), (steps) => {
      const known = { ...facts, other: stateAfter(kumamoto, receipt) };
      const { state, events } = play(
        kumamoto,
        { command: receipt, facts: known },
        ...steps.map((step) => ({ ...step, facts: known })),
      );
      if (!state) throw new Error('the receipt was refused');
      reached.add(state.stage);
      expect(rebuild(proposal.evolve, events)).toEqual(state);
      expect(JSON.stringify(state)).not.toMatch(/秘|himitsu|000-0000/);
      for (const event of events)
        if (event.type === 'typingCorrected') {
          reached.add('retyped');
          expect(event.data.confirmedBy).not.toBe(event.data.by);
        }
      expect(new Set(state.forwardings.map(({ version }) => version)).size).toBe(state.forwardings.length);
      const spans = state.reviewSpans;
      expect(spans.filter(({ to }) => to === null).length).toBeLessThanOrEqual(1);
      expect(spans.some(({ to }) => to === null) || state.stage !== 'inReview').toBe(true);
    }),
    { seed: 20260126, numRuns: 1500 },
  );
  expect(reached).toEqual(new Set(['received', 'correctionRequested', 'inReview', 'withdrawn', 'joined', 'retyped']));
});
