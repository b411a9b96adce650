import { appendFileSync } from 'node:fs';
import { inject, type RunnerTestCase, TestRunner } from 'vitest';
import type { Job, Stage } from './inWorker.ts';

const stageOf = () => (globalThis as unknown as { readonly __stage: Stage }).__stage;

/** Runs the tests of a process for what they are asked for. */
export default class MutantRunner extends TestRunner {
  readonly dead = new Set<number>();

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = async () => void (await TestRunner.getTestFn(test)());
    const task = inject('task');
    if (task.kind === 'survey') await survey(test, run);
    else if (task.kind === 'alone') await run();
    else await judge(test, run, task.jobs[test.id] ?? { mutants: [], limit: 0 }, task.log, this.dead);
  }
}

async function survey({ meta }: RunnerTestCase, run: () => Promise<void>): Promise<void> {
  meta.reachedOutside = take();
  await run();
  meta.reached = take();
  const begun = performance.now();
  meta.repeatable = await passes(run);
  meta.again = performance.now() - begun;
  take();
}

function take(): number[] {
  const { reached } = stageOf();
  const taken = [...reached.entries()].filter(([, one]) => one === 1).map(([mutant]) => mutant);
  reached.fill(0);
  return taken;
}

const passes = (run: () => Promise<void>): Promise<boolean> =>
  run().then(
    () => true,
    () => false,
  );

/** So many failures are believed together. */
const believed = 12;

/**
 * A failure counts when the same test passes after it in the same process: on another mutant, or without one. If it does
 * not, what came before is not known, and nothing more is asked of the test.
 */
async function judge(
  { id }: RunnerTestCase,
  run: () => Promise<void>,
  { mutants, limit }: Job,
  log: string,
  dead: Set<number>,
): Promise<void> {
  const stage = stageOf();
  const tell = (mutant: number, verdict: string) => appendFileSync(log, `${id} ${mutant} ${verdict}\n`);
  const tried = async (mutant: number | null, words: string) => {
    stage.watch(limit, words);
    stage.active = mutant;
    const passed = await passes(run);
    stage.active = null;
    stage.watch(0, '');
    return passed;
  };
  const asked = mutants.filter((one) => !dead.has(one));
  let failed: number[] = [];
  for (const [index, mutant] of asked.entries()) {
    const passed = await tried(mutant, `${id} ${mutant} timedOut\n`);
    if (passed) tell(mutant, 'survived');
    else failed.push(mutant);
    const isDue = failed.length >= believed || index === asked.length - 1;
    if (!passed && !isDue) continue;
    if (!passed && !(await tried(null, `${id} ${mutant} spoilt\n`))) return tell(mutant, 'spoilt');
    for (const one of failed) {
      dead.add(one);
      tell(one, 'killed');
    }
    failed = [];
  }
}
