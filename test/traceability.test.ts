import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import wanted from './data/requirements.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');

/** A test as it is written: where, and under which title. */
interface Titled {
  readonly file: string;
  readonly title: string;
}

const title = /(?:\btest\(|\](?: as const)?\)\()\s*(['`])((?:\\.|(?!\1)[^\n])+)\1/g;

const titlesIn = (folder: string): Titled[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join(root, folder, name);
      const found = readFileSync(file, 'utf8').matchAll(title);
      return [...found].map((match) => ({ file: relative(root, file), title: match[2] ?? '' }));
    });

const titles = [...titlesIn('src'), ...titlesIn('test')].toSorted((one, other) => (one.file < other.file ? -1 : 1));

const naming = (id: string): Titled[] =>
  titles.filter((one) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(one.title));

/** Numbers of the scenarios that a title names: `scenario 5`, `scenarios 2 and 3`, `scenarios 26, 27 and 28`. */
const scenariosOf = (text: string): number[] =>
  [...text.matchAll(/\bscenarios? (\d+(?:, \d+)*(?: and \d+)?)(?![\d-])/g)].flatMap(([, numbers = '']) =>
    numbers.split(/, | and /).map(Number),
  );

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** The acceptance scenarios are numbered from 1. */
const scenarioNumbers = Array.from({ length: wanted.scenarios }, (_, index) => index + 1);
const playing = (number: number): Titled[] => titles.filter((one) => scenariosOf(one.title).includes(number));

/** A table of what is wanted with the tests that name it. */
const table = <Wanted extends string | number>(
  head: string,
  all: readonly Wanted[],
  testsOf: (one: Wanted) => Titled[],
): string =>
  [
    row(head, '試験', '場所'),
    row('---', '---', '---'),
    ...all.flatMap((one) => testsOf(one).map(({ file, title: words }) => row(String(one), words, `\`${file}\``))),
  ].join('\n');

test('every requirement and every scenario has a test that names it: docs/reference/traceability.md', async () => {
  expect(titles.length).toBeGreaterThan(300);
  const { requirements } = wanted;
  expect(requirements.length).toBeGreaterThan(180);
  expect(new Set(requirements).size).toBe(requirements.length);
  expect(requirements.filter((id) => naming(id).length === 0)).toEqual([]);
  expect(scenarioNumbers.filter((number) => playing(number).length === 0)).toEqual([]);
  expect(titles.flatMap((one) => scenariosOf(one.title)).filter((number) => number > wanted.scenarios)).toEqual([]);
  const parts = [
    '# 要件と試験\n\n要件と受入れの場面のそれぞれに、それを題名に挙げる試験を示します。この表は試験が書き出したもので、試験のない要件か場面があると試験は失敗します。\n',
    '## 要件\n',
    table('要件', requirements, naming),
    '\n## 受入れの場面\n',
    table('場面', scenarioNumbers, playing),
  ];
  await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot(join(root, 'docs/reference/traceability.md'));
});
