import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { redPixel } from '../../../test/support/samplePaper.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { PapersCommand } from '../../core/papers/commands.ts';
import type { KeptPaper } from '../../core/papers/state.ts';
import type { OrganId } from '../../core/role.ts';
import { renderText } from '../../documents/render/renderText.ts';
import { execute } from '../execute.ts';
import type { ScenarioFile } from '../fields/scenario.ts';
import { papersOf } from './duePapers.ts';
import { keepPapers } from './keepPapers.ts';
import { papersStream } from './papersStream.ts';

const organ = 'kumamoto' as OrganId;
const unknownForm = '葛\u{E0102}';

/** The first case up to its notice; the name of the proposer is written as the case has it. */
async function noticed(name: (written: string) => string = (written) => written) {
  const parts = createMemorySystem(ruleBook);
  const untilNotice = ({ steps, ...rest }: ScenarioFile): ScenarioFile => {
    const end = steps.findLastIndex((step) => step.do === 'issueConformingNotice') + 1;
    const text = JSON.stringify(steps.slice(0, end), (key, value) =>
      key === 'representative' && typeof value === 'string' ? name(value) : value,
    );
    return { ...rest, steps: JSON.parse(text) };
  };
  await playGuide('kumamoto-2025.json', parts, untilNotice);
  const { records } = await parts.events.states(organ, { kind: 'proposal', where: { stage: 'conforming' } });
  const stream = records[0]!.stream;
  const papers = papersStream(stream);
  let given = 0;
  const give = (command: PapersCommand) => {
    given += 1;
    const actor = { person: 'desk:1', role: 'centralDesk', organ } as const;
    return execute(parts, {
      organ,
      actor,
      commandId: `given:${given}`,
      stream: papers,
      expectedVersion: null,
      command,
    });
  };
  return {
    parts,
    stream,
    papers,
    give,
    keep: () => keepPapers(parts, organ, papers.id),
    state: () => papersOf(parts, organ, stream),
  };
}

const noticeIn = (papers: readonly KeptPaper[] | undefined) => papers?.find(({ form }) => form === 'conformingNotice');
const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('issued papers', () => {
  test('an act that brings forth papers queues their printing, once for each case', async () => {
    const { parts, papers } = await noticed();
    const queued = parts.events.jobs.filter(({ task }) => task === 'keepPapers').map(({ payload }) => payload);
    expect(queued).toContainEqual({ papers: papers.id });
  });

  test('each is kept with the digests of its blocks, its PDF and its Word file, and never made again', async () => {
    const { parts, stream, keep, state } = await noticed();
    expect((await keep())?.outcome).toBe('done');
    const kept = (await state())?.papers ?? [];
    expect(new Set(kept.map(({ form }) => form))).toEqual(
      new Set([
        'proposal',
        'proposalReceipt',
        'correctionRequest',
        'feeSheet',
        'conformingNotice',
        'paymentRequest',
        'contractApplication',
        'useContract',
        'reviewSheet',
      ]),
    );
    const paper = noticeIn(kept);
    expect(paper).toMatchObject({ corrects: null });
    expect(paper?.documentNumber).not.toBe('');
    for (const { digest } of [paper!.blocks, paper!.pdf, paper!.word])
      expect(digestOf(await parts.files.get(digest))).toBe(digest);
    expect(await keep()).toBeNull();
    expect((await parts.events.read(organ, papersStream(stream))).length).toBe(1);
  });

  test('a character that no font has stands in the way of its paper alone, until other characters or a picture stand for it', async () => {
    for (const by of [
      { text: '葛\u{E0100}', picture: null },
      { text: null, picture: true },
    ] as const) {
      const { parts, give, keep, state } = await noticed(() => `見本　${unknownForm}子`);
      await keep();
      const waiting = await state();
      expect(waiting?.papers.map(({ form }) => form)).toContain('feeSheet');
      expect(noticeIn(waiting?.papers)).toBeUndefined();
      expect(waiting?.obstacles.find(({ title }) => title === '審査結果通知書')?.missing).toEqual([
        { character: unknownForm, codes: 'U+845B U+E0102', field: '宛名' },
      ]);
      const picture = by.picture && { name: '字形.png', ...(await parts.files.put(Buffer.from(redPixel, 'base64'))) };
      const given = {
        do: 'substituteCharacter',
        character: unknownForm,
        text: by.text,
        picture,
        reason: '本人の申出',
      } as const;
      expect((await give(given)).outcome).toBe('done');
      await keep();
      const kept = await state();
      expect([noticeIn(kept?.papers)?.form, kept?.obstacles.length]).toEqual(['conformingNotice', 0]);
      expect(kept?.substitutes[0]).toMatchObject({ reason: '本人の申出', by: 'desk:1' });
    }
  });

  test('a substitute needs a reason, a character that is missing, and either text or a PNG of the right size', async () => {
    const { parts, give, keep } = await noticed(() => `見本　${unknownForm}子`);
    await keep();
    const given = {
      do: 'substituteCharacter',
      character: unknownForm,
      text: '葛',
      picture: null,
      reason: '申出',
    } as const;
    const page = { name: 'a.png', ...(await parts.files.put(Buffer.from('<svg/>'))) };
    const refusals = [
      { ...given, reason: '' },
      { ...given, text: null },
      { ...given, character: '見' },
      { ...given, text: null, picture: page },
    ];
    const codes = [];
    for (const refused of refusals) codes.push(await give(refused));
    expect(codes.map((one) => (one.outcome === 'refused' ? one.refusal.code : one.outcome))).toEqual([
      'paperReasonMissing',
      'substituteIncomplete',
      'characterNotMissing',
      'pictureNotAcceptable',
    ]);
  });

  test('a correction is a new paper with its own number that names the old one, which stays as it was', async () => {
    const { parts, give, keep, state } = await noticed();
    await keep();
    const first = noticeIn((await state())?.papers);
    const order = {
      do: 'correctPaper',
      paper: first!.paper,
      documentNumber: '法制発第999号',
      date: '2026-02-12',
      reason: '宛名の誤り',
    } as const;
    expect((await give(order)).outcome).toBe('done');
    await keep();
    const papers = (await state())?.papers ?? [];
    const [old, corrected] = [noticeIn(papers), papers.at(-1)];
    expect(old).toEqual(first);
    expect(corrected).toMatchObject({
      paper: `${first!.paper}-1`,
      corrects: first!.paper,
      documentNumber: '法制発第999号',
      reason: '宛名の誤り',
    });
    const text = renderText(JSON.parse(Buffer.from(await parts.files.get(corrected!.blocks.digest)).toString('utf8')));
    expect(text).toContain(`「${first!.title}」（${first!.documentNumber}）を、次のとおり訂正します。`);
    expect(text.match(/法制発第999号/g)).toHaveLength(1);
    expect((await give({ ...order, paper: '1-9' })).outcome).toBe('refused');
    expect(await keep()).toBeNull();
  });

  test('a paper tells what its event left the case at, however late it is printed', async () => {
    const { parts, keep, state } = await noticed();
    await keep();
    const filed = ((await state())?.papers ?? []).filter(({ form }) => form === 'proposal');
    const texts = await Promise.all(
      filed.map(async ({ blocks }) =>
        renderText(JSON.parse(Buffer.from(await parts.files.get(blocks.digest)).toString('utf8'))),
      ),
    );
    const persons = texts.map((text) => /本人の数　｜　([\d,]+)人/.exec(text)?.[1]);
    expect(persons).toEqual(['999', '999', '12,000']);
  });
});
