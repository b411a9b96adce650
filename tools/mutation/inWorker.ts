// Stands before each test file of the mutation score: says which mutant stands, notes which mutants the tests come
// across, and ends the process when a mutant takes far longer than the tests without it.
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { inject } from 'vitest';

/** What the tests of one process are run for. */
export type Task =
  /** Without a mutant, to learn which mutants each test comes across. */
  | { readonly kind: 'survey' }
  /** One mutant from the first line on: every test once. */
  | { readonly kind: 'alone'; readonly mutant: number; readonly limit: number }
  /** Each test again and again, with one of its mutants after the other; verdicts are written to the file `log`. */
  | { readonly kind: 'together'; readonly jobs: Readonly<Record<string, Job>>; readonly log: string };

/** The mutants that a test is run on, and how long it may take, in milliseconds. */
export interface Job {
  readonly mutants: readonly number[];
  readonly limit: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    task: Task;
    mutants: number;
  }
  interface TaskMeta {
    /** Mutants that the test came across, and those that were come across outside of any test before it. */
    reached?: number[];
    reachedOutside?: number[];
    /** Whether it passed a second time in the same process, and how long that took, in milliseconds. */
    repeatable?: boolean;
    again?: number;
  }
}

/** What the mutated files and the runner of the tests share. */
export interface Stage {
  active: number | null;
  readonly reached: Uint8Array;
  /** Ends the process when it is not called again within so many milliseconds, after the words were written; 0: never. */
  watch(milliseconds: number, words: string): void;
}

const task = inject('task');
const reached = new Uint8Array(inject('mutants'));
const watchdog = new Worker(
  `const { parentPort, workerData } = require('node:worker_threads');
   const { appendFileSync } = require('node:fs');
   let timer;
   parentPort.on('message', ({ milliseconds, words }) => {
     clearTimeout(timer);
     if (milliseconds > 0) timer = setTimeout(() => {
       if (workerData) appendFileSync(workerData, words);
       process.kill(process.pid, 'SIGKILL');
     }, milliseconds);
   });`,
  { eval: true, workerData: task.kind === 'together' ? task.log : null },
);
watchdog.unref();

const stage: Stage = {
  active: task.kind === 'alone' ? task.mutant : null,
  reached,
  watch: (milliseconds, words) => watchdog.postMessage({ milliseconds, words }),
};

function note(mutant: number): boolean {
  reached[mutant] = 1;
  return false;
}

const isActive = (mutant: number) => mutant === stage.active;
Object.assign(globalThis, { __stage: stage, __mutant: task.kind === 'survey' ? note : isActive });
/** What fails need not be made small. */
fc.configureGlobal({ endOnFailure: true });
if (task.kind === 'alone') stage.watch(task.limit, '');
