import { describe, expect, test } from 'vitest';
import {
  aomori,
  complete,
  facts,
  finding,
  hokkaido,
  inReview,
  kumamoto,
  notice,
  play,
  receipt,
  refusalNotice,
  reviewed,
  typedFee,
  withForm,
} from '../../../test/support/proposalCommands.ts';
import { companyIdentity, personCount, personParty } from '../../../test/support/proposals.ts';
import { criterionIds } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ProposalCommand } from './commands.ts';

describe('審査', () => {
  const countedAs = (requested: number, filePersons = personCount(5000), rules = kumamoto) =>
    play([withForm({ persons: requested }), companyIdentity, complete, finding('CRI-2')], {
      rules: {
        ...rules,
        intake: kumamoto.intake,
        attachments: kumamoto.attachments,
        identityCheck: kumamoto.identityCheck,
      },
      facts: { ...facts, call: facts.call && { ...facts.call, personsAtClose: filePersons } },
      role: 'responsibleDivision',
    }).refusals.map(({ code }) => code);

  test('scenario 12, CRI-2: 1,000 to the persons of the file, both ends inside', () => {
    expect([999, 1000, 5000, 5001].map((requested) => countedAs(requested))).toEqual([
      ['personCountOutside'],
      [],
      [],
      ['personCountOutside'],
    ]);
  });

  test('scenario 98, CRI-2: a random 2,000 of 8,000 persons may be asked for, in the words of the processing', () => {
    const sample = withForm({ persons: 2000, items: [{ name: '住所', detail: '無作為に抽出した2,000人の町名' }] });
    const known = { ...facts, call: facts.call && { ...facts.call, personsAtClose: personCount(8000) } };
    const { state, refusals } = play([sample, companyIdentity, complete, finding('CRI-2'), finding('CRI-3')], {
      facts: known,
    });
    expect([refusals, state?.findings.map(({ met }) => met)]).toEqual([[], [true, true]]);
  });

  test('scenario 13, CRI-2: 1,200 rows of 950 persons never reach 1,000', () => {
    expect(countedAs(1000, personCount(950, 1200), aomori)).toEqual(['personCountOutside']);
  });

  test('scenario 14, DDL-14: the count at the close decides, not the present one', () => {
    expect(countedAs(5000, personCount(4800))).toEqual(['personCountOutside']);
  });

  test('scenario 32, DQ-1: a minor cannot be found free of 欠格事由', () => {
    const minor = { ...personParty, birthDate: '2008-01-21' };
    const commands = (birthDate: string): ProposalCommand[] => [
      { ...receipt, proposers: [{ ...minor, birthDate }] },
      { ...companyIdentity, document: 'driverLicence', validThrough: '2027-01-01' } as ProposalCommand,
      complete,
      finding('CRI-1'),
    ];
    expect(play(commands('2008-01-21')).refusals).toMatchObject([
      { code: 'proposerDisqualified', basis: '3①', facts: { ids: ['DQ-1'] } },
    ]);
    expect(play(commands('2008-01-20')).refusals).toEqual([]);
  });

  test('scenario 40, ACT-04: at Hokkaido University the committee reviews, elsewhere it does not', () => {
    const open: RuleSet = { ...hokkaido, intake: kumamoto.intake, identityCheck: kumamoto.identityCheck };
    const referral: ProposalCommand = { do: 'referToCommittee', referredOn: '2026-01-26', papers: [] };
    const commands = [...inReview, referral, finding('CRI-4')];
    expect(play(commands, { rules: open, role: 'responsibleDivision' }).refusals).toMatchObject([
      { code: 'wrongReviewBody' },
    ]);
    expect(play(commands, { rules: open, role: 'committee' }).refusals).toEqual([]);
    expect(play(commands, { role: 'committee' }).refusals).toMatchObject([
      { code: 'noCommittee' },
      { code: 'wrongReviewBody' },
    ]);
  });

  test('scenario 44, FEE-01: Aomori’s fee comes from the formula and cannot be typed', () => {
    const open: RuleSet = { ...aomori, intake: kumamoto.intake, identityCheck: kumamoto.identityCheck };
    const effort = { ...typedFee, minutes: [732], yen: null, reason: null } as ProposalCommand;
    expect(play([...inReview, effort], { rules: open }).state?.fee?.yen).toBe(72350);
    expect(play([...inReview, typedFee], { rules: open }).refusals).toMatchObject([{ code: 'feeHasFormula' }]);
  });

  test('scenario 58: Kumamoto has no formula, so the fee is typed with its reason', () => {
    expect(play([...inReview, { ...typedFee, reason: ' ' } as ProposalCommand]).refusals).toMatchObject([
      { code: 'feeTypedWithoutReason' },
    ]);
  });
});

