// `mutate [NUMBER] [ROOM[/FILE]…]`: changes one operator, constant, call, statement or word of SQL of the engine at a
// time, and runs the tests that come across it: a change that no test notices survives. NUMBER changes are drawn per room
// (by a fixed seed; all unless given); rooms: lattice, measure, verify. Writes nothing into the checkout. Prints the
// survivors and the score of each file and room; exit 1 below the goal, 2 on bad input.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type Excused, excused } from './mutation/excused.ts';
import { type Mutant, mutateFile } from './mutation/mutants.ts';
import { type BenchTest, openTestBench, type TestBench } from './mutation/testBench.ts';

const goal = 0.85;
/** Of the draw; another one draws other mutants. */
const seed = process.env.MUTATION_SEED ?? '1';
/** Number of no mutant: nothing may fail on it. */
const none = -1;
const root = resolve(import.meta.dirname, '..');
const engine = join(root, 'src/engine');

/** Room → the tests that have to notice a change in it, the nearest and quickest first; a name without an ending is a folder. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  measure: ['measure', 'lattice/search.test.ts', 'lattice/recodeLocally.test.ts'],
  lattice: [
    ...['candidate', 'frontier', 'groupingCache', 'internKeys', 'subsetsOf', 'suppressionFloor', 'projections'],
    ...['grouping', 'keptCombinations', 'search', 'recodeLocally'],
  ].map((name) => `lattice/${name}.test.ts`),
  verify: [
    ...['checkCells', 'checkValues', 'checkClasses', 'checks', 'singlingOut', 'recountPersons', 'verifyOutput'],
    ...['recountCriteria', 'checkReport'],
  ].map((name) => `verify/${name}.test.ts`),
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

/** Tests that take less than so many milliseconds are asked first, all at once; the others one after the other, the quickest first. */
const quick = 200;

/** The fate of each mutant: file by file, the nearest tests first, and only of those that nothing has killed yet. */
async function judgeRoom(bench: TestBench, room: string, mutants: readonly Numbered[]): Promise<Result[]> {
  const fates = new Map<number, Result['fate']>(mutants.map(({ number }) => [number, 'unreached']));
  for (const mutant of mutants) if (isExcused(mutant)) fates.set(mutant.number, 'excused');
  for (const file of testFiles(room)) {
    const alive = () =>
      [...fates].filter(([, fate]) => fate === 'unreached' || fate === 'survived').map(([one]) => one);
    if (alive().length === 0) break;
    console.error(`${room}: ${alive().length} 件が残り、${relative(root, file)} を試します`);
    const tests = await surveyed(bench, file);
    for (const mutant of alive()) if (tests.some(({ reached }) => reached.has(mutant))) fates.set(mutant, 'survived');
    await judgeFile(bench, file, tests, alive, fates);
  }
  return mutants.map((mutant) => {
    const fate = fates.get(mutant.number) as Result['fate'];
    return { ...mutant, fate: fate === 'unreached' && mutant.inDefault ? 'excused' : fate };
  });
}

/** The tests of a file; no mutant is no change: the two quickest are run on it as on any other. */
async function surveyed(bench: TestBench, file: string): Promise<BenchTest[]> {
  const tests = (await bench.survey([file])).toSorted((one, other) => one.duration - other.duration);
  if ((await bench.runAlone(none, tests.slice(0, 2))) !== 'survived')
    throw new Error(`変更のないままで試験が失敗します: ${file}`);
  return tests;
}

async function judgeFile(
  bench: TestBench,
  file: string,
  tests: readonly BenchTest[],
  alive: () => number[],
  fates: Map<number, Result['fate']>,
): Promise<void> {
  const asked = new Set<string>();
  const repeatable = tests.filter((test) => test.repeatable);
  const slow = repeatable.filter(({ duration }) => duration >= quick).map((test) => [test]);
  for (const own of [repeatable.filter(({ duration }) => duration < quick), ...slow]) {
    const of = ({ reached, outside }: BenchTest) => alive().filter((one) => reached.has(one) && !outside.has(one));
    const jobs = new Map(own.map((test) => [test, of(test)]));
    for (const { test, mutant, verdict } of await bench.runTogether(file, jobs)) {
      asked.add(`${test} ${mutant}`);
      if (verdict !== 'survived') fates.set(mutant, verdict);
    }
  }
  for (const mutant of alive()) {
    const rest = tests.filter(({ id, reached }) => reached.has(mutant) && !asked.has(`${id} ${mutant}`));
    if (rest.length > 0) fates.set(mutant, await bench.runAlone(mutant, rest));
  }
}

const isSame = (one: Excused, { file, before, after }: Mutant): boolean =>
  one.file === file && one.before === before && one.after === after;
const isExcused = (mutant: Mutant): boolean => excused.some((one) => isSame(one, mutant));

/** What is excused has to stand in the program still. */
function expectExcused(files: ReadonlySet<string>, mutants: readonly Mutant[]): void {
  const gone = excused.filter((one) => files.has(one.file) && !mutants.some((mutant) => isSame(one, mutant)));
  if (gone.length > 0)
    throw new Error(`tools/mutation/excused.ts の変更がありません: ${gone[0]?.file} ${gone[0]?.after}`);
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
  expectExcused(new Set(mutants.map(({ file }) => file)), mutants);
  const scratch = mkdtempSync(join(tmpdir(), 'tokumei-mutate-'));
  const bench = await openTestBench(root, scratch, texts, mutants.length);
  try {
    const results: Result[] = [];
    for (const [room, own] of Map.groupBy(mutants, (mutant) => mutant.room)) {
      const judged = await judgeRoom(bench, room, drawn(own, wanted));
      judged.forEach(printSurvivor);
      results.push(...judged);
    }
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
