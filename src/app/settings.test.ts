import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleBook } from '../../test/support/shippedRules.ts';
import { draftCall, give } from '../../test/support/solicitedFile.ts';
import { createMemorySystem } from '../adapters/memory/memorySystem.ts';
import { loadProfiles } from '../adapters/profiles/loadProfiles.ts';
import { ruleCheck } from '../adapters/profiles/ruleCheck.ts';
import { settingsForCall } from '../core/call/openingObstacle.ts';
import type { OrganId } from '../core/role.ts';
import { refusalText } from '../messages/refusalText.ts';
import { createInstallationRules, settingsStream } from './installationRules.ts';
import { rebuildState } from './rebuildState.ts';
import { createRuleBook, type RuleBook } from './ruleBook.ts';

/** What an official decides, by the path of the value. */
const decided: Readonly<Record<string, unknown>> = {
  'solicitation.minDays': 30,
  'intake.channels': ['inPerson', 'post', 'online'],
  'intake.arrivalRule': 'arrival',
  'intake.onlineFiling': true,
  'intake.closingTime': '17:15',
  'review.minPersons': 1_000,
  'review.maxUsePeriodMonths': 36,
  'review.criterion7Standard': '架空の規則の基準に適合すること。',
};
const setting = (path: string, value: unknown = decided[path] ?? '架空の規則の定め') => ({
  setting: path,
  value,
  text: '架空の決裁第1号',
  from: '2026-01-06',
  reason: '募集に必要なため。',
});

async function systemWithDraft(organ: string, book: RuleBook = ruleBook) {
  const parts = createMemorySystem(book);
  await parts.clock.setProcedure('2026-01-06T09:00');
  await draftCall(parts, organ, '2026-02-01', '2026-03-03');
  const publish = () =>
    give(parts, organ, 'centralDesk', [
      'call',
      'publishCall',
      { items: ['guideline', 'period', 'fileList', 'fileOutlines'], publishedOn: '2026-01-06', place: '架空の掲示場' },
    ]);
  const set = (fields: object) => give(parts, organ, 'administrator', ['settings', 'setRuleValue', fields]);
  return { parts, publish, set };
}

const byRule = [
  'proposalItems',
  'attachments',
  'noticeItems',
  'disclosureReading',
  'contractProcedure',
  'registerItems',
  'registerMinPersons',
  'createdDataItems',
  'matchingExclusion',
  'systematicFiles',
].map((name) => `ruleContents.${name}`);

/** 1b-2: what each source is silent on, and 1c-21 for Ichikawa; by hand from the table of the sources. */
const silentOn: Readonly<Record<string, readonly string[]>> = {
  kumamoto: [],
  'aomori-police': ['intake.arrivalRule'],
  yokohama: ['intake.channels', 'intake.arrivalRule', 'intake.closingTime'],
  'hokkaido-university': ['intake.channels', 'intake.arrivalRule', 'intake.onlineFiling', 'intake.closingTime'],
  ichikawa: [
    'solicitation.minDays',
    'intake.arrivalRule',
    'review.minPersons',
    'review.maxUsePeriodMonths',
    'review.criterion7Standard',
    ...byRule,
  ],
};

describe('what a call needs', () => {
  test.each(Object.entries(silentOn))(
    '1b-2, 1c-21, STP-29: %s is refused for each value that its source leaves open, one by one, and then publishes and opens',
    async (organ, expected) => {
      const { parts, publish, set } = await systemWithDraft(organ);
      const named: string[] = [];
      for (let outcome = await publish(); outcome.outcome !== 'done'; outcome = await publish()) {
        if (outcome.outcome !== 'refused') throw new Error(outcome.outcome);
        expect(outcome.refusal).toMatchObject({ code: 'settingMissing' });
        expect(refusalText(outcome.refusal)).toMatch(/「規程の設定」の画面/);
        const path = String(outcome.refusal.facts.setting);
        named.push(path);
        expect(await set(setting(path))).toMatchObject({ outcome: 'done' });
      }
      expect(named.toSorted()).toEqual(expected.toSorted());
      await parts.clock.setProcedure('2026-02-01T09:00');
      expect(await give(parts, organ, 'centralDesk', ['call', 'openCall', {}])).toMatchObject({ outcome: 'done' });
    },
  );

  test('an organ without online filing needs no closing time', async () => {
    const { publish, set } = await systemWithDraft('hokkaido-university');
    await set(setting('intake.channels', ['post']));
    await set(setting('intake.arrivalRule', 'dispatch'));
    expect(await publish()).toMatchObject({ outcome: 'done' });
  });
});

