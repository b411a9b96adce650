import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'end-on-signal-'));
const given = ['data.csv', 'program.mjs', 'recipe.json'];
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index},${(index * 7919) % 1000},${index % 97}`);
  writeFileSync(join(folder, 'data.csv'), `a,b,c\n${rows.join('\n')}\n`);
  const columns = { a: { role: 'other' }, b: { role: 'quasi' }, c: { role: 'quasi' } };
  const recipe = { source: { path: 'data.csv' }, columns, privacy: { k: 2 }, suppressionLimit: 1 };
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  writeFileSync(
    join(folder, 'program.mjs'),
    `import { anonymizeCommand } from '${import.meta.dirname}/anonymize.ts';
     import { endOnSignal } from '${import.meta.dirname}/endOnSignal.ts';
     const io = { out: () => undefined, error: (text) => process.stderr.write(text), input: () => process.stdin };
     const never = () => { throw new Error('not needed'); };
     process.exitCode = await endOnSignal(anonymizeCommand(never))(process.argv.slice(2), io);`,
  );
});

/** Runs the program with the scratch folder of the test as the system's, and tells it to end when it says `word`. */
function run(args: readonly string[], signal: NodeJS.Signals | null, word: string): Promise<number | string | null> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(folder, 'program.mjs'), ...args],
      {
        env: { ...process.env, TMPDIR: folder },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    child.stderr.on('data', (text: Buffer) => {
      if (signal !== null && String(text).includes(word)) child.kill(signal);
    });
    child.on('exit', (code, killedBy) => done(code ?? killedBy));
  });
}

const recipe = join(folder, 'recipe.json');
const writing = [recipe, '--out', join(folder, 'out')];
const left = () => readdirSync(folder).filter((file) => !given.includes(file));

describe('a run that is told to end', () => {
  test.each([['データを読んで'], ['加工して'], ['書き出して'], ['読み直して']])(
    'leaves nothing behind while it is %s',
    async (word) => {
      expect(await run(writing, 'SIGTERM', word)).toBe(143);
      expect(left()).toEqual([]);
    },
  );

  test('what a run left that was killed is swept by the next', async () => {
    expect(await run(writing, 'SIGKILL', '書き出して')).toBe('SIGKILL');
    expect(left()).toHaveLength(1);
    expect(await run(writing, null, '')).toBe(0);
    expect(left()).toEqual(['out']);
    rmSync(join(folder, 'out'), { recursive: true });
  });
});
