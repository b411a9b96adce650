import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { ReleaseCommand } from '../../core/release/commands.ts';
import type { OrganId, Role } from '../../core/role.ts';
import { execute } from '../execute.ts';
import type { ScenarioFile } from '../fields/scenario.ts';
import { loadCase } from '../loadCase.ts';
import type { CreationProgress } from '../ports/progress.ts';
import { createData } from './createData.ts';
import { keepFile } from './keepFile.ts';

const organ = 'kumamoto' as OrganId;
const stream = { kind: 'release', id: 'p-1' } as const;
const ref = { organ, release: 'p-1' };

/** The guide up to the recipe. */
const untilRecipe = (whole: ScenarioFile): ScenarioFile => ({
  ...whole,
  steps: whole.steps.slice(0, whole.steps.findLastIndex(({ do: command }) => command === 'deriveRecipe') + 1),
});

let parts: ReturnType<typeof createMemorySystem>;
beforeEach(async () => {
  parts = createMemorySystem(ruleBook);
  await playGuide('kumamoto-2025.json', parts, untilRecipe);
});

let given = 0;
async function give(command: ReleaseCommand, role: Role = 'creator') {
  given += 1;
  const actor = { person: `${role}:1`, role, organ };
  const order = { organ, actor, commandId: `given-${given}`, stream, expectedVersion: null, command };
  const outcome = await execute(parts, order);
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
}
const release = () => loadCase(parts, organ, 'release', 'p-1');
const kept = async (name: string, content: Uint8Array) => ({
  name,
  ...(await keepFile(parts, organ, stream, content)),
});

describe('the job of a creation', () => {
  test('says how far it is with the records it works on, and two at once record once', async () => {
    await give({ do: 'startCreation' });
    const seen: (CreationProgress | null)[] = [];
    const { progress } = parts;
    const watching = {
      ...progress,
      report: (...[of, now]: Parameters<typeof progress.report>) => {
        seen.push(now);
        progress.report(of, now);
      },
    };
    const outcomes = await Promise.all([
      createData({ ...parts, progress: watching }, organ, 'p-1'),
      createData(parts, organ, 'p-1'),
    ]);
    expect(outcomes.filter((outcome) => outcome?.outcome === 'done')).toHaveLength(1);
    const searching = seen.filter((now) => now !== null && now.left !== null);
    expect(searching.length).toBeGreaterThan(0);
    expect(searching.every((now) => now?.step === 'search' && (now.left ?? 2) <= 1)).toBe(true);
    const doing = seen.filter((now) => now !== null && now.done !== null);
    for (const step of ['write', 'verify']) {
      const shares = doing.filter((now) => now?.step === step).map((now) => now?.done ?? 0);
      expect(shares).toEqual(shares.toSorted((one, other) => one - other));
      expect([shares.length > 0, shares.at(-1)]).toEqual([true, 1]);
    }
    expect(new Set(doing.map((now) => now?.step))).toEqual(new Set(['write', 'verify']));
    const begun = seen.filter((now) => !searching.includes(now) && !doing.includes(now));
    expect(begun.map((now) => now && [now.step, now.records])).toEqual([
      ['import', null],
      ['treat', 12_000],
      ['search', 12_000],
      ['write', 11_714],
      ['verify', 11_714],
      ['report', 11_714],
      null,
    ]);
    expect(parts.progress.of(ref)).toBeNull();
    expect((await release())?.stage).toBe('created');
    expect(await createData(parts, organ, 'p-1')).toBeNull();
  });

  test('a creation that is cancelled while it runs ends before its next step and leaves nothing', async () => {
    await give({ do: 'startCreation' });
    const before = (await release())?.creation;
    const { anonymizer } = parts;
    const steps: string[] = [];
    const slow: typeof anonymizer = {
      ...anonymizer,
      anonymize: async (order) => {
        await give({ do: 'cancelCreation' });
        while (!order.signal?.aborted) await wait(5);
        return anonymizer.anonymize({ ...order, onStep: (step) => void steps.push(step) });
      },
    };
    expect(await createData({ ...parts, anonymizer: slow }, organ, 'p-1')).toBeNull();
    expect(steps).toEqual([]);
    expect(await release()).toMatchObject({ stage: 'planned', creation: before, failure: null });
    await give({ do: 'startCreation' });
    expect((await createData(parts, organ, 'p-1'))?.outcome).toBe('done');
  });

  test('scenario 93, SEC-1: a recipe that joins another table is refused, and the case keeps that it was', async () => {
    const recipe = (further: object) => ({
      source: { path: 'source', encoding: 'cp932' },
      columns: { 年齢: { role: 'quasi' } },
      privacy: { k: 5 },
      ...further,
    });
    const joining = [
      recipe({ join: { path: '名簿.csv', on: ['年齢'] } }),
      recipe({ sources: [{ path: 'source' }, { path: '名簿.csv' }] }),
      recipe({ source: { path: 'source', encoding: 'cp932', join: '名簿.csv' } }),
    ];
    for (const [index, one] of joining.entries()) {
      await give({ do: 'setRecipe', recipe: await kept(`recipe-${index}.json`, Buffer.from(JSON.stringify(one))) });
      await give({ do: 'startCreation' });
      await createData(parts, organ, 'p-1');
      expect(await release()).toMatchObject({
        stage: 'planned',
        creation: null,
        failure: { place: expect.stringContaining('手順書'), message: expect.stringMatching(/join|sources/) },
      });
    }
    const events = await parts.events.read(organ, stream);
    expect(events.filter(({ type }) => type === 'creationFailed')).toHaveLength(joining.length);
  });

  test('SEC-4: a failure keeps its place and what to do, and no value of the source', async () => {
    const recipe = { source: { path: 'x', encoding: 'cp932' }, columns: {}, privacy: { k: 5 } };
    await give({ do: 'setRecipe', recipe: await kept('recipe.json', Buffer.from(JSON.stringify(recipe))) });
    await give({ do: 'startCreation' });
    await createData(parts, organ, 'p-1');
    expect(await release()).toMatchObject({ stage: 'planned', failure: { place: expect.stringContaining('手順書') } });

    const telling = (error: Error) => ({
      ...parts,
      anonymizer: { ...parts.anonymizer, anonymize: () => Promise.reject(error) },
    });
    await give({ do: 'startCreation' });
    await createData(telling(new TypeError('見本一号00001')), organ, 'p-1');
    expect((await release())?.failure?.message).toMatch(/予期しない誤りで作成が止まりました（TypeError/);
    await give({ do: 'startCreation' });
    const refused = {
      outcome: 'refused',
      place: '列「年齢」',
      message: '列「年齢」の値「見本一号」、「二号」は階層にありません。',
    } as const;
    await createData({ ...parts, anonymizer: { ...parts.anonymizer, anonymize: async () => refused } }, organ, 'p-1');
    expect((await release())?.failure).toEqual({
      place: '列「年齢」',
      message: '列「年齢」の値「…」は階層にありません。',
    });
    expect(JSON.stringify(await parts.events.read(organ, stream))).not.toContain('見本一号');
  });

  test('SEC-4: a plain file of the file store is taken neither for a source nor for a recipe', async () => {
    const source = { name: 'source.csv', ...(await parts.files.put(Buffer.from('年齢\r\n8\r\n'))) };
    await expect(give({ do: 'handInSource', source })).rejects.toThrow('fileNotKept');
  });
});
