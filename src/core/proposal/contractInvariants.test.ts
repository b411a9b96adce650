import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  application,
  conformingNotice,
  contract,
  determineFee,
  type Given,
  issuerOf,
  organ,
  organs,
  payment,
  playContract,
  rebuilt,
  reviewed,
} from '../../../test/support/contracts.ts';
import type { ApprovalCommand } from '../approval/commands.ts';
import type { ApprovalEvent } from '../approval/events.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { Role } from '../role.ts';
import type { ProposalCommand } from './commands.ts';
import type { ProposalEvent } from './events.ts';
import { netPaid } from './feeCorrection.ts';
import type { ProposalState } from './state.ts';

const at = (role: Role, command: ProposalCommand | ApprovalCommand, person = `${role}:1`): Given => ({
  command,
  role,
  person,
});

/** The usual way from the notice to a cancellation, which the drawn commands interrupt. */
function usualWay(rules: RuleSet): readonly Given[] {
  const canceller: Role = rules.contract.cancelledBy?.value === 'head' ? 'head' : 'responsibleDivision';
  const report = (kind: string): Given =>
    at('centralDesk', {
      do: 'reportToCommission',
      report: kind,
      reportedOn: '2026-03-02',
      documentNumber: '第9号',
    } as ProposalCommand);
  return [
    at('responsibleDivision', { do: 'draftAct', act: 'conformingNotice', note: '', files: [] }, '一'),
    at(
      'responsibleDivision',
      { do: 'approveDraft', act: 'conformingNotice', way: 'approval', post: '課長', reason: null },
      '二',
    ),
    at(issuerOf(rules), conformingNotice(rules, { noticeDate: '2026-02-20', ...laterDays(rules) })),
    at('centralDesk', { ...application, receivedOn: '2026-02-25' } as ProposalCommand),
    at('centralDesk', payment(rules, { paidOn: '2026-02-25' })),
    at('centralDesk', contract({ concludedOn: '2026-02-26', copyReturnedOn: '2026-02-26' })),
    at('centralDesk', {
      do: 'recordBreach',
      foundOn: '2026-02-20',
      isMaterial: true,
      term: '再提供の禁止',
      deskToldOn: '2026-02-20',
      account: '秘の違反',
    }),
    report('violation'),
    at(
      canceller,
      { do: 'intendCancellation', ground: 'CAN-3', reason: '違反', on: '2026-02-20', consultation: null },
      '甲',
    ),
    at('centralDesk', { do: 'agreeToCancellation' }, '乙'),
    report('cancellationIntent'),
    at(canceller, { do: 'cancelContract', cancelledOn: '2026-03-01', ground: 'CAN-3', reason: '違反' }),
    report('cancelled'),
  ];
}

const laterDays = ({ deadlines }: RuleSet) => ({
  ...(deadlines.contractApplication === null
    ? { applicationDeadline: { value: '2026-03-31', reason: '定めがない。' } }
    : {}),
  ...(deadlines.fee?.value === 'sameAsApplication'
    ? {}
    : { feeDeadline: { value: '2026-03-31', reason: '定めがない。' } }),
});

/** Anything that may be tried at any time. */
function tries(rules: RuleSet): readonly Given[] {
  const handler = { name: '秘従事者二', affiliation: '課', post: '主任' };
  return [
    at(
      issuerOf(rules),
      conformingNotice(rules, { noticeDate: '2026-02-20', printedFeeYen: 723_500, ...laterDays(rules) }),
    ),
    at(
      'responsibleDivision',
      determineFee(rules, rules.fee.newProposal === null ? { yen: 80_000 } : { minutes: [60] }),
    ),
    at('responsibleDivision', { do: 'returnDraft', act: 'conformingNotice', reason: '直す。' }),
    at('centralDesk', payment(rules, { paidOn: '2026-02-27' })),
    at('centralDesk', payment(rules, { paidOn: '2026-02-25', yen: 723_500 })),
    at('responsibleDivision', {
      do: 'correctNotifiedFee',
      correctedOn: '2026-02-26',
      documentNumber: '第3号',
      yen: null,
      reason: '誤記',
    }),
    at('centralDesk', { do: 'settleFeeDifference', on: '2026-02-27', yen: 651_150 }),
    at('centralDesk', contract({ concludedOn: '2026-02-24' })),
    at('centralDesk', { do: 'reportHandlers', receivedOn: '2026-02-26', toldOn: '2026-02-26', handlers: [handler] }),
    at('centralDesk', {
      do: 'reportHandlerChange',
      change: 'replaced',
      receivedOn: '2026-02-26',
      effectiveOn: '2026-03-01',
      handler: 'handler:1',
      person: handler,
      reason: '異動',
      toldOn: '2026-02-26',
    }),
    at('responsibleDivision', { do: 'judgeHandlerChange', handler: 'handler:2', proper: true, reason: '適正' }),
    at('responsibleDivision', { do: 'judgeHandlerChange', handler: 'handler:2', proper: false, reason: '不適正' }),
    at('centralDesk', { do: 'agreeToCancellation' }, '甲'),
    at(
      'head',
      {
        do: 'intendCancellation',
        ground: 'notAtFault',
        reason: '作成できない。',
        on: '2026-02-20',
        consultation: null,
      },
      '甲',
    ),
    at('head', { do: 'cancelContract', cancelledOn: '2026-03-01', ground: 'notAtFault', reason: '作成できない。' }),
    at('centralDesk', { do: 'dropCancellation', reason: '見送る。' }),
    at('head', { do: 'refundFee', on: '2026-03-02', yen: 72_350, reason: '責めによらない。' }),
  ];
}

