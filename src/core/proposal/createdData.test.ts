import { describe, expect, test } from 'vitest';
import {
  aomori,
  codes,
  complete,
  createdFacts,
  createdForm,
  createdReceipt,
  facts,
  hokkaido,
  ichikawa,
  kumamoto,
  play,
  request,
  type Step,
  set,
  stateAfter,
  yokohama,
} from '../../../test/support/intakeSteps.ts';
import { companyIdentity, personParty } from '../../../test/support/proposals.ts';
import type { CriterionId } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ProposalCommand } from './commands.ts';
import type { ReceiveCreatedProposal } from './intakeCommands.ts';

describe('作成された情報についての提案', () => {
  const onCreated = (rules: RuleSet, command: ReceiveCreatedProposal, known = createdFacts) =>
    codes(rules, { command, facts: known });

  test.each([
    ['2025-12-31', 'arrivedEarly'],
    ['2026-01-01', null],
    ['2026-01-20', null],
    ['2026-01-21', 'arrivedLate'],
  ])('STP-24, FRM-03: on %s, against the period that the register shows: %s', (receivedOn, code) => {
    for (const rules of [aomori, hokkaido, kumamoto, yokohama])
      expect(onCreated(rules, { ...createdReceipt, receivedOn })).toEqual(code ? [code] : []);
  });

  test('STP-24: where the register has to show a period and does not, nothing is taken; Ichikawa has none and takes it', () => {
    const open = { ...createdFacts, created: { name: '架空', period: null } };
    expect(onCreated(aomori, createdReceipt, open)).toEqual(['createdPeriodMissing']);
    expect(onCreated(ichikawa, createdReceipt, open)).toEqual([]);
    expect(onCreated(aomori, createdReceipt, facts)).toEqual(['createdDataUnknown']);
  });

  test('FRM-18, scenario 41: the form has neither the file’s name nor the number of persons, and is complete without', () => {
    const known = (command: ProposalCommand): Step => ({ command, facts: createdFacts });
    const state = stateAfter(kumamoto, known(createdReceipt), known(companyIdentity), known(complete));
    expect(state).toMatchObject({
      stage: 'inReview',
      call: null,
      created: { release: 'r-1' },
      form: { fileName: null, persons: null },
    });
    const bare = { ...createdReceipt, form: { ...createdForm, purpose: null } };
    expect(play(kumamoto, known(bare), known(companyIdentity), known(complete)).refusals[0]?.facts.missing).toEqual([
      'purpose',
    ]);
  });

  test('scenario 41, CRI-X: criteria 2 and 3 are not asked, and five findings make the notice', () => {
    const priced = { ...createdFacts, createdTerms: { firstFeeYen: 72_350, holdings: [] } };
    const known = (command: ProposalCommand): Step => ({ command, facts: priced, role: 'responsibleDivision' });
    const desk = (command: ProposalCommand): Step => ({ command, facts: createdFacts });
    const finding = (criterion: CriterionId): Step =>
      known({ do: 'recordFinding', criterion, met: true, reason: '認められる。', evidence: [], flaw: null });
    const begun = [desk(createdReceipt), desk(companyIdentity), desk(complete)];
    expect(codes(aomori, ...begun, finding('CRI-2'), finding('CRI-3'))).toEqual([
      'criterionNotAsked',
      'criterionNotAsked',
    ]);
    const notice: Step = known({
      do: 'issueConformingNotice',
      noticeDate: '2026-01-26',
      documentNumber: '第1号',
      contractParty: null,
      feePayment: null,
      applicationDeadline: null,
      feeDeadline: null,
      printedFeeYen: null,
    });
    const fee: Step = known({
      do: 'determineFee',
      minutes: [60],
      outsourcingYen: null,
      outsourcedPersons: null,
      identicalProposals: 1,
      holderOf: null,
      yen: null,
      reason: null,
    });
    const asked = aomori.createdData.criteria?.value ?? [];
    const judged = [...begun, ...asked.map(finding), fee, notice];
    expect(play(aomori, ...judged).refusals).toEqual([]);
    expect(stateAfter(aomori, ...judged).notice?.findings.map(({ criterion }) => criterion)).toEqual([...asked]);
  });

  test('1c-06: agents and corrections stand open for created data, and an organ can close either', () => {
    const byAgent = { ...createdReceipt, agent: personParty };
    for (const rules of [aomori, hokkaido, kumamoto, ichikawa]) expect(onCreated(rules, byAgent)).toEqual([]);
    const closed: RuleSet = {
      ...hokkaido,
      createdData: { ...hokkaido.createdData, agents: set(false), corrections: set(false) },
    };
    expect(onCreated(closed, byAgent)).toEqual(['agentNotProvided']);
    const ask: Step = { command: request('2026-02-02'), role: 'head', facts: createdFacts };
    expect(codes(closed, { command: createdReceipt, facts: createdFacts }, ask)).toEqual(['correctionNotProvided']);
    expect(codes(hokkaido, { command: createdReceipt, facts: createdFacts }, ask)).toEqual([]);
  });
});
