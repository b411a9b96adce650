import { describe, expect, test } from 'vitest';
import {
  aomori,
  codes,
  complete,
  confirm,
  facts,
  kumamoto,
  nothing,
  play,
  receipt,
  retype,
  type Step,
  stateAfter,
  submission,
  yokohama,
} from '../../../test/support/intakeSteps.ts';
import { companyIdentity, personParty } from '../../../test/support/proposals.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { ProposalCommand } from './commands.ts';
import { previewCorrection } from './previewCorrection.ts';

describe('誤記の訂正', () => {
  const other: Step = { command: confirm, person: 'centralDesk:2' };

  test('a typing error is corrected with a reason, by a second person, and the deadlines that move are shown first', () => {
    const typed = [receipt, companyIdentity];
    expect(codes(kumamoto, ...typed, retype({ receivedOn: '2026-01-19' }, ' '))).toEqual(['typingWithoutReason']);
    expect(codes(kumamoto, ...typed, retype({ receivedOn: '2026-01-20' }))).toEqual(['nothingRetyped']);
    expect(codes(kumamoto, ...typed, confirm)).toEqual(['noTypingPending']);
    const pending = stateAfter(kumamoto, ...typed, retype({ receivedOn: '2026-01-19' }));
    expect(pending.receivedOn).toBe('2026-01-20');
    expect(pending.pendingTyping?.preview.moves).toEqual([
      { name: 'certificateFrom', from: '2025-07-20', to: '2025-07-19' },
    ]);
    expect(codes(kumamoto, ...typed, retype({ receivedOn: '2026-01-19' }), confirm)).toEqual(['secondPersonMissing']);
    const after = stateAfter(kumamoto, ...typed, retype({ receivedOn: '2026-01-19' }), other);
    expect(after).toMatchObject({
      receivedOn: '2026-01-19',
      pendingTyping: null,
      identityChecks: [{ madeOn: '2025-12-01' }],
    });
  });

  test('DDL-07, CHK-REC-4: a corrected day of receipt says what no longer holds and what holds again', () => {
    const state = stateAfter(kumamoto, receipt, { ...companyIdentity, madeOn: '2025-07-20' });
    const known = { ...facts, ...circumstances('2026-01-26T10:00') };
    const preview = (receivedOn: string) => previewCorrection({ ...nothing, receivedOn }, state, kumamoto, known);
    expect(preview('2026-01-21').newFindings).toEqual(['arrivedLate', 'certificateTooOld:proposer:1']);
    expect(preview('2025-12-18').newFindings).toEqual(['arrivedEarly']);
    expect(preview('2026-01-19').newFindings).toEqual([]);
  });

  test('DDL-16: a corrected day of receipt settles anew who is a minor', () => {
    const young = { ...personParty, birthDate: '2008-01-20' };
    const known = { ...facts, birthDates: ['2008-01-20'] };
    const steps: Step[] = [
      { command: { ...receipt, proposers: [young] } },
      { command: retype({ receivedOn: '2026-01-19' }), facts: known },
      { ...other, facts: known },
    ];
    expect(stateAfter(kumamoto, ...steps.slice(0, 1)).minors).toEqual([]);
    expect(stateAfter(kumamoto, ...steps).minors).toEqual([1]);
    expect(stateAfter(kumamoto, ...steps.slice(0, 2)).pendingTyping?.preview.newFindings).toEqual(['minor:proposer:1']);
  });

  test('DDL-04, DDL-05: a mistyped day of the notice moves the deadlines that the rule counts from it, and no typed one', () => {
    const division = (command: ProposalCommand): Step => ({
      command,
      role: 'responsibleDivision',
      now: '2026-02-05T10:00',
    });
    const later = (command: ProposalCommand, person = 'centralDesk:1'): Step => ({
      command,
      person,
      now: '2026-02-05T10:00',
    });
    const judged = (applicationDeadline: { value: string; reason: string } | null): Step[] => [
      later(receipt),
      later(companyIdentity),
      later(complete),
      ...aomori.review.criteria.map(({ id }) =>
        division({ do: 'recordFinding', criterion: id, met: true, reason: '認められる。', evidence: [], flaw: null }),
      ),
      division({
        do: 'determineFee',
        minutes: [60],
        outsourcingYen: null,
        outsourcedPersons: null,
        identicalProposals: 1,
        holderOf: null,
        yen: null,
        reason: null,
      }),
      division({
        do: 'issueConformingNotice',
        noticeDate: '2026-01-30',
        documentNumber: '第1号',
        contractParty: null,
        feePayment: null,
        applicationDeadline,
        feeDeadline: null,
        printedFeeYen: null,
      }),
      later(retype({ noticeDate: '2026-02-03' })),
    ];
    expect(play(aomori, ...judged(null)).refusals).toEqual([]);
    expect(stateAfter(aomori, ...judged(null)).pendingTyping?.preview.moves).toEqual([
      { name: 'contractApplication', from: '2026-03-02', to: '2026-03-03' },
      { name: 'fee', from: '2026-03-02', to: '2026-03-03' },
    ]);
    const after = stateAfter(aomori, ...judged(null), later(confirm, 'centralDesk:2'));
    expect(after).toMatchObject({ applicationDeadline: '2026-03-03', feeDeadline: '2026-03-03' });
    expect(after.notice).toMatchObject({ noticeDate: '2026-02-03', items: { ruleDeadline: '2026-03-03' } });
    const typed = judged({ value: '2026-03-10', reason: '郵便の事情' });
    expect(stateAfter(aomori, ...typed).pendingTyping?.preview.moves).toEqual([]);
  });

  test('a time that the server’s clock gave is never retyped', () => {
    const online: Step = { command: submission, now: '2026-01-20T16:00', role: 'proposer' };
    expect(codes(yokohama, online, retype({ receivedOn: '2026-01-19' }))).toEqual(['serverTimeStands']);
  });

  test('a correction that is dropped leaves everything as it was', () => {
    const drop: ProposalCommand = { do: 'dropTypingCorrection', reason: '収受印のとおりだった。' };
    const before = stateAfter(kumamoto, receipt);
    expect(stateAfter(kumamoto, receipt, retype({ copies: 3 }), drop)).toEqual(before);
  });
});
