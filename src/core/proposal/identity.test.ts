import { describe, expect, test } from 'vitest';
import {
  aomori,
  codes,
  complete,
  facts,
  hokkaido,
  kumamoto,
  play,
  receipt,
  stateAfter,
} from '../../../test/support/intakeSteps.ts';
import { companyIdentity, personParty } from '../../../test/support/proposals.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { CheckIdentity, ProposalCommand, ReceiveProposal } from './commands.ts';

describe('代理人と本人確認', () => {
  test.each([
    ['kumamoto', kumamoto, ['powerOfAttorney', 'identity:proposer:1']],
    ['aomori-police', aomori, ['powerOfAttorney', 'identity:proposer:1', 'identity:agent']],
    ['hokkaido-university', hokkaido, ['identity:agent']],
  ])('CHK-ID-4, FRM-10, scenario 23: with an agent %s still wants exactly these papers', (_, rules, missing) => {
    expect(play(rules, { ...receipt, agent: personParty }, complete).refusals[0]?.facts.missing).toEqual(missing);
  });

  test('scenario 22, STP-07, CHK-ID-1: 被保険者証 does at Hokkaido, at Aomori only as another legal paper that is still valid', () => {
    const card = (document: CheckIdentity['document'], validThrough: string | null): CheckIdentity => ({
      ...companyIdentity,
      document,
      madeOn: null,
      validThrough,
    });
    const shown = (rules: RuleSet, check: CheckIdentity) =>
      codes(rules, { ...receipt, proposers: [personParty] }, check);
    expect(shown(hokkaido, card('healthInsuranceCard', '2026-03-31'))).toEqual([]);
    expect(shown(aomori, card('healthInsuranceCard', '2026-03-31'))).toEqual(['identityDocumentNotAdmitted']);
    expect(shown(aomori, card('otherLegal', '2026-01-19'))).toEqual(['identityDocumentExpired']);
    expect(shown(aomori, card('otherLegal', '2026-01-20'))).toEqual([]);
    expect(shown(aomori, card('healthQualificationCertificate', null))).toEqual(['identityValidityMissing']);
  });

  test('scenario 20, DDL-07, CHK-ID-2: 2025-08-31 counts back to 2025-02-28, with a soft warning', () => {
    const august = { ...receipt, receivedOn: '2025-08-31' };
    const window = facts.call && { ...facts.call, opensOn: '2025-08-01', closesOn: '2025-08-31' };
    const known = { ...facts, call: window };
    const checked = (madeOn: string, command: ReceiveProposal) =>
      play(kumamoto, { command, facts: known }, { command: { ...companyIdentity, madeOn }, facts: known });
    expect(checked('2025-02-28', august).state?.identityChecks[0]?.warnings).toEqual(['certificateLimitClipped']);
    expect(checked('2025-02-27', august).refusals).toMatchObject([{ code: 'certificateTooOld' }]);
    const plain = checked('2025-02-28', { ...august, receivedOn: '2025-08-28' });
    expect(plain.state?.identityChecks[0]?.warnings).toEqual([]);
  });

  test('CHK-ID-3, EXC-3: another fitting paper is taken with its unavoidable reason, and the reason is kept', () => {
    const other: CheckIdentity = { ...companyIdentity, document: 'other', madeOn: null };
    expect(codes(aomori, receipt, other)).toEqual(['identityDocumentNotAdmitted']);
    const { identityChecks } = stateAfter(aomori, receipt, { ...other, otherReason: '登記の手続中のため。' });
    expect(identityChecks[0]?.otherReason).toBe('登記の手続中のため。');
  });

  test('CHK-ID-5: Aomori takes a paper of a company’s 担当者 and never misses it; other organs do not ask', () => {
    const paper: CheckIdentity = {
      ...companyIdentity,
      party: 'contactPerson',
      document: 'driverLicence',
      validThrough: '2027-01-01',
    };
    expect(codes(aomori, receipt, paper)).toEqual([]);
    expect(codes(aomori, receipt, companyIdentity, complete)).toEqual([]);
    expect(codes(kumamoto, receipt, paper)).toEqual(['contactPaperNotProvided']);
    expect(codes(aomori, { ...receipt, proposers: [personParty] }, paper)).toEqual(['partyUnknown']);
  });

  test('EXC-1, STP-05: the principal is heard although an agent files; what was said is no part of the state', () => {
    const talk = (text: string, who: 'proposer:1' | 'proposer:2' = 'proposer:1'): ProposalCommand => ({
      do: 'recordContact',
      on: '2026-01-26',
      way: 'phone',
      with: who,
      topic: 'hearing',
      text,
    });
    const played = play(
      aomori,
      { ...receipt, agent: personParty },
      talk('秘の話'),
      talk(' '),
      talk('秘', 'proposer:2'),
    );
    expect(played.refusals).toMatchObject([{ code: 'contactTextMissing' }, { code: 'partyUnknown' }]);
    expect(played.state?.contacts).toEqual([
      { on: '2026-01-26', way: 'phone', with: 'proposer:1', topic: 'hearing', by: 'centralDesk:1' },
    ]);
    expect(JSON.stringify(played.state)).not.toContain('秘の話');
  });
});
