import { describe, expect, test } from 'vitest';
import { aomori, codes, desk, division, kumamoto, stateAfter } from '../../../test/support/contractSteps.ts';
import { contracted, type Given, playContract } from '../../../test/support/contracts.ts';
import type { ProposalCommand } from './commands.ts';

describe('取扱従事者と変更', () => {
  const person = { name: '秘新人', affiliation: '分析課', post: '主任' };
  const report: Given = desk({
    do: 'reportHandlers',
    receivedOn: '2026-02-16',
    toldOn: '2026-02-16',
    handlers: [person, person],
  });
  const change = (changed: object): Given =>
    desk({
      do: 'reportHandlerChange',
      change: 'replaced',
      receivedOn: '2026-02-20',
      effectiveOn: '2026-03-01',
      handler: 'handler:1',
      person,
      reason: '異動',
      toldOn: '2026-02-20',
      ...changed,
    } as ProposalCommand);
  const judge = (handler: string, proper: boolean): Given =>
    division({ do: 'judgeHandlerChange', handler, proper, reason: '確かめた。' });
  const begun = [...contracted(aomori), report];
  const stages = (given: readonly Given[]) => stateAfter(aomori, given).life.handlers.map(({ stage }) => stage);

  test('STP-26, FRM-27, ACT-09, 1c-02: the handlers are told once, and the other unit with them', () => {
    expect(stages(begun)).toEqual(['active', 'active']);
    expect(codes(aomori, [...begun, report])).toEqual(['handlersReportedBefore']);
    expect(JSON.stringify(stateAfter(aomori, begun))).not.toContain('秘新人');
  });

  test('scenario 85, DDL-10: a replacement is told before its day, an addition is not bound to it', () => {
    expect(codes(aomori, [...begun, change({ effectiveOn: '2026-02-20' })])).toEqual(['handlerReplacedTooLate']);
    expect(codes(aomori, [...begun, change({ effectiveOn: '2026-02-21' })])).toEqual([]);
    expect(codes(aomori, [...begun, change({ change: 'added', handler: null, effectiveOn: '2026-02-10' })])).toEqual(
      [],
    );
    expect(codes(aomori, [...begun, change({ reason: ' ' })])).toEqual(['handlerReasonMissing']);
    expect(codes(aomori, [...begun, change({ handler: 'handler:9' })])).toEqual(['handlerUnknown']);
  });

  test('DDL-10: nobody handles the data before the reason was found proper, and who is replaced goes on until then', () => {
    const told = [...begun, change({})];
    expect(stages(told)).toEqual(['active', 'active', 'pending']);
    expect(stages([...told, judge('handler:3', true)])).toEqual(['left', 'active', 'active']);
    expect(stages([...told, judge('handler:3', false)])).toEqual(['active', 'active', 'rejected']);
    expect(codes(aomori, [...told, judge('handler:1', true)])).toEqual(['handlerNotPending']);
    expect(stages([...begun, change({ change: 'renamed' })])).toEqual(['active', 'active']);
    expect(stages([...begun, change({ change: 'left', person: null })])).toEqual(['left', 'active']);
  });

  const notice = (item: string): Given =>
    desk({
      do: 'receiveChangeNotice',
      receivedOn: '2026-02-20',
      changes: [{ item, text: '秘新住所' }],
      reason: '移転',
      copyKept: true,
      beforeProvision: false,
    } as ProposalCommand);

  test('scenario 86, STP-22, FRM-17, REC-4: a longer period is no change notice; the party is told to propose anew', () => {
    expect(codes(aomori, [...contracted(aomori), notice('period')])).toEqual(['businessChangeNeedsProposal']);
    const advised: Given = desk({ do: 'adviseNewProposal', on: '2026-02-20', items: ['period'] });
    expect(stateAfter(aomori, [...contracted(aomori), notice('address'), advised]).life).toMatchObject({
      changeNotices: [{ items: ['address'] }],
      advices: [{ items: ['period'] }],
    });
    const unkept = { ...notice('address').command, copyKept: false } as ProposalCommand;
    expect(codes(aomori, [...contracted(aomori), desk(unkept)])).toEqual(['changeCopyNotKept']);
  });

  test('scenario 68, SEC-10, 1c-29: Kumamoto changes no terms after the contract', () => {
    expect(playContract(kumamoto, [...contracted(kumamoto), notice('address')]).refusals).toMatchObject([
      { code: 'amendmentForbidden', basis: '8' },
    ]);
  });
});