describe('the settings of an installation', () => {
  const yokohama = 'yokohama' as OrganId;

  test('a value of the wrong shape is refused with the shape, and nothing is recorded', async () => {
    const { parts, set } = await systemWithDraft('yokohama');
    const outcome = await set(setting('intake.arrivalRule', 'often'));
    if (outcome.outcome !== 'refused') throw new Error(outcome.outcome);
    expect(refusalText(outcome.refusal)).toBe(
      '「郵送の場合に到達と発送のどちらで判断するか」に often とあります。arrival（到達（必着））、dispatch（発信（消印）） のいずれかで書いてください。',
    );
    expect(await parts.events.state(yokohama, settingsStream)).toBe(null);
  });

  test('only the administrator sets, and only in the own organ', async () => {
    const { parts } = await systemWithDraft('yokohama');
    for (const role of ['centralDesk', 'head', 'auditor', 'responsibleDivision'] as const)
      expect(
        await give(parts, 'yokohama', role, ['settings', 'setRuleValue', setting('intake.copies', 2)]),
      ).toMatchObject({ outcome: 'refused', refusal: { code: 'notPermitted' } });
  });

  test('another program that starts on the same store reads what was set; the state is that of the events', async () => {
    const { parts, set } = await systemWithDraft('yokohama');
    await set(setting('intake.copies', 2));
    const next = createInstallationRules(ruleBook, parts.events, parts.clock);
    expect(next.rules.inForce(yokohama, '2026-01-06')?.intake.copies).toBe(null);
    await next.load();
    expect(next.rules.inForce(yokohama, '2026-01-06')).toEqual(parts.rules.inForce(yokohama, '2026-01-06'));
    expect(next.rules.inForce(yokohama, '2026-01-06')?.intake.copies?.value).toBe(2);
    expect(await rebuildState(parts, yokohama, settingsStream)).toEqual(
      (await parts.events.state(yokohama, settingsStream))?.state,
    );
  });

  test('a commit of which nobody knows whether it was made leaves the rules as the store has them', async () => {
    const { parts } = await systemWithDraft('yokohama');
    const lost = {
      ...parts.events,
      commit: async (commit: Parameters<typeof parts.events.commit>[0]) => {
        await parts.events.commit(commit);
        throw new Error('the answer was lost');
      },
    };
    const { events, rules } = createInstallationRules(ruleBook, lost, parts.clock);
    const order = ['settings', 'setRuleValue', setting('intake.copies', 3)] as const;
    await expect(give({ ...parts, events, rules }, 'yokohama', 'administrator', order)).rejects.toThrow('lost');
    expect(rules.inForce(yokohama, '2026-01-06')?.intake.copies?.value).toBe(3);
  });

  test('`tokumei rules` answers from the shipped profiles: they never change', async () => {
    const before = structuredClone(ruleBook.inForce(yokohama, '2026-01-06'));
    const { set } = await systemWithDraft('yokohama');
    await set(setting('intake.copies', 2));
    expect(ruleBook.inForce(yokohama, '2026-01-06')).toEqual(before);
  });
});

describe('an organ that the project does not ship', () => {
  const organ = 'kakuu-shi';
  const book = createRuleBook(loadProfiles(join(import.meta.dirname, '../../test/data/profiles')), ruleCheck);

  test('a profile alone adds it: its call opens, a proposal comes in on paper, and online filing is open to proposers', async () => {
    const { parts, publish } = await systemWithDraft(organ, book);
    const rules = book.inForce(organ as OrganId, '2026-01-06');
    expect(rules && settingsForCall(rules)).toEqual([
      'solicitation.minDays',
      'intake.channels',
      'intake.arrivalRule',
      'review.minPersons',
      'intake.onlineFiling',
      'intake.closingTime',
    ]);
    expect(await publish()).toMatchObject({ outcome: 'done' });
    await parts.clock.setProcedure('2026-02-01T09:00');
    expect(await give(parts, organ, 'centralDesk', ['call', 'openCall', {}])).toMatchObject({ outcome: 'done' });
    await parts.clock.setProcedure('2026-02-10T10:00');
    const proposal = {
      call: 'call',
      entry: 'file',
      receivedOn: '2026-02-10',
      proposers: [{ kind: 'individual', name: '見本 太郎' }],
      form: {},
    };
    const receive = (channel: string) =>
      give(parts, organ, 'centralDesk', [channel, 'receiveProposal', { ...proposal, channel, copies: 1 }]);
    expect(await receive('post')).toMatchObject({ outcome: 'done', events: [{ type: 'proposalReceived' }] });
    expect(await receive('online')).toMatchObject({ outcome: 'refused', refusal: { code: 'onlineBySubmission' } });
  });
});
