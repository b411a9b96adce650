import { type ParseArgsConfig, parseArgs } from 'node:util';
import { InputError } from '../engine/index.ts';
import { optionProblem } from './optionProblem.ts';
import { type CommandName, usages } from './usages.ts';

/**
 * The options and the other arguments of a command.
 * @throws InputError that names the argument and says how the command is called.
 */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  command: CommandName,
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new InputError('引数', `${optionProblem(error)}\n${usages[command].usage}`);
  }
}
