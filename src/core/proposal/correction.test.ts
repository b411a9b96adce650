import { describe, expect, test } from 'vitest';
import {
  aomori,
  complete,
  finding,
  kumamoto,
  play,
  receipt,
  refusalNotice,
  withForm,
} from '../../../test/support/proposalCommands.ts';
import { companyIdentity, companyParty, personParty } from '../../../test/support/proposals.ts';
import type { ProposalCommand, ReceiveProposal } from './commands.ts';

describe('形式の確認', () => {
  const missing = (commands: readonly ProposalCommand[]) =>
    play([...commands, complete]).refusals.at(-1)?.facts.missing;

  test('scenario 17, CHK-REC-2: one of two copies is incomplete', () => {
    expect(missing([{ ...receipt, copies: 1 }, companyIdentity])).toEqual(['copies']);
  });

  test('scenario 15, CHK-DOC: another file name than the register’s is asked for', () => {
    expect(missing([withForm({ fileName: '学童保育システム(旧)' }), companyIdentity])).toEqual(['fileNameInRegister']);
  });

  test('scenario 16, CHK-DOC, CRI-3: an item without the level wanted is asked for; a corrected text below the standard fails criterion 3', () => {
    const vague = withForm({ items: [{ name: '住所', detail: null }] });
    expect(missing([vague, companyIdentity])).toEqual(['itemDetail:住所']);
    const corrected: readonly ProposalCommand[] = [
      vague,
      companyIdentity,
      { do: 'requestCorrection', points: [{ field: 'items', text: '住所の程度' }], deadline: '2026-01-27' },
      {
        do: 'receiveCorrection',
        receivedOn: '2026-01-26',
        form: { items: [{ name: '住所', detail: '地番まで' }] },
        proposers: null,
        agent: null,
        copies: null,
        attachments: [],
      },
      complete,
      finding('CRI-3', false, '規則62条の基準に適合しない。'),
      refusalNotice,
    ];
    const { state, refusals } = play(corrected);
    expect(refusals).toEqual([]);
    expect(state).toMatchObject({
      stage: 'nonConforming',
      notice: { findings: [{ criterion: 'CRI-3', reason: '規則62条の基準に適合しない。' }], warnings: [] },
    });
  });

  test('scenario 25, 1c-23: of two joint proposers both pledge', () => {
    const joint = { ...receipt, proposers: [companyParty, companyParty], attachments: receipt.attachments };
    expect(missing([joint, companyIdentity, { ...companyIdentity, party: 'proposer:2' } as ProposalCommand])).toEqual([
      'pledge:proposer:2',
    ]);
  });

  test('scenario 23, CHK-ID-4: an agent needs 委任状; Kumamoto then identifies the proposer, Aomori both', () => {
    const byAgent = { ...receipt, agent: personParty };
    expect(missing([byAgent])).toEqual(['powerOfAttorney', 'identity:proposer:1']);
    const atAomori = play([byAgent, complete], { rules: { ...aomori, intake: kumamoto.intake } });
    expect(atAomori.refusals[0]?.facts.missing).toEqual(['powerOfAttorney', 'identity:proposer:1', 'identity:agent']);
  });

  test.each([
    ['2025-07-20', []],
    ['2025-07-19', ['certificateTooOld']],
  ])('scenario 20, DDL-07: a certificate of %s for a proposal of 2026-01-20 gives %j', (madeOn, codes) => {
    expect(play([receipt, { ...companyIdentity, madeOn } as ProposalCommand]).refusals.map(({ code }) => code)).toEqual(
      codes,
    );
  });

  test('scenario 21, DDL-08: an expired licence is not acceptable', () => {
    const licence = {
      ...companyIdentity,
      document: 'driverLicence',
      madeOn: null,
      validThrough: '2026-01-19',
    } as ProposalCommand;
    expect(play([{ ...receipt, proposers: [personParty] }, licence]).refusals).toMatchObject([
      { code: 'identityDocumentExpired' },
    ]);
  });

  test('CHK-ID-3: a paper that is not on the list needs the unavoidable reason', () => {
    const other = { ...companyIdentity, document: 'driverLicence' } as ProposalCommand;
    expect(play([receipt, other]).refusals).toMatchObject([{ code: 'identityDocumentNotAdmitted' }]);
    expect(play([receipt, { ...other, otherReason: 'やむを得ない' } as ProposalCommand]).refusals).toEqual([]);
  });

  test('STP-09, DDL-11: only the fields that were asked for open, until the deadline and with a warning after it', () => {
    const request: ProposalCommand = {
      do: 'requestCorrection',
      points: [{ field: 'persons', text: '1,000人以上に' }],
      deadline: '2026-01-27',
    };
    const correction = (form: Partial<ReceiveProposal['form']>, receivedOn = '2026-01-27'): ProposalCommand => ({
      do: 'receiveCorrection',
      receivedOn,
      form,
      proposers: null,
      agent: null,
      copies: null,
      attachments: [],
    });
    const base = [withForm({ persons: 999 }), request];
    expect(play([...base, correction({ persons: 1000, purpose: '別の目的' })]).refusals).toMatchObject([
      { code: 'fieldNotOpen', facts: { fields: ['purpose'] } },
    ]);
    expect(play([...base, correction({ persons: 1000 })]).state).toMatchObject({
      stage: 'received',
      formVersion: 2,
      form: { persons: 1000, purpose: '需要の見積り' },
      warnings: [],
    });
    expect(play([...base, correction({ persons: 1000 }, '2026-01-28')]).state?.warnings).toEqual(['correctionLate']);
  });
});
