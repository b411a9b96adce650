import { expect, test } from 'vitest';
import { readOptions } from './readOptions.ts';
import { usages } from './usages.ts';

const options = { source: { type: 'string' }, json: { type: 'boolean' } } as const;
const read = (...args: string[]) => readOptions('verify', args, options);

test('a wrong option is named in words, with how the command is called', () => {
  const { usage } = usages.verify;
  expect(() => read('--soruce', 'x')).toThrow(`「--soruce」という指定はありません。\n${usage}`);
  expect(() => read('--source')).toThrow(`「--source」の後に値を書いてください。\n${usage}`);
  expect(() => read('--source', '--json')).toThrow(`「--source」の後に値を書いてください。\n${usage}`);
  expect(() => read('--json=yes')).toThrow(`「--json」には値を書きません。\n${usage}`);
});

test('options and the other arguments are told apart', () => {
  expect(read('folder', '--source', 'a.csv')).toMatchObject({ values: { source: 'a.csv' }, positionals: ['folder'] });
});
