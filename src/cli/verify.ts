import { type AreaTable, InputError, type ReadDatabase, verify } from '../engine/index.ts';
import type { Command } from './command.ts';
import { describeDone } from './describeDone.ts';
import { describeVerification } from './describeVerification.ts';
import { everySecond } from './everySecond.ts';
import { readOptions } from './readOptions.ts';
import { usages } from './usages.ts';

/**
 * `tokumei verify DIR [--source DATA] [--recipe RECIPE.json] [--json]`
 *
 * @param areas reads the tables of municipalities and towns for the hierarchies that need them.
 * @param readDatabase reads the table of a recipe whose source is a database.
 */
export const verifyCommand =
  (areas: () => AreaTable, readDatabase?: ReadDatabase): Command =>
  async (args, io) => {
    try {
      const { json, ...given } = readArguments(args);
      const verification = await verify({
        ...given,
        areas,
        onDone: everySecond((share) => process.stderr.isTTY && io.error(describeDone(share))),
        ...(readDatabase ? { readDatabase } : {}),
      });
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
  const text = { type: 'string' } as const;
  const options = { source: text, recipe: text, json: { type: 'boolean' } } as const;
  const { values, positionals } = readOptions('verify', args, options);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new InputError('引数', usages.verify.usage);
  const { source, recipe, json = false } = values;
  return { folder, json, ...(source === undefined ? {} : { source }), ...(recipe === undefined ? {} : { recipe }) };
}
