import { describe, expect, test } from 'vitest';
import {
  aomori,
  codes,
  createdFacts,
  createdForm,
  facts,
  hokkaido,
  ichikawa,
  kumamoto,
  play,
  receipt,
  request,
  type Step,
  stateAfter,
  submission,
  withIntake,
  yokohama,
} from '../../../test/support/intakeSteps.ts';
import { companyParty, personParty } from '../../../test/support/proposals.ts';
import type { Role } from '../role.ts';
import type { ProposalCommand } from './commands.ts';
import type { SubmitCorrection, SubmitCreatedProposal } from './intakeCommands.ts';

describe('電子情報処理組織による提案', () => {
  const at = (now: string, command: ProposalCommand = submission, role: Role = 'proposer'): Step => ({
    command,
    now,
    role,
    person: `${role}:9`,
  });

  test.each([
    ['2026-01-20T16:59', []],
    ['2026-01-20T17:00', []],
    ['2026-01-20T17:01', ['closingMomentPassed']],
    ['2025-12-18T23:59', ['arrivedEarly']],
  ])('CHK-REC-1, CHK-REC-4: at Yokohama the server’s clock decides, a filing of %s gives %j', (now, refused) => {
    expect(codes(yokohama, at(now))).toEqual(refused);
  });

  test('CHK-REC-1, 1b-2: without a closing time nothing is taken online, and only Yokohama takes it at all', () => {
    expect(play(withIntake('yokohama', {}), at('2026-01-10T10:00')).refusals).toMatchObject([
      { code: 'proposalSettingMissing', facts: { setting: 'intake.closingTime' } },
    ]);
    for (const rules of [kumamoto, aomori, ichikawa, hokkaido])
      expect(codes(rules, at('2026-01-10T10:00'))).toEqual(['onlineFilingClosed']);
  });

  test('SEC-15: the guideline that was shown has to be the one in force', () => {
    const older = { ...submission, acceptedGuideline: '第0版' };
    expect(play(yokohama, at('2026-01-10T10:00', older)).refusals).toMatchObject([
      { code: 'guidelineNotAccepted', facts: { accepted: '第0版', inForce: '第1版' } },
    ]);
    expect(stateAfter(yokohama, at('2026-01-10T10:00')).guidelineVersion).toBe('第1版');
  });

  test('STP-06: day and time are the server’s, and the filing is bound to the filer’s own account alone', () => {
    const foreign = {
      ...submission,
      proposers: [
        { ...companyParty, account: 'other' },
        { ...companyParty, account: 'third' },
      ],
    };
    expect(stateAfter(yokohama, at('2026-01-10T10:07', foreign))).toMatchObject({
      channel: 'online',
      receivedOn: '2026-01-10',
      receivedTime: '10:07',
      parties: ['proposer:9'],
    });
    const byAgent = { ...submission, agent: personParty };
    expect(stateAfter(yokohama, at('2026-01-10T10:07', byAgent, 'agent')).parties).toEqual(['agent:9']);
    expect(codes(yokohama, at('2026-01-10T10:07', submission, 'agent'))).toEqual(['agentNotNamed']);
  });

  test('STP-24: on created data the server’s clock decides within the register’s period, and an agent names itself', () => {
    const onCreated: SubmitCreatedProposal = {
      do: 'submitCreatedProposal',
      entry: 'e-1',
      release: 'r-1',
      proposers: [companyParty],
      agent: null,
      form: createdForm,
      attachments: receipt.attachments,
    };
    const submit = (now: string, command = onCreated, role: Role = 'proposer', known = createdFacts) =>
      play(yokohama, { ...at(now, command, role), facts: known });
    expect(submit('2026-01-20T17:00').state).toMatchObject({
      channel: 'online',
      created: { release: 'r-1' },
      call: null,
      guidelineVersion: null,
      receivedOn: '2026-01-20',
      receivedTime: '17:00',
      parties: ['proposer:9'],
    });
    const code = ({ refusals }: ReturnType<typeof submit>) => refusals.map((refusal) => refusal.code);
    expect(code(submit('2026-01-20T17:01'))).toEqual(['closingMomentPassed']);
    expect(code(submit('2025-12-31T23:59'))).toEqual(['arrivedEarly']);
    expect(code(submit('2026-01-10T10:00', onCreated, 'agent'))).toEqual(['agentNotNamed']);
    expect(code(submit('2026-01-10T10:00', onCreated, 'proposer', facts))).toEqual(['createdDataUnknown']);
    expect(codes(kumamoto, { ...at('2026-01-10T10:00', onCreated), facts: createdFacts })).toEqual([
      'onlineFilingClosed',
    ]);
  });

  test('STP-09, DDL-11: a party answers for the named fields alone, through the last day of the deadline', () => {
    const asked: Step = { command: request('2026-01-23'), now: '2026-01-12T10:00', role: 'responsibleDivision' };
    const answer = (form: SubmitCorrection['form'] = { persons: 2000 }): SubmitCorrection => ({
      do: 'submitCorrection',
      form,
      proposers: null,
      agent: null,
      attachments: [],
    });
    const filed = at('2026-01-10T10:00');
    const answered = (now: string, command = answer()) => play(yokohama, filed, asked, at(now, command));
    const inTime = answered('2026-01-23T23:59');
    expect(inTime.refusals).toEqual([]);
    expect(inTime.state).toMatchObject({ stage: 'received', formVersion: 2, form: { persons: 2000 }, warnings: [] });
    expect(inTime.state?.corrections.map(({ answeredOn }) => answeredOn)).toEqual(['2026-01-23']);
    expect(answered('2026-01-24T00:00').refusals).toMatchObject([
      { code: 'correctionDeadlinePassed', basis: 'DDL-11', facts: { deadline: '2026-01-23', today: '2026-01-24' } },
    ]);
    expect(answered('2026-01-15T10:00', answer({ purpose: '別の目的' })).refusals).toMatchObject([
      { code: 'fieldNotOpen', facts: { fields: ['purpose'], open: ['persons'] } },
    ]);
  });

  test('a correction of names and addresses leaves the case with the accounts that filed it', () => {
    const asked: Step = {
      command: { do: 'requestCorrection', points: [{ field: 'proposers', text: '住所' }], deadline: '2026-01-23' },
      now: '2026-01-12T10:00',
      role: 'responsibleDivision',
    };
    const moved = { ...companyParty, address: '架空市南1丁目', account: 'somebody' };
    const answer: SubmitCorrection = {
      do: 'submitCorrection',
      form: {},
      proposers: [moved, moved],
      agent: null,
      attachments: [],
    };
    expect(stateAfter(yokohama, at('2026-01-10T10:00'), asked, at('2026-01-13T10:00', answer)).parties).toEqual([
      'proposer:9',
    ]);
    const desk: Step = {
      command: { ...answer, do: 'receiveCorrection', receivedOn: '2026-01-13', copies: null },
      now: '2026-01-13T10:00',
    };
    expect(stateAfter(yokohama, at('2026-01-10T10:00'), asked, desk).parties).toEqual(['proposer:9']);
  });

  test('a party withdraws on the day itself; the desk records an earlier day that a letter names', () => {
    const withdraw = (withdrawnOn: string): ProposalCommand => ({
      do: 'withdrawProposal',
      withdrawnOn,
      reason: '事業の見直しのため',
    });
    const filed = at('2026-01-10T10:00');
    expect(stateAfter(yokohama, filed, at('2026-01-15T10:00', withdraw('2026-01-15'))).stage).toBe('withdrawn');
    expect(codes(yokohama, filed, at('2026-01-15T10:00', withdraw('2026-01-12')))).toEqual(['withdrawalDayWrong']);
    expect(codes(yokohama, filed, { command: withdraw('2026-01-12'), now: '2026-01-15T10:00' })).toEqual([]);
  });

  test('CHK-REC-1: the desk enters paper alone, never an online filing', () => {
    expect(codes(yokohama, { ...receipt, channel: 'online' })).toEqual(['onlineBySubmission']);
    expect(codes(yokohama, receipt)).toEqual([]);
  });
});
