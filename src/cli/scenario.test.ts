import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ruleBook } from '../../test/support/shippedRules.ts';
import { createMemorySystem } from '../adapters/memory/memorySystem.ts';
import { scenarioCommand } from './scenario.ts';

const guide = join(import.meta.dirname, '../../docs/guide/kumamoto-2025.json');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokumei-scenario-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => out.push(text),
    error: (text: string) => errors.push(text),
    input: async function* () {},
  };
  const exit = await scenarioCommand(() => createMemorySystem(ruleBook))(args, io);
  return { exit, out, errors };
}

const written = async (name: string, content: object) => {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
};
const publish = { at: '2025-12-01T09:00', as: 'centralDesk', do: 'publishEntry', with: { publishedOn: '2025-12-01' } };

describe('tokumei scenario', () => {
  test('plays a file, answers one JSON line with every event and writes each paper as text, PDF and Word', async () => {
    const papers = join(folder, 'papers');
    const { exit, out, errors } = await run('run', guide, '--json', '--documents', papers);
    expect([exit, out.length, errors]).toEqual([0, 1, []]);
    const { steps } = JSON.parse(out[0] ?? '') as { steps: { events: { type: string }[] }[] };
    expect(steps.flatMap(({ events }) => events.map(({ type }) => type))).toContain('provisionRecorded');
    const files = await readdir(papers);
    const papersIn = (extension: string) =>
      files.filter((file) => file.endsWith(extension)).map((file) => file.slice(0, -extension.length));
    expect(papersIn('.docx')).toEqual(papersIn('.pdf'));
    expect(papersIn('.txt')).toEqual(papersIn('.pdf'));
    expect(papersIn('.pdf').length * 3).toBe(files.length);
    for (const kind of ['callGuideline', 'correctionRequest', 'conformingNotice', 'useContract', 'provisionLetter'])
      expect(papersIn('.pdf').some((paper) => paper.includes(`-${kind}`))).toBe(true);
    const pdf = files.find((file) => file.endsWith('.pdf')) ?? '';
    expect((await readFile(join(papers, pdf))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('an expectation that fails is exit 1 with step, wanted and got', async () => {
    const { exit, errors } = await run(
      'run',
      await written('different.json', { title: 'x', organ: 'kumamoto', steps: [publish] }),
    );
    expect(exit).toBe(1);
    expect(errors[0]).toMatch(/1 番目の操作: refusal は null のはずが .*doesNotExist/);
  });

  test.each([
    ['an unknown key', { title: 'x', organ: 'kumamoto', steps: [], color: 1 }, '「color」という項目はありません。'],
    [
      'an unknown command',
      { title: 'x', organ: 'kumamoto', steps: [{ ...publish, do: 'publish' }] },
      '「publish」という操作はありません。',
    ],
    [
      'an unknown field',
      { title: 'x', organ: 'kumamoto', steps: [{ ...publish, with: { on: 1 } }] },
      '「on」という項目はありません。',
    ],
  ])('%s is exit 2 and named', async (_, content, message) => {
    const { exit, errors } = await run('run', await written('unusable.json', content));
    expect(exit).toBe(2);
    expect(errors.join('\n')).toContain(message);
  });

  test('what is no file, no JSON, no option or no action is exit 2 with a word', async () => {
    await writeFile(join(folder, 'broken.json'), '{"title":');
    for (const args of [
      ['run', join(folder, 'none.json')],
      ['run', join(folder, 'broken.json')],
      ['run', guide, '--fast'],
      ['run'],
      ['play'],
      ['run', guide, '--documents'],
      ['commands', '--all'],
    ])
      expect(await run(...args)).toMatchObject({ exit: 2, errors: [expect.stringMatching(/。|使い方/)] });
  });

  test('lists every command with its roles, states and fields', async () => {
    const { exit, out } = await run('commands', '--json');
    const commands = JSON.parse(out.join('\n')) as {
      name: string;
      roles: string[];
      states: string[];
      fields: { properties: object };
    }[];
    expect(exit).toBe(0);
    expect(commands.length).toBeGreaterThan(45);
    expect(commands.find(({ name }) => name === 'receiveProposal')).toMatchObject({
      roles: ['centralDesk'],
      states: ['absent'],
      fields: { properties: { channel: { enum: expect.arrayContaining(['post']) } } },
    });
  });
});
