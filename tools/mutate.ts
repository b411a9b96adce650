// `mutate [NUMBER] [ROOM[/FILE]…]`: changes one operator, constant, call, statement or word of SQL of the engine at a
// time, and runs the tests that come across it: a change that no test notices survives. NUMBER changes are drawn per room
// (by a fixed seed; all unless given); rooms: lattice, measure, verify. Writes nothing into the checkout. Prints the
// survivors and the score of each file and room; exit 1 below the goal, 2 on bad input.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { excused } from './mutation/excused.ts';
import { type Mutant, mutateFile } from './mutation/mutants.ts';
import { type BenchTest, openTestBench, type TestBench } from './mutation/testBench.ts';

const goal = 0.85;
/** Of the draw; another one draws other mutants. */
const seed = process.env.MUTATION_SEED ?? '1';
/** Number of no mutant: nothing may fail on it. */
const none = -1;
const root = resolve(import.meta.dirname, '..');
const engine = join(root, 'src/engine');

/** Room → the tests that have to notice a change in it, the nearest first; a name without an ending is a folder. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  measure: ['measure', 'lattice'],
  lattice: ['lattice', 'measure', 'localRecoding.test.ts'],
  verify: [
    ...['verify', 'shareModels.test.ts', 'localRecoding.test.ts', 'suppressedCells.test.ts', 'persons.test.ts'],
    ...['verifyFolder.test.ts', 'techniques.test.ts', 'workedExample.test.ts', 'anonymize.test.ts'],
  ],
};

interface Numbered extends Mutant {
  readonly room: string;
  readonly number: number;
}

type Result = Numbered & { readonly fate: 'killed' | 'timedOut' | 'survived' | 'unreached' | 'excused' };

const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(join(engine, folder))
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name}`);

const testFiles = (room: string) =>
  (testsOf[room] ?? [])
    .flatMap((name) => (name.endsWith('.ts') ? [name] : filesIn(name, /\.test\.ts$/)))
    .map((name) => join(engine, name));

/** So many as are wanted, chosen by a hash of what they change: the same ones again as long as they stand. */
function drawn(mutants: readonly Numbered[], wanted: number): Numbered[] {
  const keyed = mutants.map((mutant) => {
    const { file, line, before, after } = mutant;
    return { mutant, key: createHash('sha256').update([seed, file, line, before, after].join('\n')).digest('hex') };
  });
  const chosen = keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).slice(0, wanted);
  return chosen.map(({ mutant }) => mutant).sort((one, other) => one.number - other.number);
}

/** The tests that come across a mutant, in steps: the nearest files first, of a long file what killed most so far. */
function stepsOf(tests: readonly BenchTest[], files: readonly string[], kills: ReadonlyMap<string, number>) {
  const worth = (test: BenchTest) => ((kills.get(test.id) ?? 0) + 0.1) / (test.duration + 20);
  return files.flatMap((file) => {
    const own = tests.filter((test) => test.file === file).sort((one, other) => worth(other) - worth(one));
    return [own.slice(0, 2), own.slice(2)].filter((step) => step.length > 0);
  });
}

async function judgeRoom(
  bench: TestBench,
  room: string,
  mutants: readonly Numbered[],
  report: (result: Result) => void,
): Promise<void> {
  const files = testFiles(room);
  const tests = await bench.survey(files);
  for (const file of files) {
    const { fate } = await bench.run(
      none,
      tests
        .filter((test) => test.file === file)
        .sort((one, other) => one.duration - other.duration)
        .slice(0, 2),
    );
    if (fate !== 'survived') throw new Error(`変更のないままで試験が失敗します: ${file}`);
  }
  const kills = new Map<string, number>();
  for (const mutant of mutants) report({ ...mutant, fate: await fateOf(bench, mutant, tests, files, kills) });
}

async function fateOf(
  bench: TestBench,
  { number, inDefault, file, before, after }: Numbered,
  tests: readonly BenchTest[],
  files: readonly string[],
  kills: Map<string, number>,
): Promise<Result['fate']> {
  if (excused.some((one) => one.file === file && one.before === before && one.after === after)) return 'excused';
  const reaching = tests.filter(({ reached }) => reached.has(number));
  if (reaching.length === 0) return inDefault ? 'excused' : 'unreached';
  for (const step of stepsOf(reaching, files, kills)) {
    const { fate, failed } = await bench.run(number, step);
    for (const test of failed) kills.set(test, (kills.get(test) ?? 0) + 1);
    if (fate !== 'survived') return fate;
  }
  return 'survived';
}

