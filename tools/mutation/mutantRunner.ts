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

/** A failure counts when the same test passes again right after it, without a mutant; else nothing more is asked of it. */
async function judge(
  { id }: RunnerTestCase,
  run: () => Promise<void>,
  { mutants, limit }: Job,
  log: string,
  dead: Set<number>,
): Promise<void> {
  const stage = stageOf();
  for (const mutant of mutants.filter((one) => !dead.has(one))) {
    stage.watch(limit, `${id} ${mutant} timedOut\n`);
    stage.active = mutant;
    const passed = await passes(run);
    stage.active = null;
    const isSound = passed || (await passes(run));
    stage.watch(0, '');
    if (isSound && !passed) dead.add(mutant);
    appendFileSync(log, `${id} ${mutant} ${passed ? 'survived' : isSound ? 'killed' : 'spoilt'}\n`);
    if (!isSound) return;
  }
}
