import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { japaneseAreas } from '../adapters/areas/japaneseAreas.ts';
import { anonymize } from './anonymize.ts';
import { InputError } from './inputError.ts';
import { verify } from './verifyFolder.ts';

let root: string;
let made = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'built-in-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Runs a recipe for some rows, and answers the lines of the output with the report. */
async function run(header: string, rows: readonly string[], columns: object, more: object = {}) {
  made += 1;
  const folder = mkdtempSync(join(root, `${made}-`));
  writeFileSync(join(folder, 'data.csv'), [header, ...rows, ''].join('\n'));
  const recipe = { source: { path: 'data.csv' }, columns, privacy: { k: 2 }, seed: 'a'.repeat(32), ...more };
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  const out = join(folder, 'out');
  const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out, areas: japaneseAreas });
  if (outcome.kind === 'refused') throw new Error(outcome.refusal.message);
  expect((await verify({ folder: out, source: join(folder, 'data.csv'), areas: japaneseAreas })).passed).toBe(true);
  const lines = readFileSync(join(out, 'output.csv'), 'utf8').trim().split('\n').slice(1);
  return { lines: lines.toSorted(), report: outcome.report };
}

const errorOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error) => {
      if (error instanceof InputError) return error.message;
      throw error;
    },
  );

const addresses = ['市川市八幡1-2-3', '千葉県市川市八幡２丁目', '船橋市本町1-1', '船橋市湊町2-10-25', '不明', '不明'];
const address = (more: object = {}) => ({ 住所: { role: 'quasi', hierarchy: { builtIn: 'address', ...more } } });

const keepUnread = { builtIn: 'address', level: 'town', unreadable: 'keep' };

describe('built-in hierarchies in a run', () => {
  test('addresses in several notations meet at their town, and at their municipality', async () => {
    const { lines, report } = await run('住所', addresses.slice(0, 4), address());
    expect(report.levels).toEqual({ 住所: 2 });
    expect(lines).toEqual(['千葉県市川市', '千葉県市川市', '千葉県船橋市', '千葉県船橋市']);
  });

  test('values that cannot be read stop the run, with column, values, records and reason', async () => {
    const message = await errorOf(run('住所', addresses, address()));
    expect(message).toMatch(/列「住所」の階層: 読めない値が 2 件あります: 「不明」2 件（市区町村の表.*unreadable/);
    const ages = await errorOf(
      run('年齢,区分', ['50歳,1', '51歳,1', '不明,1', ',1'], {
        年齢: { role: 'quasi', hierarchy: { builtIn: 'age' } },
        区分: { role: 'other' },
      }),
    );
    expect(ages).toMatch(/列「年齢」.*読めない値が 2 件.*（空欄）1 件（数として読めません）/);
    expect(ages).toContain('「不明」1 件');
  });

  test('the recipe chooses what becomes of them, and the report says so', async () => {
    const kept = await run('住所', addresses, address({ unreadable: 'keep' }));
    expect(kept.lines.filter((line) => line === '不明')).toHaveLength(2);
    const hidden = await run('住所', addresses, address({ unreadable: 'suppress' }));
    expect(hidden.lines.filter((line) => line === '*')).toHaveLength(2);
    expect(hidden.report.notes.join()).toMatch(/「不明」2 件.*unreadable により、隠しました/);
  });

  test('a hidden value and a suppressed cell are one class in search and file', async () => {
    const columns = {
      住所: {
        role: 'quasi',
        treat: [{ suppressCell: { matches: '^船橋市湊' } }],
        hierarchy: { builtIn: 'address', levels: ['town'], unreadable: 'suppress' },
      },
    };
    const rows = ['市川市八幡1-2-3', '千葉県市川市八幡２丁目', '船橋市湊町2', '不明'];
    const { lines, report } = await run('住所', rows, columns);
    expect(report.smallestClass).toBe(2);
    expect(lines).toEqual(['*', '*', '千葉県市川市八幡', '千葉県市川市八幡']);
  });

  test('50歳 is an age; dates of both calendars meet; a 7-digit code of an era is a date', async () => {
    const { lines } = await run(
      '年齢,生年月日',
      ['50歳,昭和50年4月1日', '５３,1975/12/31', '54才,3500101', '満50歳,S50.8.1'],
      {
        年齢: { role: 'quasi', hierarchy: { builtIn: 'age', widths: [5, 10] } },
        生年月日: { role: 'quasi', hierarchy: { builtIn: 'date', levels: ['month', 'year', 'decade'] } },
      },
    );
    expect(lines).toEqual(['50-54,1975', '50-54,1975', '50-54,1975', '50-54,1975']);
  });

  test('generalize by a built-in level treats the values before the search, in any role', async () => {
    const columns = {
      住所: { role: 'identifying', treat: [{ generalize: { builtIn: 'address', level: 'town' } }] },
      郵便番号: { role: 'other', treat: [{ generalize: { builtIn: 'postalCode', level: 3 } }] },
    };
    const { lines, report } = await run(
      '住所,郵便番号',
      addresses.slice(0, 3).map((one) => `${one},272-0021`),
      columns,
    );
    expect(lines).toEqual(['千葉県市川市八幡,272-****', '千葉県市川市八幡,272-****', '千葉県船橋市本町,272-****']);
    expect(JSON.stringify(report.columns)).toContain('一般化（町名まで）');
    const message = await errorOf(run('住所,郵便番号', ['不明,2720021', '不明,272'], columns));
    expect(message).toMatch(/列「住所」.*「不明」2 件/);
    const kept = { ...columns, 住所: { role: 'identifying', treat: [{ generalize: keepUnread }] } };
    const withKept = await run('住所,郵便番号', ['不明,2720021', '市川市八幡1,2720021'], kept);
    expect(withKept.lines).toEqual(['不明,272-****', '千葉県市川市八幡,272-****']);
    expect(withKept.report.notes.join()).toMatch(/列「住所」.*「不明」1 件.*そのまま残しました/);
  });

  test('1c-16: a hierarchy names 平成31年7月1日 and does not guess; datePart reads what it means, and the report names it', async () => {
    const rows = ['平成31年7月1日', '令和元年7月1日', '2019-07-15'];
    const asked = run('受付日', rows, { 受付日: { role: 'quasi', hierarchy: { builtIn: 'date' } } });
    expect(await errorOf(asked)).toMatch(/「平成31年7月1日」1 件（平成は 1989-01-08 から 2019-04-30 まで/);
    const treated = { role: 'other', treat: [{ generalize: { datePart: 'month' } }] };
    const { lines, report } = await run('受付日', rows, { 受付日: treated });
    expect(lines).toEqual(['2019-07', '2019-07', '2019-07']);
    expect(report.notes.join()).toContain('平成31年7月1日');
  });

  test('redaction of codes', async () => {
    const rows = ['A101', 'A102', 'A201', 'A202'];
    const { lines } = await run('分類', rows, { 分類: { role: 'quasi', hierarchy: { redact: {} } } });
    expect(lines).toEqual(['A10*', 'A10*', 'A20*', 'A20*']);
  });
});
