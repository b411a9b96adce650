import { describe, expect, test } from 'vitest';
import { aomori, hokkaido, ichikawa, kumamoto, yokohama } from '../../../test/support/contractSteps.ts';
import { determineFee, organ, playContract, rebuilt, reviewed } from '../../../test/support/contracts.ts';
import { proposalFacts } from '../../../test/support/proposals.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ProposalCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { ProposalFacts } from './facts.ts';
import type { ProposalState } from './state.ts';

const decideOn = (rules: RuleSet, state: ProposalState, command: ProposalCommand, facts: Partial<ProposalFacts>) =>
  decide(command, state, rules, {
    ...proposalFacts('2026-01-20'),
    ...facts,
    ...circumstances('2026-02-20T10:00', 'responsibleDivision'),
  });

describe('作成された情報の手数料', () => {
  const created = { release: 'r-1', name: '作成済み' };
  const fee = (
    rules: RuleSet,
    changed: object,
    holdings: NonNullable<ProposalFacts['createdTerms']>['holdings'] = [],
  ) => {
    const { events } = playContract(rules, reviewed(rules).slice(0, -1));
    const state = rebuilt(
      events.map((event) =>
        event.type === 'proposalReceived' ? { ...event, data: { ...event.data, created, call: null } } : event,
      ),
    );
    if (!state) throw new Error('nothing was received');
    const given = determineFee(rules, { minutes: [], yen: null, reason: null, ...changed });
    return { state, given, facts: { createdTerms: { firstFeeYen: 72_350, holdings } } };
  };
  const yenOf = (
    rules: RuleSet,
    changed: object,
    holdings?: NonNullable<ProposalFacts['createdTerms']>['holdings'],
  ) => {
    const { state, given, facts } = fee(rules, changed, holdings);
    const decided = decideOn(rules, state, given, facts);
    return 'refusal' in decided
      ? decided.refusal.code
      : decided.events.map((event) => event.type === 'feeDetermined' && event.data.yen)[0];
  };
  const first = { proposal: 'p-1', party: 'proposer:1', isFirst: true, certain: true } as const;
  const second = { proposal: 'p-2', party: 'proposer:1', isFirst: false, certain: true } as const;

  test.each([
    ['aomori-police', 72_350],
    ['hokkaido-university', 72_350],
    ['yokohama', 72_350],
    ['ichikawa', 72_350],
  ])('scenario 50, FEE-06: another party at %s pays what the first contractor had to pay', (name, yen) => {
    expect(yenOf(organ(name), {})).toBe(yen);
  });

  test('scenarios 49 and 102, FEE-07: the maker of the new proposal pays 12,600, at Ichikawa 21,000', () => {
    for (const [rules, yen] of [
      [aomori, 12_600],
      [hokkaido, 12_600],
      [yokohama, 12_600],
      [ichikawa, 21_000],
    ] as const)
      expect([rules.organ, yenOf(rules, { holderOf: 'p-1' }, [first])]).toEqual([rules.organ, yen]);
  });

  test('scenario 102, FEE-07: a second user who comes again has the flat fee everywhere but in Yokohama', () => {
    expect(yenOf(aomori, { holderOf: 'p-2' }, [second])).toBe(12_600);
    expect(yenOf(hokkaido, { holderOf: 'p-2' }, [second])).toBe(12_600);
    expect(yenOf(ichikawa, { holderOf: 'p-2' }, [second])).toBe(21_000);
    expect(yenOf(yokohama, { holderOf: 'p-2' }, [second])).toBe('holdingDoesNotCount');
    expect(yenOf(yokohama, {}, [second])).toBe(72_350);
  });

  test('FEE-07: a sure holder is not charged as another party, and nobody holds what the records do not show', () => {
    expect(yenOf(aomori, {}, [first])).toBe('holderNotNamed');
    expect(yenOf(aomori, {}, [{ ...first, certain: false }])).toBe(72_350);
    expect(yenOf(aomori, { holderOf: 'p-9' }, [first])).toBe('holdingUnknown');
  });

  test('FEE-06, 1c-10: an official replaces the amount with a reason, and types it where there is no formula', () => {
    expect(yenOf(aomori, { yen: 46_675 })).toBe('feeTypedWithoutReason');
    expect(yenOf(aomori, { yen: 46_675, reason: '按分された額による。' })).toBe(46_675);
    expect(yenOf(kumamoto, {})).toBe('feeTypedWithoutReason');
    expect(yenOf(kumamoto, { yen: 12_600, reason: '条例による。' })).toBe(12_600);
  });
});
