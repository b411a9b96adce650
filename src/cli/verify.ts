import { InputError, verify } from '../engine/index.ts';
import type { Command } from './command.ts';
import { describeVerification } from './describeVerification.ts';
import { readOptions } from './readOptions.ts';
import { usages } from './usages.ts';

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
  const options = { source: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = readOptions('verify', args, options);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new InputError('引数', usages.verify.usage);
  return { folder, source: values.source, json: values.json ?? false };
}