const survives = ({ fate }: Result) => fate === 'survived' || fate === 'unreached';
const counts = ({ fate }: Result) => fate !== 'excused';

function score(results: readonly Result[]): number {
  const counted = results.filter(counts);
  return counted.length === 0 ? 1 : 1 - counted.filter(survives).length / counted.length;
}

function tally(name: string, results: readonly Result[]): string {
  const of = (fate: Result['fate']) => results.filter((result) => result.fate === fate).length;
  const figures = [results.filter(counts).length, of('killed'), of('timedOut'), of('survived'), of('unreached')];
  const cells = [...figures, of('excused')].map((number) => String(number).padStart(5)).join(' ');
  return `${(score(results) * 100).toFixed(1).padStart(5)}% ${cells}  ${name}`;
}

/** The changed part of a long line. */
function excerpt(line: string, other: string): string {
  let same = 0;
  while (same < line.length && line[same] === other[same]) same++;
  const begin = Math.max(0, same - 60);
  return `${begin > 0 ? '…' : ''}${line.slice(begin, same + 60)}${same + 60 < line.length ? '…' : ''}`;
}

function printSurvivor(result: Result): void {
  if (!survives(result)) return;
  const { file, line, operator, before, after, fate } = result;
  console.log(`残った  src/engine/${file}:${line}  ${operator}${fate === 'unreached' ? '（どの試験も通らない）' : ''}`);
  console.log(`  ${excerpt(before, after)}\n  ${excerpt(after, before) || '（なし）'}`);
}

function print(results: readonly Result[]): void {
  console.log('\n 気付き  変更  失敗  時間  残り  未達  除外');
  for (const [room, own] of Map.groupBy(results, (result) => result.room)) {
    for (const [file, some] of Map.groupBy(own, (result) => result.file)) console.log(tally(file, some));
    console.log(tally(`${room} 全体（目標 ${goal * 100}%）`, own));
  }
}

interface Asked {
  /** Mutants per room. */
  readonly wanted: number;
  readonly places: readonly string[];
}

function readArguments([first, ...rest]: readonly string[]): Asked | null {
  const isNumber = /^\d+$/.test(first ?? '');
  const places = isNumber || first === undefined ? rest : [first, ...rest];
  const isKnown = places.every((place) => (place.split('/')[0] ?? '') in testsOf);
  if (!isKnown || Number(first) === 0) return null;
  return {
    wanted: isNumber ? Number(first) : Number.POSITIVE_INFINITY,
    places: places.length > 0 ? places : Object.keys(testsOf),
  };
}

async function main({ wanted, places }: Asked): Promise<boolean> {
  const texts = new Map<string, string>();
  const mutants: Numbered[] = [];
  for (const room of Object.keys(testsOf))
    for (const file of filesIn(room, /(?<!\.test)\.ts$/).filter((name) => places.some((one) => name.startsWith(one)))) {
      const mutated = mutateFile(file, join(engine, file));
      texts.set(join(engine, file), mutated.text(mutants.length));
      mutants.push(...mutated.mutants.map((one, index) => ({ ...one, room, number: mutants.length + index })));
    }
  const scratch = mkdtempSync(join(tmpdir(), 'tokumei-mutate-'));
  const bench = await openTestBench(root, scratch, texts, mutants.length);
  try {
    const results: Result[] = [];
    for (const [room, own] of Map.groupBy(mutants, (mutant) => mutant.room))
      await judgeRoom(bench, room, drawn(own, wanted), (result) => {
        results.push(result);
        printSurvivor(result);
        if (results.length % 50 === 0) console.error(`${room}: ${results.length} 件まで`);
      });
    print(results);
    return [...Map.groupBy(results, (result) => result.room).values()].every((own) => score(own) >= goal);
  } finally {
    await bench.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const asked = readArguments(process.argv.slice(2));
if (asked) process.exitCode = (await main(asked)) ? 0 : 1;
else {
  console.error(`使い方: mutate [部屋ごとの数] [${Object.keys(testsOf).join('|')}[/ファイル] …]`);
  process.exitCode = 2;
}
