import { parseArgs } from 'node:util';
import { InputError, verify } from '../engine/index.ts';
import type { Command } from './command.ts';
import { describeVerification } from './describeVerification.ts';

const usage = '使い方: tokumei verify フォルダ [--source データ] [--json]';

/** `tokumei verify DIR [--source DATA] [--json]` */
export const verifyCommand: Command = async (args, io) => {
  try {
    const { folder, source, json } = readArguments(args);
    const verification = await verify({ folder, ...(source === undefined ? {} : { source }) });
    if (json) io.out(JSON.stringify(verification));
    else for (const line of describeVerification(verification)) io.out(line);
    if (!verification.passed) io.error('検証に通りませんでした。');
    return verification.passed ? 0 : 1;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    io.error(error.message);
    return 2;
  }
};

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new InputError('引数', usage);
  return { folder, source: values.source, json: values.json ?? false };
}

function parse(args: readonly string[]) {
  try {
    const options = { source: { type: 'string' }, json: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new InputError('引数', `${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
