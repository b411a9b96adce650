import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { japaneseAreas } from '../src/adapters/areas/japaneseAreas.ts';
import { anonymizeCommand } from '../src/cli/anonymize.ts';
import type { Command } from '../src/cli/command.ts';
import { profileCommand } from '../src/cli/profile.ts';
import { verifyCommand } from '../src/cli/verify.ts';
import { readRecipe } from '../src/engine/index.ts';

const guide = (name: string) => readFileSync(join(import.meta.dirname, '../docs/guide', name), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tokumei-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The fenced blocks of a page: what stands behind the fence, and the text. */
const blocksOf = (page: string) =>
  [...page.matchAll(/^```(\S+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language = '', note = '', text = '']) => ({
    language,
    note,
    text,
  }));

const commands: Record<string, Command> = {
  profile: profileCommand,
  anonymize: anonymizeCommand(japaneseAreas),
  verify: verifyCommand(japaneseAreas),
};

/** Runs a line of the guide; words without dashes are files in the folder of the test. */
async function runLine(line: string) {
  const [npx, tokumei, command = '', ...words] = line.split(' ');
  expect([npx, tokumei]).toEqual(['npx', 'tokumei']);
  const said: string[] = [];
  const io = {
    out: (text: string) => said.push(text),
    error: (text: string) => said.push(text),
    input: () => process.stdin,
  };
  const args = words.map((word) => (word.startsWith('--') ? word : join(folder, word)));
  return { code: await commands[command]?.(args, io), said: said.join('\n') };
}

describe('加工の手引', () => {
  const blocks = blocksOf(guide('processing.md'));

  test('every file and command, in the order of the guide, ends as the guide says', async () => {
    const ended: string[] = [];
    for (const { language, note, text } of blocks) {
      if (note.includes('.')) writeFileSync(join(folder, note), text);
      if (language !== 'sh') continue;
      for (const line of text.trimEnd().split('\n')) {
        const { code, said } = await runLine(line);
        const expected = note === '' ? 0 : Number(note.replace('exit=', ''));
        expect([line, code, code === expected ? '' : said]).toEqual([line, expected, '']);
        ended.push(line);
      }
    }
    expect(ended).toHaveLength(8);
  });

  test('every technique that the recipe knows is shown, and every example can be read', () => {
    const base = { source: { path: 'a.csv' }, privacy: { k: 2 } };
    const column = (treat: object[]) => ({ 性別: { role: 'other' }, 番号: { role: 'other', treat } });
    const examples = blocks.filter(({ note }) => note === 'treat' || note === 'records');
    const techniques = examples.map(({ note, text }) => {
      const step = JSON.parse(text);
      const change =
        note === 'treat'
          ? { columns: column([step]) }
          : { columns: column([{ topCode: { from: 1 } }]), records: [step] };
      readRecipe(JSON.stringify({ ...base, ...change }), '');
      return Object.keys(step)[0];
    });
    const ofColumns = [
      'addNoise',
      'bottomCode',
      'dropColumn',
      'generalize',
      'microaggregate',
      'pseudoId',
      'suppressCell',
      'swap',
      'topCode',
    ];
    const ofRecords = ['drop', 'keep', 'objectors', 'sample', 'synthesize'];
    expect([...new Set(techniques)].toSorted()).toEqual([...ofColumns, ...ofRecords].toSorted());
  });
});

describe('加工エンジンの手引', () => {
  test('the example runs, and says what it says', () => {
    const [example] = blocksOf(guide('engineers.md')).filter(({ language }) => language === 'ts');
    const index = join(import.meta.dirname, '../src/engine/index.ts');
    const file = join(folder, 'example.ts');
    writeFileSync(file, example?.text.replace('../../src/engine/index.ts', index) ?? '');
    const said = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: folder },
    });
    expect(said).toMatch(/^損失 0\.\d{3}、最適か true\nimport\ntreat\nsearch\nwrite\nverify\nreport\n\d+ \[/);
    expect(said).toMatch(/method: 'HMAC-SHA-256'[\s\S]*合格\n断り: .*missing\.json\n$/);
  });
});
