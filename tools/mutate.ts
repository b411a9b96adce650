// `mutate [NUMBER] [ROOM…]`: changes one operator or constant of the engine at a time in a scratch copy, and runs the
// tests of its room: a change that no test notices survives. NUMBER changes are taken at even distances, all unless
// given; rooms: lattice, measure, verify. Prints the survivors and the score; exit 1 below the goal, 2 on bad input.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const goal = 0.85;
/** A change that makes the tests run longer than this is noticed by anyone. In milliseconds. */
const patience = 180_000;
const root = resolve(import.meta.dirname, '..');

const engine = 'src/engine';
/** Room → the tests that have to notice a change in it, the quick ones first. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  measure: ['measure', 'lattice'],
  lattice: ['measure', 'lattice', 'localRecoding.test.ts'],
  verify: [
    'verify',
    'shareModels.test.ts',
    'localRecoding.test.ts',
    'verifyFolder.test.ts',
    'persons.test.ts',
    'anonymize.test.ts',
  ],
};

/** Operators stand between blanks, so that neither types nor arrows match; the text of SQL statements counts as well. */
const replacements: readonly (readonly [found: RegExp, by: string])[] = [
  [/ <= /g, ' < '],
  [/ < /g, ' <= '],
  [/ >= /g, ' > '],
  [/ > /g, ' >= '],
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/ \* /g, ' / '],
  [/ \/ /g, ' * '],
  [/\bMath\.max\(/g, 'Math.min('],
  [/\bMath\.min\(/g, 'Math.max('],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/(?<=[ (=])0(?=[;,) ])/g, '1'],
  [/(?<=[ (=])1(?=[;,) ])/g, '0'],
];

interface Mutant {
  readonly room: string;
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

function mutantsOf(room: string): Mutant[] {
  const files = readdirSync(join(root, engine, room)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  return files.flatMap((name) => {
    const file = join(engine, room, name);
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((text, index) =>
      isCode(text) ? changesOf(text).map((after) => ({ room, file, line: index, before: text, after })) : [],
    );
  });
}

const isCode = (line: string) => !/^\s*(\/?\*|\/\/|import |export type |type |interface |readonly )/.test(line);

const changesOf = (text: string): string[] =>
  replacements.flatMap(([found, by]) =>
    [...text.matchAll(found)].map(
      ({ index, 0: match }) => text.slice(0, index) + by + text.slice(index + match.length),
    ),
  );

/** Of many as many as wanted, at even distances. */
function sampled<T>(all: readonly T[], wanted: number): T[] {
  if (wanted >= all.length) return [...all];
  return Array.from({ length: wanted }, (_, index) => all[Math.floor((index * all.length) / wanted)] as T);
}

/** A copy of what the engine's tests need; they need no database of their own. */
function makeCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-mutate-'));
  for (const name of ['engine', 'japan'])
    cpSync(join(root, 'src', name), join(folder, 'src', name), { recursive: true });
  cpSync(join(root, 'test/support/naiveSearch.ts'), join(folder, 'test/support/naiveSearch.ts'));
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'vitest.config.ts'), 'export default { test: { testTimeout: 60000, maxWorkers: 2 } };\n');
  return folder;
}

/** Whether the tests of a room fail. */
function fails(folder: string, room: string): boolean {
  const tests = (testsOf[room] ?? []).map((name) => join(engine, name));
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, TWIN_RUNS: process.env.TWIN_RUNS ?? '300' };
  const args = [vitest, 'run', '--root', folder, '--bail=1', '--reporter=dot', ...tests];
  return spawnSync(process.execPath, args, { cwd: folder, env, timeout: patience, stdio: 'ignore' }).status !== 0;
}

function isNoticed(folder: string, { room, file, line, after }: Mutant): boolean {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.split('\n').with(line, after).join('\n'));
  try {
    return fails(folder, room);
  } finally {
    writeFileSync(path, text);
  }
}

function main([number, ...named]: readonly string[]): number {
  const wanted = number === undefined ? Number.POSITIVE_INFINITY : Number(number);
  const rooms = named.length > 0 ? named : Object.keys(testsOf);
  if (!(wanted >= 1) || rooms.some((room) => !(room in testsOf))) {
    console.error(`使い方: mutate [数] [${Object.keys(testsOf).join('|')} …]`);
    return 2;
  }
  const mutants = sampled(rooms.flatMap(mutantsOf), wanted);
  const folder = makeCopy();
  try {
    const broken = rooms.filter((room) => fails(folder, room));
    if (broken.length > 0) throw new Error(`変更のないままで試験が失敗します: ${broken.join('、')}`);
    const survivors = mutants.filter((mutant) => {
      const noticed = isNoticed(folder, mutant);
      if (!noticed)
        console.log(`残った  ${mutant.file}:${mutant.line + 1}\n  ${mutant.before.trim()}\n  ${mutant.after.trim()}`);
      return !noticed;
    });
    const score = 1 - survivors.length / mutants.length;
    console.log(
      `変更 ${mutants.length} 件のうち、試験が気付いたもの ${(score * 100).toFixed(1)}%（目標 ${goal * 100}%）`,
    );
    return score >= goal ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main(process.argv.slice(2));
