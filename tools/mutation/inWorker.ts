// Stands before each test file of the mutation score: says which mutant stands, notes which mutants a test comes across,
// and ends the process of a mutant that takes far longer than the tests without it.
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, beforeEach, inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null: none, and what is come across is noted. */
    mutant: number | null;
    mutants: number;
    /** In milliseconds. */
    limit: number;
  }
  interface TaskMeta {
    /** Mutants that the test came across, and those that were come across outside of any test before it. */
    reached?: number[];
    reachedOutside?: number[];
  }
}

const [active, limit] = [inject('mutant'), inject('limit')];
const reached = new Uint8Array(inject('mutants'));

function note(mutant: number): boolean {
  reached[mutant] = 1;
  return false;
}

function take(): number[] {
  const taken = [...reached.entries()].filter(([, one]) => one === 1).map(([mutant]) => mutant);
  reached.fill(0);
  return taken;
}

Object.assign(globalThis, { __mutant: active === null ? note : (mutant: number) => mutant === active });
/** What fails need not be made small. */
fc.configureGlobal({ endOnFailure: true });

if (active === null) {
  beforeEach(({ task }) => {
    task.meta.reachedOutside = take();
  });
  afterEach(({ task }) => {
    task.meta.reached = take();
  });
} else {
  const code = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${limit})`;
  new Worker(code, { eval: true }).unref();
}