/** What must hold after every sequence of commands. */
function holds(rules: RuleSet, state: ProposalState, events: readonly (ApprovalEvent | ProposalEvent)[]): void {
  expect(rebuilt([...events])).toEqual(state);
  expect(JSON.stringify(state)).not.toMatch(/秘|himitsu|000-0000/);
  const { notice, payment: paid, contract: concluded, cancellation, life } = state;
  if (notice?.items) {
    const { contractParty, feeYen, feePayment, feeDeadline, applicationDeadline } = notice.items;
    expect([contractParty, feePayment, feeDeadline, applicationDeadline].every((item) => item !== '')).toBe(true);
    expect(feeYen).toBeGreaterThan(0);
  }
  if (concluded) expect(paid !== null && paid.paidOn <= concluded.concludedOn).toBe(true);
  if (life.feeDifference === null && paid) expect(netPaid(state)).toBe(notice?.items?.feeYen);
  if (life.refund) {
    expect(cancellation?.ground).toBe('notAtFault');
    expect(life.refund.yen).toBeLessThanOrEqual(netPaid(state) ?? 0);
    expect(rules.fee.refund?.value).toBe('discretionaryIfNotAtFault');
  }
  if (cancellation) {
    expect(life.intent?.agreed?.by).not.toBe(life.intent?.by);
    expect(life.intent?.agreed).not.toBeNull();
    const statutory = cancellation.ground !== 'notAtFault';
    expect(cancellation.barredThrough).toBe(statutory ? '2028-02-29' : null);
    if (statutory && rules.commissionReports?.value.length)
      expect(life.reports.map(({ report }) => report)).toEqual(
        expect.arrayContaining(['violation', 'cancellationIntent']),
      );
  }
  const judged = events.flatMap((event) =>
    event.type === 'handlerChangeJudged' && event.data.proper ? [event.data.handler] : [],
  );
  for (const { handler, stage } of life.handlers)
    if (stage === 'active') expect(['handler:1', ...judged]).toContain(handler);
  draftsHold(events);
}

/** No notice goes out on a draft that nobody approved. */
function draftsHold(events: readonly (ApprovalEvent | ProposalEvent)[]): void {
  let isPending = false;
  for (const { type } of events) {
    if (type === 'actDrafted') isPending = true;
    if (type === 'draftApproved' || type === 'draftReturned' || type === 'feeDetermined') isPending = false;
    if (type === 'conformingNoticeIssued') expect(isPending).toBe(false);
  }
}

describe('after the notice, any sequence of commands', () => {
  test.each(Object.keys(organs))(
    'FRM-13, STP-16, FEE-09, CAN-6, DDL-06, 1c-28: at %s no stated sentence is broken, and the way is gone to its end',
    (name) => {
      const rules = organ(name);
      const [way, tried] = [usualWay(rules), tries(rules)];
      const begun = reviewed(rules);
      const reached = new Set<string>();
      const drawn = fc.array(fc.nat(way.length + tried.length - 1), { maxLength: 10 });
      const sequences = fc.tuple(drawn, fc.nat(way.length), drawn);
      fc.assert(
        fc.property(sequences, ([before, length, after]) => {
          const pick = (index: number): Given[] =>
            [way[index] ?? tried[index - way.length]].filter((one) => one !== undefined);
          const given = [
            ...begun,
            ...before.slice(0, 2).flatMap(pick),
            ...way.slice(0, length),
            ...after.flatMap(pick),
          ];
          const { state, events } = playContract(rules, given);
          if (!state) throw new Error('the receipt was refused');
          reached.add(state.stage);
          holds(rules, state, events);
        }),
        { seed: 20260301, numRuns: 800 },
      );
      expect(reached).toEqual(new Set(['inReview', 'conforming', 'applied', 'contracted', 'cancelled']));
    },
  );
});