describe('審査結果の通知', () => {
  test('scenario 34, FRM-13: no item may be open, and the open ones are named', () => {
    const bare = { ...notice, contractParty: null, feeDeadline: null } as ProposalCommand;
    expect(play([...reviewed, bare]).refusals).toMatchObject([
      { code: 'noticeItemMissing', facts: { items: ['contractParty', 'feeDeadline'] } },
    ]);
    for (const item of ['contractParty', 'feePayment', 'applicationDeadline', 'feeDeadline'] as const)
      expect(play([...reviewed, { ...notice, [item]: null } as ProposalCommand]).refusals).toMatchObject([
        { code: 'noticeItemMissing', facts: { items: [item] } },
      ]);
    expect(play([...reviewed, notice]).state).toMatchObject({
      stage: 'conforming',
      notice: { items: { contractParty: '市長', feeYen: 72350, medium: 'CD-R', typed: { feeYen: '条例による。' } } },
      applicationDeadline: '2026-03-02',
    });
  });

  test('FRM-13: a typed value without its reason is refused', () => {
    const silent = { ...notice, feePayment: { value: '納入通知書', reason: '' } } as ProposalCommand;
    expect(play([...reviewed, silent]).refusals).toMatchObject([
      { code: 'typedWithoutReason', facts: { items: ['feePayment'] } },
    ]);
  });

  test('scenario 60, DDL-04, DDL-05: Aomori’s deadlines come from the rule, the fee’s with the application’s', () => {
    const open: RuleSet = {
      ...aomori,
      intake: kumamoto.intake,
      identityCheck: kumamoto.identityCheck,
      attachments: kumamoto.attachments,
    };
    const effort = { ...typedFee, minutes: [732], yen: null, reason: null } as ProposalCommand;
    const byRule = {
      ...notice,
      contractParty: null,
      feePayment: null,
      applicationDeadline: null,
      feeDeadline: null,
    } as ProposalCommand;
    const { state, refusals } = play([...inReview, ...criterionIds.map((id) => finding(id)), effort, byRule], {
      rules: open,
      role: 'responsibleDivision',
    });
    expect(refusals).toEqual([]);
    expect(state).toMatchObject({ applicationDeadline: '2026-03-02', feeDeadline: '2026-03-02' });
    expect(state?.notice?.items).toMatchObject({ ruleDeadline: '2026-03-02', contractParty: '知事', typed: {} });
  });

  test('scenario 35, REC-6: neither notice goes out without the reasons', () => {
    const silent = [
      ...inReview,
      ...criterionIds.map((id) => finding(id, true, id === 'CRI-6' ? ' ' : 'よい。')),
      typedFee,
    ];
    expect(play([...silent, notice]).refusals).toMatchObject([
      { code: 'findingReasonMissing', facts: { criteria: ['CRI-6'] } },
    ]);
    expect(play([...inReview, finding('CRI-4', false, ''), refusalNotice]).refusals).toMatchObject([
      { code: 'findingReasonMissing', facts: { criteria: ['CRI-4'] } },
    ]);
  });

  test('scenario 36, OUT-2: two failed criteria are both named, in their order', () => {
    const { state } = play([...inReview, finding('CRI-5', false), finding('CRI-2', false), refusalNotice]);
    expect(state?.stage).toBe('nonConforming');
    expect(state?.notice?.findings.map(({ criterion }) => criterion)).toEqual(['CRI-2', 'CRI-5']);
  });

  test('scenario 11, CHK-DOC: 999 persons are refused under criterion 2 with the reason; not having asked for a correction warns', () => {
    const few = [withForm({ persons: 999 }), companyIdentity];
    const refused: readonly ProposalCommand[] = [
      complete,
      finding('CRI-2', false, '1,000人に満たない。'),
      refusalNotice,
    ];
    const ask: ProposalCommand = {
      do: 'requestCorrection',
      points: [{ field: 'persons', text: '1,000人以上に' }],
      deadline: '2026-01-27',
    };
    const unchanged: ProposalCommand = {
      do: 'receiveCorrection',
      receivedOn: '2026-01-26',
      form: { persons: 999 },
      proposers: null,
      agent: null,
      copies: null,
      attachments: [],
    };
    expect(play([...few, complete, finding('CRI-2')]).refusals).toMatchObject([{ code: 'personCountOutside' }]);
    for (const [asked, warnings] of [
      [[], ['noCorrectionAsked']],
      [[ask, unchanged], []],
    ] as const)
      expect(play([...few, ...asked, ...refused]).state).toMatchObject({
        stage: 'nonConforming',
        notice: { findings: [{ criterion: 'CRI-2', met: false, reason: '1,000人に満たない。' }], warnings },
      });
  });

  test('OUT-1, OUT-2: conforming needs all seven met, non-conforming at least one that is not', () => {
    expect(play([...inReview, typedFee, notice]).refusals).toMatchObject([{ code: 'findingsMissing' }]);
    expect(play([...reviewed, finding('CRI-7', false), notice]).refusals).toMatchObject([{ code: 'criterionNotMet' }]);
    expect(play([...reviewed, refusalNotice]).refusals).toMatchObject([{ code: 'allCriteriaMet' }]);
  });
});
