import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { contractorDuties } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import { renderText } from '../../documents/render/renderText.ts';
import type { Command, CommandName } from '../aggregates.ts';
import { execute } from '../execute.ts';
import type { ScenarioFile } from '../fields/scenario.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { documentsOf } from './documentsOf.ts';
import { duePapers } from './duePapers.ts';

const organ = 'kumamoto' as OrganId;

/** Kumamoto's case with its contract; what happens then is told as an event on the case as it stands. */
async function contracted() {
  const parts = createMemorySystem(ruleBook);
  const untilContract = ({ steps, ...rest }: ScenarioFile): ScenarioFile => ({
    ...rest,
    steps: steps.slice(0, steps.findLastIndex((step) => step.do === 'concludeContract') + 1),
  });
  await playGuide('kumamoto-2025.json', parts, untilContract);
  const { records } = await parts.events.states(organ, { kind: 'proposal', where: { stage: 'contracted' } });
  const { id } = records[0]!.stream;
  const papersOf = async (kind: 'proposal' | 'release', type: string, data: object, personal: object | null = null) => {
    const actor = { person: 'desk:1', role: 'centralDesk', organ } as const;
    const at = '2026-04-01T10:00';
    const common = { id: '', organ, version: 99, schemaVersion: 1, at, recordedAt: at, actor, commandId: '' };
    const event: StoredEvent = { ...common, stream: { kind, id }, type, data, personal };
    const papers = await documentsOf(parts, organ, event);
    return papers.map((paper) => [paper.kind, renderText(paper)] as const);
  };
  /** Gives a command on the release; the texts of the papers that it brings, by their forms. */
  const issue = async (command: Command): Promise<ReadonlyMap<string, string>> => {
    const { records: releases } = await parts.events.states(organ, { kind: 'release' });
    const stream = { kind: 'release', id: releases[0]!.stream.id } as const;
    const actor = { person: 'division:1', role: 'responsibleDivision', organ } as const;
    const commandId = randomUUID();
    const outcome = await execute(parts, { organ, actor, commandId, stream, expectedVersion: null, command });
    expect(outcome).toEqual({ ...outcome, outcome: 'done' });
    const events = (await parts.events.read(organ, stream)).filter((event) => event.commandId === commandId);
    const papers = (await Promise.all(events.map((event) => documentsOf(parts, organ, event)))).flat();
    return new Map(papers.map((paper) => [paper.kind, renderText(paper)]));
  };
  return { papersOf, issue };
}

test('FRM-25, SEC-7, CAN-4, FEE-09: what happens after the contract brings its papers, and none that the organ does not have', async () => {
  const { papersOf } = await contracted();
  const delay = {
    announcedOn: '2026-03-20',
    expectedOn: '2026-04-10',
    reason: '機器の故障',
    documentNumber: '架空発第9号',
  };
  const [[kind, text] = ['', '']] = await papersOf('release', 'delayAnnounced', delay);
  expect(kind).toBe('delayNotice');
  expect(text).toMatch(/架空発第9号[\s\S]*見込みの日　｜　令和8年4月10日[\s\S]*機器の故障/);

  const contractor = {
    contractor: 'contractor:1',
    tier: 1,
    engagedBy: null,
    concludedOn: '2026-03-01',
    conditionPrecedent: true,
    duties: ['processing', 'chapterFour'],
    toldOn: '2026-03-01',
    reportedToDeskOn: null,
  };
  const told = await papersOf('release', 'contractorRecorded', contractor, { name: '架空加工株式会社' });
  expect(told.map(([name]) => name)).toEqual(['outsourcingClauses', 'contractorDuties']);
  expect(told[1]?.[1]).toMatch(/架空加工株式会社　御中[\s\S]*法律第４章/);

  const cancelled = {
    cancelledOn: '2026-05-10',
    ground: 'contract',
    reason: '是正されないため。',
    barredThrough: null,
  };
  const [[, ended] = ['', '']] = await papersOf('proposal', 'contractCancelled', cancelled);
  expect(ended).toContain('契約に定める解除事由に該当したこと。');
  expect(ended).not.toContain('新たな提案をすることができません');

  const fee = { correctedOn: '2026-02-06', documentNumber: '架空発第10号', from: 72350, to: 72300, reason: '誤記' };
  const [[, corrected] = ['', '']] = await papersOf('proposal', 'notifiedFeeCorrected', fee);
  expect(corrected).toMatch(/架空発第10号[\s\S]*架空発第1号[\s\S]*訂正[\s\S]*72,300円/);

  const handlers = { receivedOn: '2026-03-01', toldOn: '2026-03-01', handlers: [] };
  expect(await papersOf('proposal', 'handlersReported', handlers, { handlers: [] })).toEqual([]);
  expect(
    await papersOf('release', 'publicationRequested', { place: '', through: null, requestedOn: '2026-04-01' }),
  ).toEqual([]);
});

