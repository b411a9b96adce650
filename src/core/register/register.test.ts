import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play as playOn } from '../../../test/support/play.ts';
import { circumstances, rulesOf } from '../../../test/support/shippedRules.ts';
import { noAssurance } from '../../messages/noAssurance.ts';
import { decideIn, rebuild } from '../aggregate.ts';
import type { RegisterCommand } from './commands.ts';
import type { EntryContents } from './entry.ts';
import { publicEntry } from './publicEntry.ts';
import { register } from './register.ts';
import type { RegisterState } from './state.ts';

const rules = rulesOf('kumamoto');
const created = { persons: 1995, items: ['住所', '年齢'], createdOn: '2026-02-16', entry: 'e-1' };
const facts = { ...circumstances('2026-01-20T10:00', 'responsibleDivision'), entry: 'e-1', created, noAssurance };

const contents: EntryContents = {
  fileName: '学童保育システム（架空）',
  organName: '市長',
  responsibleOrganization: '架空課',
  purpose: '放課後児童健全育成事業の事務',
  recordItems: [
    { name: '氏名', mayBeAbsent: false },
    { name: '秘匿項目', mayBeAbsent: true },
  ],
  recordScope: '児童及び保護者',
  collectionMethod: '秘匿の収集方法',
  sensitiveInformation: null,
  ordinanceSensitiveInformation: null,
  regularRecipients: ['秘匿の提供先'],
  disclosureDesk: null,
  specialProcedure: null,
  fileKind: 'electronic',
  manualCopy: null,
  thirdPartyProcedure: null,
  remarks: null,
};
const passed = { passed: true, reason: '該当する。' };
const failed = { passed: false, reason: '全部が不開示であり、意見書の機会もない。' };
const desk = { name: '情報公開窓口', address: '架空市1番1号' };

const registerFile: RegisterCommand = {
  do: 'registerFile',
  contents,
  entryDate: { on: '2019-07-01', asWritten: '平成31年7月1日' },
  persons: { uniquePersons: 950, cumulativePersons: 1200, countedOn: '2025-11-28' },
};
const publishEntry: RegisterCommand = { do: 'publishEntry', publishedOn: '2025-12-01' };
const allPassed: RegisterCommand = {
  do: 'testForSolicitation',
  tests: { published: passed, disclosure: passed, noHindrance: passed },
};
const secondFails: RegisterCommand = {
  do: 'testForSolicitation',
  tests: { published: passed, disclosure: failed, noHindrance: passed },
};
const flag: RegisterCommand = { do: 'flagForSolicitation', desk };

const decideOn = (state: RegisterState | null, command: RegisterCommand) =>
  decideIn(register, command, state, rules, facts);

function play(...commands: RegisterCommand[]) {
  const { refusals, ...played } = playOn(
    register,
    rules,
    commands.map((command) => [command, facts] as const),
  );
  return { ...played, refusals: refusals.map(({ code }) => code) };
}

