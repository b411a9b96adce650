import { constants } from 'node:os';
import { removeUnfinished } from '../engine/index.ts';
import type { Command } from './command.ts';

/** A command that is told to end leaves nothing behind: what it wrote aside is removed, and the exit code names the signal. */
export const endOnSignal =
  (command: Command): Command =>
  async (args, io) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.on(signal, () => {
        // Another listener makes something else of it, as the search does of the first Ctrl-C.
        if (process.listenerCount(signal) > 1) return;
        removeUnfinished();
        process.exit(128 + constants.signals[signal]);
      });
    return command(args, io);
  };
