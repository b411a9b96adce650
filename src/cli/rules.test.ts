import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shipped } from '../../test/twin/shippedRules.ts';
import { rulesCommand } from './rules.ts';

async function run(chunks: Iterable<Uint8Array | string>, args: readonly string[] = []) {
  const [out, errors]: [string[], string[]] = [[], []];
  async function* input() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  const exit = await rulesCommand(shipped)(args, {
    out: (text) => out.push(text),
    error: (text) => errors.push(text),
    input,
  });
  return { exit, answers: out.map((line) => JSON.parse(line)), errors };
}

const line = (id: number | string, from = '2024-04-01') =>
  JSON.stringify({ id, organ: 'kumamoto', rule: 'bar', input: { from } });
const free = (from: string) => ({ output: { freeFrom: from } });

describe('tokumei rules', () => {
  test('one answer a line, in order, blank lines skipped, exit 0 also with a refusal', async () => {
    const { exit, answers } = await run([`${line(1)}\n\n  \t\n${line(2, '2024-02-30')}\n${line('三', '2024-02-29')}`]);
    expect(exit).toBe(0);
    expect(answers).toMatchObject([
      { id: 1, ok: true, ...free('2026-04-01'), citation: { text: '3④⑤', source: 'K', law: '法113条' } },
      { id: 2, ok: false, error: { code: 'badInput' } },
      { id: '三', ok: true, ...free('2026-03-01') },
    ]);
  });

  test('a byte order mark, CRLF and chunks cut anywhere make no difference', async () => {
    const bytes = Buffer.from(`\uFEFF${line('ｶﾀｶﾅ𠮷')}\r\n\r\n${line(2)}\r\n`);
    const { exit, answers } = await run([...bytes].map((byte) => Uint8Array.of(byte)));
    expect([exit, answers.map(({ id, ok }) => [id, ok])]).toEqual([
      0,
      [
        ['ｶﾀｶﾅ𠮷', true],
        [2, true],
      ],
    ]);
  });

  test('what is no JSON, no UTF-8 or too long is a bad line, the others are answered, exit 2', async () => {
    const broken = [Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), `${line(1)}\n`, '{"id":2\n', `${line(3)}\n`];
    const long = Array.from({ length: 40 }, () => '9'.repeat(65_536));
    const { exit, answers } = await run([...broken, ...long, `\n${line(4)}`]);
    expect(exit).toBe(2);
    expect(answers.map(({ id, error }) => [id, error?.code ?? 'ok', error?.message.slice(0, 3)])).toEqual([
      [null, 'badLine', '1行目'],
      [1, 'ok', undefined],
      [null, 'badLine', '3行目'],
      [3, 'ok', undefined],
      [null, 'badLine', '5行目'],
      [4, 'ok', undefined],
    ]);
    expect(answers[4].error.message).toContain('1 MiB');
  });

  test('JSON that is no object, has no id or is nested 100,000 deep is refused without a crash', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const lines = ['1', 'null', '[]', '{}', '{"__proto__":{"id":1}}', deep, `{"id":1,"organ":${deep}}`];
    const { exit, answers } = await run([lines.join('\n')]);
    expect(exit).toBe(0);
    expect(answers.map(({ ok, error }) => [ok, error.code])).toEqual(lines.map(() => [false, 'badInput']));
  });

  test('2,000 lines are answered in order', async () => {
    const ids = Array.from({ length: 2000 }, (_, index) => index);
    const { exit, answers } = await run([ids.map((id) => line(id)).join('\n')]);
    expect([exit, answers.map(({ id }) => id)]).toEqual([0, ids]);
  });

  test('from the shell: a reader that leaves early ends the program without a word', () => {
    const program = join(import.meta.dirname, '../main.ts');
    const lines = Array.from({ length: 20_000 }, (_, id) => line(id)).join('\n');
    const script = 'set -o pipefail; "$0" "$1" rules | head -n 1; echo $?';
    const shell = spawnSync('bash', ['-c', script, process.execPath, program], { input: lines, encoding: 'utf8' });
    const [first = '', exit] = shell.stdout.split('\n');
    expect(JSON.parse(first)).toMatchObject({ id: 0, ok: true });
    expect([exit, shell.stderr]).toEqual(['141', '']);
  });

  test('an argument is refused by name', async () => {
    const { exit, errors } = await run([], ['--asof=2026-01-01']);
    expect([exit, errors.join()]).toEqual([2, expect.stringContaining('--asof=2026-01-01')]);
  });
});
