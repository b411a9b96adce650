import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { anonymize } from '../../engine/index.ts';
import { databaseReader } from './databaseReader.ts';

let database: TestDatabase;
let url: string;
const folder = mkdtempSync(join(tmpdir(), 'database-reader-'));

beforeAll(async () => {
  database = await createTestDatabase();
  const { host = '', user = '', database: name = '', port = 5432 } = database.connection;
  url = `postgresql://${user}:secret-word@/${name}?host=${encodeURIComponent(host)}&port=${port}`;
  await database.owner.query(
    `create schema 窓口;
     create table 窓口."申請 簿" ("番号" text primary key, "年齢" int, "日" date, "備考" text, "印" boolean);
     insert into 窓口."申請 簿" select lpad(n::text, 5, '0'), n % 3, '2019-05-01', case when n % 2 = 0 then E'改\\n行 "x",' end, true
       from generate_series(2500, 1, -1) n;
     create table public.nested (a int[], b bytea, c text)`,
  );
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function readAll(table: string) {
  const opened = await databaseReader(url)(table);
  const rows: (readonly (string | null)[])[] = [];
  for await (const portion of opened.portions) rows.push(...portion);
  await opened.close();
  return { ...opened, rows };
}

describe('a table of a PostgreSQL database', () => {
  test('is read whole, as texts, in the order of its key', async () => {
    const { columns, rows, notes } = await readAll('窓口."申請 簿"');
    expect([columns, notes, rows.length]).toEqual([['番号', '年齢', '日', '備考', '印'], [], 2500]);
    expect(rows.slice(0, 2)).toEqual([
      ['00001', '1', '2019-05-01', null, 'true'],
      ['00002', '2', '2019-05-01', '改\n行 "x",', 'true'],
    ]);
  });

  test('is read in a transaction that can change nothing', async () => {
    await database.owner.query(
      `create function public.writes() returns text language plpgsql volatile as $$ begin insert into public.nested values (null, null, 'x'); return 'x'; end $$;
       create view public.sly as select public.writes() as a`,
    );
    await expect(readAll('public.sly')).rejects.toThrow(
      'データベースから読めません: cannot execute INSERT in a read-only transaction',
    );
    expect((await database.owner.query('select * from public.nested')).rowCount).toBe(0);
  });

  test('that is not there, holds more than one value in a cell, or can’t be reached, is refused in words', async () => {
    await expect(readAll('窓口.ない')).rejects.toThrow('表「窓口.ない」: この名前の表はありません');
    await expect(readAll('public.nested')).rejects.toThrow(
      '一つの値でない列は使えません: 「a」（integer[]）、「b」（bytea）',
    );
    await expect(readAll("x'; drop table public.nested; --")).rejects.toThrow('表「x');
    await expect(databaseReader(null)('a')).rejects.toThrow('SOURCE_DATABASE_URL');
    const wrong: unknown = await databaseReader('postgresql://u:secret-word@127.0.0.1:1/x')('a').catch(
      (error: unknown) => error,
    );
    expect(String(wrong)).toContain('接続できません（ECONNREFUSED）');
    expect(String(wrong)).not.toContain('secret-word');
  });

  test('with a byte order mark at the beginning of a value or a header is refused as a file is', async () => {
    await database.owner.query(
      `create table public.marked (a text); insert into public.marked values ('甲'), (E'\\ufeff乙');
       create table public.named (E text); alter table public.named rename column e to "\ufeff番号"`,
    );
    const runOn = (table: string, column: string) => {
      const recipe = join(folder, 'marked.json');
      const columns = { [column]: { role: 'other' } };
      writeFileSync(
        recipe,
        JSON.stringify({ source: { format: 'postgresql', table }, columns, privacy: { k: 1 }, suppressionLimit: 0 }),
      );
      return anonymize({ recipe, out: join(folder, 'marked'), readDatabase: databaseReader(url) });
    };
    await expect(runOn('public.marked', 'a')).rejects.toThrow('値「乙」の先頭に BOM（U+FEFF）があります');
    await expect(runOn('public.named', '番号')).rejects.toThrow('見出しの先頭に BOM（U+FEFF）があります（1列目）');
  });

  test('is anonymized like a file, and the connection stands in no result', async () => {
    const recipe = join(folder, 'recipe.json');
    const columns = {
      番号: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
      年齢: { role: 'quasi' },
      日: { role: 'other' },
      備考: { role: 'free', treat: [{ dropColumn: {} }] },
      印: { role: 'other' },
    };
    const source = { format: 'postgresql', table: '窓口."申請 簿"' };
    writeFileSync(recipe, JSON.stringify({ source, columns, privacy: { k: 5 }, suppressionLimit: 0 }));
    const outcome = await anonymize({ recipe, out: join(folder, 'out'), readDatabase: databaseReader(url) });
    expect(outcome).toMatchObject({ kind: 'released', report: { rows: 2500, outputRows: 2500, smallestClass: 833 } });
    for (const file of ['report.json', 'report.html', 'output.csv', 'public-report.json'])
      expect(readFileSync(join(folder, 'out', file), 'utf8')).not.toContain('secret-word');
    await expect(anonymize({ recipe, out: join(folder, 'out2') })).rejects.toThrow(
      'データベースの表は、ここでは読めません',
    );
  });
});