/** The letters that bear a number only when their command was given one, in cases of the guide that issue them. */
const letters: readonly (readonly [guide: string, forms: Partial<Record<CommandName, string>>])[] = [
  ['kumamoto-2025', { requestCorrection: 'correctionRequest' }],
  [
    'hokkaido-university-whole',
    {
      referToCommittee: 'committeeReferral',
      cancelContract: 'cancellationNotice',
      handOverOther: 'otherDataStatement',
      recordProvision: 'provisionLetter',
    },
  ],
  ['ichikawa-third-party', { notifyThirdParties: 'thirdPartyNotice' }],
  ['aomori-police-whole', { requestPublication: 'publicationSheet' }],
];

/** The letters in a case of the guide by their forms, printed as they are kept; their commands are given a number, or none. */
async function lettersOf(guide: string, forms: Partial<Record<CommandName, string>>, documentNumber: string | null) {
  const parts = createMemorySystem(ruleBook);
  const played: OrganId[] = [];
  await playGuide(`${guide}.json`, parts, (whole) => {
    played.push(whole.organ as OrganId);
    const steps = whole.steps.map(({ expect: expected, ...step }) =>
      step.do in forms
        ? { ...step, with: { ...step.with, documentNumber }, ...(expected?.refusal ? { expect: expected } : {}) }
        : { ...step, ...(expected ? { expect: expected } : {}) },
    );
    return { ...whole, steps: steps.slice(0, steps.findLastIndex((step) => step.do in forms) + 1) };
  });
  const [organOf = organ] = played;
  const texts: (readonly [form: string, text: string])[] = [];
  for (const kind of ['proposal', 'release', 'otherProvision'] as const)
    for (const { stream } of (await parts.events.states(organOf, { kind })).records) {
      const due = await duePapers(parts, organOf, await parts.events.read(organOf, stream), null);
      const wanted = due.filter(({ paper }) => Object.values(forms).includes(paper.kind));
      texts.push(...wanted.map(({ paper }) => [paper.kind, renderText(paper)] as const));
    }
  return texts;
}

/** Every run has its own key. */
const withoutKey = (text: string) => text.replaceAll(/[0-9a-f]{8}/g, '');

test.each(letters)(
  '%s: a letter bears the number that it is given, and without one no line for it',
  async (guide, forms) => {
    const [bare, numbered] = [await lettersOf(guide, forms, null), await lettersOf(guide, forms, '架空発第77号')];
    expect(new Set(bare.map(([form]) => form))).toEqual(new Set(Object.values(forms)));
    for (const [form, text] of bare) expect([form, /架空発第|第[　＿_\s]*号/.exec(text)]).toEqual([form, null]);
    for (const [form, text] of numbered) expect([form, text.match(/架空発第77号/g)?.length]).toEqual([form, 1]);
    expect(numbered.map(([form, text]) => [form, withoutKey(text.replace(/架空発第77号\s*/, ''))])).toEqual(
      bare.map(([form, text]) => [form, withoutKey(text)]),
    );
  },
);

test('FRM-25, SEC-7: an inquiry and a letter to a contractor bear the number of their command', async () => {
  const { issue } = await contracted();
  const number = { documentNumber: '架空発第77号' };
  const inquiry = { do: 'recordInquiry', on: '2026-02-20', question: '町名の粒度', answer: null } as const;
  const contractor = {
    do: 'recordContractor',
    contractor: '架空加工株式会社',
    engagedBy: null,
    concludedOn: '2026-02-20',
    conditionPrecedent: true,
    duties: contractorDuties,
    toldOn: '2026-02-20',
    isHandlingBusiness: true,
    reportedToDeskOn: '2026-02-20',
  } as const;
  for (const [command, form] of [
    [inquiry, 'creationInquiry'],
    [contractor, 'contractorDuties'],
  ] as const) {
    expect((await issue({ ...command, ...number })).get(form)).toMatch(/^架空発第77号/);
    expect((await issue(command)).get(form)).toMatch(/^令和/);
  }
});

test('FRM-25: a letter that lacks an item is not made; what stands in its place names the item', async () => {
  const { papersOf } = await contracted();
  const delay = { announcedOn: '2026-03-20', expectedOn: '2026-04-10', reason: ' ', documentNumber: '' };
  const [[kind, text] = ['', '']] = await papersOf('release', 'delayAnnounced', delay);
  expect(kind).toBe('unmade');
  expect(text).toMatch(
    /「行政機関等匿名加工情報の提供が遅れる見込みについて」を作れません。[\s\S]*文書番号、遅れる理由/,
  );
});
