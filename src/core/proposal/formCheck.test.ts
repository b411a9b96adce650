import { describe, expect, test } from 'vitest';
import {
  aomori,
  codes,
  complete,
  facts,
  form,
  hokkaido,
  kumamoto,
  play,
  receipt,
  request,
  stateAfter,
} from '../../../test/support/intakeSteps.ts';
import { companyIdentity } from '../../../test/support/proposals.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { Role } from '../role.ts';
import type { ProposalFacts } from './facts.ts';

describe('形式の確認と補正', () => {
  test('STP-08, FRM-07, CHK-DOC: every box of the form that is empty is named, and an item that the register does not know', () => {
    const empty = { ...form, items: [{ name: '血液型', detail: 'そのまま' }], handlers: [], measures: null };
    const { refusals } = play(kumamoto, { ...receipt, form: empty }, companyIdentity, complete);
    expect(refusals[0]?.facts.missing).toEqual(['handlers', 'measures', 'itemInRegister:血液型']);
  });

  test('DDL-12: a period of use that ends before it begins is asked for', () => {
    const backwards = { ...form, period: { from: '2027-03-31', to: '2026-04-01' } };
    const { refusals } = play(kumamoto, { ...receipt, form: backwards }, companyIdentity, complete);
    expect(refusals[0]?.facts.missing).toEqual(['periodContradictory']);
  });

  test('CHK-REC-2, FRM-08, FRM-09, FRM-11, FRM-12: copies, pledge, usefulness and identity are missed, other papers only when asked for', () => {
    const missing = (copies: number) =>
      play(kumamoto, { ...receipt, copies, attachments: [] }, complete).refusals[0]?.facts.missing;
    const papers = ['pledge:proposer:1', 'usefulness', 'identity:proposer:1'];
    expect(missing(2)).toEqual(papers);
    expect(missing(1)).toEqual(['copies', ...papers]);
  });

  test('scenario 11, CHK-DOC: 999 persons go on to the review with the desk’s finding, so that the division asks', () => {
    const few = { ...receipt, form: { ...form, persons: 999 } };
    expect(stateAfter(kumamoto, few, companyIdentity, complete).warnings).toEqual(['personCountOutside']);
    expect(stateAfter(kumamoto, receipt, companyIdentity, complete).warnings).toEqual([]);
  });

  test('STP-09: the division asks at Aomori, the head at Hokkaido University, any of them at Kumamoto', () => {
    const roles: Role[] = ['centralDesk', 'responsibleDivision', 'head'];
    const asks = (rules: RuleSet) =>
      roles.filter((role) => codes(rules, receipt, { command: request('2026-02-02'), role }).length === 0);
    expect([aomori, hokkaido, kumamoto].map(asks)).toEqual([['responsibleDivision'], ['head'], roles]);
  });

  test('scenario 7, EXC-2: a file of a unit may be named by its unit', () => {
    const unit = { ...facts, call: facts.call && { ...facts.call, group: '架空の台帳 (五所属)' } };
    const named = { ...receipt, form: { ...form, fileName: '架空の台帳 (五所属)' } };
    const checked = (known: ProposalFacts) =>
      codes(kumamoto, { command: named, facts: known }, companyIdentity, { command: complete, facts: known });
    expect([checked(unit), checked(facts)]).toEqual([[], ['incomplete']]);
  });
});
