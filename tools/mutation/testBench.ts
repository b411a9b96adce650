import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, type Reporter, type TestCase, type TestModule, type TestSpecification } from 'vitest/node';
import type { Job, Task } from './inWorker.ts';

/** A test and the mutants that it comes across. */
export interface BenchTest {
  readonly id: string;
  /** Absolute path of its file. */
  readonly file: string;
  /** In milliseconds, without a mutant. */
  readonly duration: number;
  readonly reached: ReadonlySet<number>;
  /** Mutants that stand in what its file does outside of tests: they have to be there from the first line on. */
  readonly outside: ReadonlySet<number>;
  /** Whether it can be run several times in one process. */
  readonly repeatable: boolean;
}

export type Verdict = 'killed' | 'timedOut' | 'survived';

/** What one test says of one mutant. */
export interface Finding {
  readonly test: string;
  readonly mutant: number;
  readonly verdict: Verdict;
}

/** The tests in one lasting program; a mutant is a number that is given to their processes, and no file is written. */
export interface TestBench {
  /** Runs every test of the files without a mutant. Throws if one fails. */
  survey(files: readonly string[]): Promise<BenchTest[]>;
  /**
   * Runs tests of one file on mutants, all in one process: a test is left out once it no longer passes without a mutant,
   * and a mutant once it is killed.
   */
  runTogether(file: string, asked: ReadonlyMap<BenchTest, readonly number[]>): Promise<Finding[]>;
  /** Runs these tests of one file on one mutant until one fails, in a process of their own. */
  runAlone(mutant: number, tests: readonly BenchTest[]): Promise<Verdict>;
  close(): Promise<void>;
}

/** Starting a process and reading the files, on a busy machine; in milliseconds. */
const allowance = 10_000;
const slowness = 10;
const limitOf = (tests: readonly BenchTest[]) =>
  allowance + slowness * tests.reduce((sum, { duration }) => sum + duration, 0);

/** What has ended in one run. */
interface Ended {
  readonly modules: TestModule[];
  readonly tests: TestCase[];
}

/**
 * @param texts absolute path of a file → its text with all mutants.
 * @param scratch a folder for everything that the program writes.
 */
export async function openTestBench(
  root: string,
  scratch: string,
  texts: ReadonlyMap<string, string>,
  mutants: number,
): Promise<TestBench> {
  let ended: Ended = { modules: [], tests: [] };
  const reporter: Reporter = {
    onTestModuleEnd: (module) => void ended.modules.push(module),
    onTestCaseResult: (test) => void ended.tests.push(test),
  };
  const vitest = await createVitest(
    'test',
    {
      ...{ root, config: false, watch: false, update: 'none', include: ['src/**/*.test.ts'] },
      ...{ pool: 'forks', maxWorkers: 1, fileParallelism: false, bail: 1 },
      // A mutant that takes too long is ended by its own limit.
      ...{ testTimeout: 3_600_000, hookTimeout: 3_600_000, execArgv: ['--max-old-space-size=2048'] },
      reporters: [reporter],
      // It would keep the text of another run's mutants.
      fsModuleCache: false,
      setupFiles: [join(import.meta.dirname, 'inWorker.ts')],
      runner: join(import.meta.dirname, 'mutantRunner.ts'),
      // Fewer random tables than `npm test` draws, so that a survivor is found in seconds.
      env: { TMPDIR: scratch, TWIN_RUNS: process.env.TWIN_RUNS ?? '300' },
    },
    {
      cacheDir: join(scratch, 'cache'),
      plugins: [{ name: 'mutants', enforce: 'pre', transform: (_, id) => texts.get(id) ?? null }],
    },
  );
  await vitest.standalone();
  vitest.provide('mutants', mutants);
  const project = vitest.getRootProject();

  async function run(task: Task, specifications: TestSpecification[]): Promise<Ended> {
    ended = { modules: [], tests: [] };
    vitest.provide('task', task);
    await vitest.runTestSpecifications(specifications);
    return ended;
  }

  return {
    survey: async (files) => {
      const { modules, tests } = await run(
        { kind: 'survey' },
        files.map((file) => project.createSpecification(file)),
      );
      const failed = tests.filter((test) => test.result().state === 'failed').map(({ fullName }) => fullName);
      const passed = modules.filter((module) => module.state() === 'passed');
      if (failed.length > 0 || passed.length < files.length)
        throw new Error(`変更のないままで試験が失敗します: ${failed.join('、')}`);
      return modules.flatMap(testsOf);
    },
    runTogether: async (file, asked) => {
      const log = join(scratch, 'verdicts');
      const findings: Finding[] = [];
      const spoilt = new Set<string>();
      for (let before = -1; findings.length > before; ) {
        before = findings.length;
        const open = [...asked].filter(([test]) => !spoilt.has(test.id));
        const jobs = openJobs(open, findings);
        if (Object.keys(jobs).length === 0) break;
        writeFileSync(log, '');
        await run({ kind: 'together', jobs, log }, [project.createSpecification(file, { testIds: Object.keys(jobs) })]);
        for (const line of existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []) {
          const [test = '', mutant, verdict] = line.split(' ');
          if (verdict === 'spoilt') spoilt.add(test);
          else if (verdict) findings.push({ test, mutant: Number(mutant), verdict: verdict as Verdict });
        }
      }
      return findings;
    },
    runAlone: async (mutant, tests) => {
      const [first] = tests;
      if (!first) return 'survived';
      const specification = project.createSpecification(first.file, { testIds: tests.map(({ id }) => id) });
      const { modules, tests: ran } = await run({ kind: 'alone', mutant, limit: limitOf(tests) }, [specification]);
      if (modules.some((module) => module.state() === 'failed')) return 'killed';
      const passed = ran.filter((test) => test.result().state === 'passed');
      return passed.length === tests.length ? 'survived' : 'timedOut';
    },
    close: () => vitest.close(),
  };
}

/** What is still to be asked: a mutant that one test killed is not asked of another. */
function openJobs(asked: readonly (readonly [BenchTest, readonly number[]])[], findings: readonly Finding[]) {
  const dead = new Set(findings.filter(({ verdict }) => verdict !== 'survived').map(({ mutant }) => mutant));
  const jobs: Record<string, Job> = {};
  for (const [test, mutants] of asked) {
    const known = new Set(findings.filter((one) => one.test === test.id).map(({ mutant }) => mutant));
    const open = mutants.filter((mutant) => !known.has(mutant) && !dead.has(mutant));
    if (open.length > 0) jobs[test.id] = { mutants: open, limit: limitOf([test]) };
  }
  return jobs;
}

/** What is come across outside of the tests of a file counts for each of them. */
function testsOf(module: TestModule): BenchTest[] {
  const tests: TestCase[] = [...module.children.allTests()];
  const outside = new Set(tests.flatMap((test) => test.meta().reachedOutside ?? []));
  return tests.map((test) => {
    const { reached = [], repeatable = false, again = 0 } = test.meta();
    return {
      id: test.id,
      file: module.moduleId,
      duration: again,
      reached: new Set([...reached, ...outside]),
      outside,
      repeatable,
    };
  });
}
