import { join } from 'node:path';
import { createVitest, type Reporter, type TestCase, type TestModule, type TestSpecification } from 'vitest/node';

/** A test and the mutants that it comes across. */
export interface BenchTest {
  readonly id: string;
  /** Absolute path of its file. */
  readonly file: string;
  /** In milliseconds, without a mutant. */
  readonly duration: number;
  readonly reached: ReadonlySet<number>;
}

export interface Trial {
  readonly fate: 'killed' | 'timedOut' | 'survived';
  /** The tests that failed, by their ids. */
  readonly failed: readonly string[];
}

/** The tests in one lasting program; a mutant is a number that is given to their processes, and no file is written. */
export interface TestBench {
  /** Runs every test of the files without a mutant. Throws if one fails. */
  survey(files: readonly string[]): Promise<BenchTest[]>;
  /** Runs these tests of one file on a mutant until one fails. */
  run(mutant: number, tests: readonly BenchTest[]): Promise<Trial>;
  close(): Promise<void>;
}

/** Starting a process and reading the files, on a busy machine; in milliseconds. */
const allowance = 10_000;
const slowness = 10;

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
      ...{ testTimeout: 60_000, hookTimeout: 60_000, execArgv: ['--max-old-space-size=2048'] },
      reporters: [reporter],
      // It would keep the text of another run's mutants.
      fsModuleCache: false,
      setupFiles: [join(import.meta.dirname, 'inWorker.ts')],
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

  async function runTests(mutant: number | null, limit: number, specifications: TestSpecification[]): Promise<Ended> {
    ended = { modules: [], tests: [] };
    vitest.provide('mutant', mutant);
    vitest.provide('limit', limit);
    await vitest.runTestSpecifications(specifications);
    return ended;
  }

  return {
    survey: async (files) => {
      const { modules } = await runTests(
        null,
        0,
        files.map((file) => project.createSpecification(file)),
      );
      const passed = modules.filter((module) => module.state() === 'passed');
      const broken = files.filter((file) => !passed.some(({ moduleId }) => moduleId === file));
      if (broken.length > 0) throw new Error(`変更のないままで試験が失敗します: ${broken.join('、')}`);
      return modules.flatMap(testsOf);
    },
    run: async (mutant, tests) => {
      const [first] = tests;
      if (!first) return { fate: 'survived', failed: [] };
      const plain = tests.reduce((sum, { duration }) => sum + duration, 0);
      const specification = project.createSpecification(first.file, { testIds: tests.map(({ id }) => id) });
      const { modules, tests: run } = await runTests(mutant, allowance + slowness * plain, [specification]);
      const failed = run.filter((test) => test.result().state === 'failed').map(({ id }) => id);
      if (modules.some((module) => module.state() === 'failed')) return { fate: 'killed', failed };
      const passed = run.filter((test) => test.result().state === 'passed');
      return { fate: passed.length === tests.length ? 'survived' : 'timedOut', failed };
    },
    close: () => vitest.close(),
  };
}

/** What has ended in one run. */
interface Ended {
  readonly modules: TestModule[];
  readonly tests: TestCase[];
}

/** What is come across outside of the tests of a file counts for each of them. */
function testsOf(module: TestModule): BenchTest[] {
  const tests: TestCase[] = [...module.children.allTests()];
  const outside = tests.flatMap((test) => test.meta().reachedOutside ?? []);
  return tests.map((test) => ({
    id: test.id,
    file: module.moduleId,
    duration: test.diagnostic()?.duration ?? 0,
    reached: new Set([...(test.meta().reached ?? []), ...outside]),
  }));
}
