import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { deriveRecipe } from '../../app/release/deriveRecipe.ts';
import { withoutValues } from '../../app/release/withoutValues.ts';
import { createEngineAnonymizer } from './engineAnonymizer.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-engine-'));
afterAll(() => rmSync(root, { recursive: true }));
const { profile, anonymize } = createEngineAnonymizer();
let made = 0;

function newFolder(): string {
  made += 1;
  const folder = join(root, String(made));
  mkdirSync(folder);
  return folder;
}

const header = ['氏名', '住所', '年齢', '病名'];
const towns = ['市川市本北方1-2-3', '船橋市湊町2-10-25'];
const people = Array.from({ length: 24 }, (_, index) => [
  `見本${index}太郎`,
  `千葉県${towns[index % 2]}`,
  String(30 + (index % 3)),
  index % 4 < 2 ? '風邪' : '骨折',
]);

/** Sheets by name; the second has two lines of title above its header. */
async function workbook(sheets: readonly string[]) {
  const book = new exceljs.Workbook();
  for (const [index, name] of sheets.entries()) {
    const sheet = book.addWorksheet(name);
    if (index > 0) sheet.addRows([['会員の一覧'], ['令和7年度']]);
    sheet.addRows([header, ...people]);
  }
  const folder = newFolder();
  const path = join(folder, 'handed');
  writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()));
  return { folder, source: { name: '会員.xlsx', path } };
}

const wanted = (
  [
    ['住所', 'municipality'],
    ['年齢', 'ageBand10'],
    ['病名', 'asIs'],
  ] as const
).map(([name, granularity]) => ({ name, detail: null, granularity }));

async function create(
  order: Awaited<ReturnType<typeof workbook>>,
  choice: { sheet?: string; headerRow?: number } = {},
) {
  const looked = await profile({ ...order, ...choice });
  if (looked.outcome === 'refused') return looked;
  const { recipe, open } = deriveRecipe(looked.profile, wanted, { k: 3, suppressionLimit: 0 });
  expect(open).toEqual([]);
  const result = await anonymize({ ...order, folder: newFolder(), recipe: JSON.stringify(recipe) });
  return { ...result, recipe };
}

describe('a source that is a workbook', () => {
  test('of one sheet is read as it is, by its bytes and not by its name, and gives what the same CSV gives', async () => {
    const fromBook = await create(await workbook(['名簿']));
    if (fromBook.outcome !== 'made') throw new Error(JSON.stringify(fromBook));
    expect(fromBook.recipe.source).toEqual({ path: 'source', format: 'xlsx' });
    expect(fromBook.made).toMatchObject({ rows: 24, outputRows: 24, check: { passed: true } });
    const folder = newFolder();
    const path = join(folder, 'source.csv');
    writeFileSync(path, `${[header, ...people].map((cells) => cells.join(',')).join('\n')}\n`);
    const fromText = await create({ folder, source: { name: '会員.csv', path } });
    if (fromText.outcome !== 'made') throw new Error(JSON.stringify(fromText));
    const rowsOf = (file: string) => readFileSync(file, 'utf8').split('\n').toSorted();
    expect(rowsOf(fromBook.made.output.path)).toEqual(rowsOf(fromText.made.output.path));
    expect(new Set(rowsOf(fromBook.made.output.path).map((row) => row.split(',')[0]))).toContain('千葉県市川市');
  });

  test('of several sheets asks which, naming them and the file as it was handed in; sheet and header row are chosen', async () => {
    const order = await workbook(['説明', '名簿']);
    const asked = await profile(order);
    expect(asked).toMatchObject({ outcome: 'refused', sheets: ['説明', '名簿'] });
    expect(asked.outcome === 'refused' && asked.message).toMatch(
      /^会員\.xlsx: シートが複数あります。.*「説明」「名簿」/,
    );
    const whole = await create(order, { sheet: '名簿', headerRow: 3 });
    expect(whole).toMatchObject({
      recipe: { source: { format: 'xlsx', sheet: '名簿', headerRow: 3 } },
      made: { rows: 24, check: { passed: true } },
    });
    // Without the header row the title is taken for the header, and no wanted item is found.
    const untold = await profile({ ...order, sheet: '名簿' });
    if (untold.outcome === 'refused') throw new Error(untold.message);
    const { open } = deriveRecipe(untold.profile, wanted, { k: 3, suppressionLimit: 0 });
    expect(open.map(({ point }) => point)).toEqual(['itemNotInSource', 'itemNotInSource', 'itemNotInSource']);
    expect(await profile({ ...order, sheet: '一覧' })).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('シート「一覧」がありません'),
    });
  });

  test('a document of another kind is refused in words', async () => {
    const folder = newFolder();
    const path = join(folder, 'handed');
    writeFileSync(path, 'PK\u0003\u0004 no archive');
    expect(await profile({ folder, source: { name: '文書.docx', path } })).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/^文書\.docx: /),
    });
  });
});

test('what a failure says of values of the source is taken out before a case keeps it', async () => {
  const folder = newFolder();
  const path = join(folder, 'source.csv');
  writeFileSync(path, '住所,病名\n見本県某所一丁目,風邪\n千葉県市川市,骨折\n');
  const source = { name: '会員.csv', path };
  const run = (column: object, output: object = {}) =>
    anonymize({
      folder: newFolder(),
      source,
      recipe: JSON.stringify({
        source: { path: 'x' },
        columns: { 住所: { role: 'quasi', ...column }, 病名: { role: 'sensitive' } },
        privacy: { k: 1 },
        output,
      }),
    });
  const unplaced = await run({ hierarchy: { builtIn: 'address' } });
  if (unplaced.outcome !== 'refused') throw new Error('the address is placed');
  expect(unplaced.message).toContain('見本県某所');
  expect(withoutValues(unplaced.message)).toMatch(/^列「住所」の階層: 読めない値が 1 件あります: …/);
  expect(withoutValues(unplaced.message)).not.toContain('某所');
  writeFileSync(path, '住所,病名\n𠮷田町某所,風邪\n');
  const unwritable = await run({}, { encoding: 'cp932' });
  if (unwritable.outcome !== 'refused') throw new Error('the address is written');
  expect(withoutValues(unwritable.message)).toContain('列「住所」の「𠮷」（U+20BB7） 1 件');
  expect(withoutValues(unwritable.message)).not.toContain('某所');
});