describe('個人情報ファイル簿', () => {
  test('scenario 8, 法60条3項: a file that fails a test is not flagged, and the reason is kept', () => {
    const { state, refusals } = play(registerFile, publishEntry, flag, secondFails, flag);
    expect(refusals).toEqual(['testsNotMade', 'testsNotPassed']);
    expect(state?.flagged).toBe(false);
    expect(state?.tests?.disclosure).toEqual(failed);
    expect(decideOn(state, flag)).toMatchObject({
      refusal: { basis: '2参考', facts: { failed: ['disclosure'], reasons: [failed.reason] } },
    });
  });

  test('法60条3項: a flagged file that no longer meets a test loses its flag with the reason', () => {
    const { state, events } = play(registerFile, publishEntry, allPassed, flag, secondFails);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['solicitationTested', 'unflaggedForSolicitation']);
    expect(state?.flagged).toBe(false);
  });

  test('STP-01: a test without a reason is not taken', () => {
    const silent = { passed: true, reason: ' ' };
    const { refusals } = play(registerFile, {
      ...allPassed,
      tests: { published: silent, disclosure: passed, noHindrance: passed },
    } as RegisterCommand);
    expect(refusals).toEqual(['reasonMissing']);
  });

  test('scenario 6, STP-02, FRM-02: only a published file is flagged, with the desk that takes proposals', () => {
    expect(play(registerFile, allPassed, flag).refusals).toEqual(['notInStage']);
    const { state } = play(registerFile, allPassed, publishEntry, flag);
    expect(state && publicEntry(state)).toMatchObject({ solicited: true, solicitationDesk: desk });
  });

  test('scenario 91, 1c-16: an impossible date of the era keeps its text beside the day it means', () => {
    expect(play(registerFile).state?.entryDate).toEqual({ on: '2019-07-01', asWritten: '平成31年7月1日' });
  });

  test('scenario 24, STP-05, SEC-9: a note of a pre-check ends with the sentence that nothing is assured, and 適合 has to be confirmed', () => {
    const preCheck = (note: string, confirmed = false): RegisterCommand => ({
      do: 'recordPreCheck',
      on: '2026-01-20',
      way: 'counter',
      asker: '秘の相談者',
      note,
      confirmed,
    });
    const { state, events, refusals } = play(
      registerFile,
      publishEntry,
      preCheck(' '),
      preCheck('この案は基準に適合する。'),
      preCheck('この案は基準に適合する。', true),
      preCheck(`住所の程度を書くよう案内した。\n${noAssurance}`),
      { ...preCheck('明日の相談'), on: '2026-01-21' } as RegisterCommand,
    );
    expect(refusals).toEqual(['preCheckEmpty', 'preCheckSpeaksOfResult', 'preCheckInFuture']);
    const notes = events.flatMap((event) => (event.type === 'preCheckRecorded' ? [event.personal?.note ?? ''] : []));
    expect(notes).toEqual([
      `この案は基準に適合する。\n${noAssurance}`,
      `住所の程度を書くよう案内した。\n${noAssurance}`,
    ]);
    expect(state?.preChecks.length).toBe(2);
    expect(JSON.stringify(state)).not.toMatch(/相談者|案内した/);
    expect(JSON.stringify(state && publicEntry(state))).not.toContain('preCheck');
  });

  test('1c-08: the persons after 名寄せ can never exceed 延べ', () => {
    const count: RegisterCommand = {
      do: 'countPersons',
      uniquePersons: 1201,
      cumulativePersons: 1200,
      countedOn: '2026-01-20',
    };
    expect(play(registerFile, count).refusals).toEqual(['personsContradictory']);
  });

  test('REC-9: a correction keeps what stood there, and without a change or a reason it is none', () => {
    const correction: RegisterCommand = {
      do: 'correctEntry',
      changes: { purpose: '改めた目的', recordScope: contents.recordScope },
      correctedOn: '2026-01-19',
      reason: '事務の変更',
    };
    const { state } = play(registerFile, correction);
    expect(state?.corrections).toEqual([
      {
        correctedOn: '2026-01-19',
        reason: '事務の変更',
        before: { purpose: contents.purpose },
        after: { purpose: '改めた目的' },
      },
    ]);
    expect(state?.entryDate.on).toBe('2026-01-19');
    expect(play(registerFile, { ...correction, changes: { purpose: contents.purpose } }).refusals).toEqual([
      'nothingToCorrect',
    ]);
    expect(play(registerFile, { ...correction, reason: '' }).refusals).toEqual(['reasonMissing']);
  });

  test('EXC-6, 法75条3項: a withheld file is not public and can never be flagged', () => {
    const withheld = play(registerFile, { do: 'withholdEntry', reason: '著しい支障' }, allPassed, flag);
    expect(withheld.refusals).toEqual(['notInStage']);
    expect(withheld.state && publicEntry(withheld.state)).toBeNull();
  });

  test('EXC-7: a file that the register does not apply to is listed nowhere and cannot be solicited, with its ground', () => {
    const exempt: RegisterCommand = {
      do: 'exemptFile',
      ground: 'fewPersons',
      reason: '検索できる本人が千人に満たない。',
    };
    const { state, refusals } = play(registerFile, exempt, publishEntry, allPassed, flag);
    expect(refusals).toEqual(['notInStage', 'notInStage']);
    expect(state).toMatchObject({ stage: 'exempt', flagged: false, closing: { ground: 'fewPersons' } });
    expect(state && publicEntry(state)).toBeNull();
  });

  test('scenario 89, 法117条: persons and items come from the verified data, and only once', () => {
    const record: RegisterCommand = { do: 'recordCreatedData', release: 'r-1', name: '架空の情報', desk, period: null };
    const { state, refusals } = play(registerFile, publishEntry, record, record);
    expect(refusals).toEqual(['createdDataTwice']);
    expect(state?.createdData).toMatchObject([{ persons: 1995, items: ['住所', '年齢'] }]);
    expect(decideIn(register, record, state, rules, { ...facts, created: null })).toMatchObject({
      refusal: { code: 'dataNotCreated' },
    });
  });
});

const anyCommand = fc.constantFrom<RegisterCommand>(
  registerFile,
  publishEntry,
  allPassed,
  secondFails,
  flag,
  { do: 'unflagForSolicitation', reason: '募集を終える' },
  {
    do: 'omitParts',
    parts: ['collectionMethod', 'regularRecipients'],
    recordItems: ['秘匿項目'],
    reason: '著しい支障',
  },
  { do: 'withholdEntry', reason: '著しい支障' },
  { do: 'exemptFile', ground: 'fewPersons', reason: '1,000人未満' },
  { do: 'correctEntry', changes: { remarks: '注記' }, correctedOn: '2026-01-19', reason: '追記' },
  { do: 'countPersons', uniquePersons: 1100, cumulativePersons: 1300, countedOn: '2026-01-19' },
  { do: 'recordCreatedData', release: 'r-1', name: '架空の情報', desk, period: null },
  { do: 'deleteEntry', ground: 'noLongerHeld', reason: '廃棄', deletedOn: '2026-01-19' },
);

test('register, any sequence of commands: flagged means public with three passed tests, omitted parts never show, events rebuild the state', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
      const { state, events } = play(registerFile, ...commands);
      expect(rebuild(register.evolve, events)).toEqual(state);
      if (!state) return;
      const shown = publicEntry(state);
      expect(shown !== null).toBe(state.stage === 'published');
      if (state.flagged) expect(Object.values(state.tests ?? {}).map((one) => one.passed)).toEqual([true, true, true]);
      if (state.flagged) expect(state.stage).toBe('published');
      if (state.omission) expect(JSON.stringify(shown)).not.toContain('秘匿');
    }),
    { seed: 20251219, numRuns: 1000 },
  );
});
