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

/** Numbers of the scenarios that a title names: `scenario 5`, `scenarios 2 and 3`. */
const scenariosOf = (text: string): number[] =>
  [...text.matchAll(/\bscenarios? (\d+)(?: and (\d+))?/g)].flatMap(([, one, other]) =>
    [one, other].filter((number) => number !== undefined).map(Number),
  );

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

test('every requirement has a test that names it: docs/reference/traceability.md', async () => {
  expect(titles.length).toBeGreaterThan(300);
  const { requirements, scenarios, outside } = wanted;
  expect(requirements.filter((id) => naming(id).length === 0)).toEqual([]);
  expect(requirements.filter((id) => id in outside)).toEqual([]);
  const played = new Set(titles.flatMap((one) => scenariosOf(one.title)));
  expect(scenarios.filter((number) => !played.has(number))).toEqual([]);
  const rows = requirements.flatMap((id) => naming(id).map(({ file, title: words }) => row(id, words, `\`${file}\``)));
  const parts = [
    '# 要件と試験\n\n要件ごとに、それを題名に挙げる試験を示します。この表は試験が書き出したもので、試験のない要件があると試験は失敗します。\n',
    [row('要件', '試験', '場所'), row('---', '---', '---'), ...rows].join('\n'),
    '\n## 扱わない要件\n',
    [row('要件', '理由'), row('---', '---'), ...Object.entries(outside).map(([id, why]) => row(id, why))].join('\n'),
  ];
  await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot(join(root, 'docs/reference/traceability.md'));
});
