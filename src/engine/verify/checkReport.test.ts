import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymize } from '../anonymize.ts';
import { readRecipe } from '../recipe/readRecipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { readReport } from '../report/readReport.ts';
import type { CheckReport, Report } from '../report/reportTypes.ts';
import { checkReport } from './checkReport.ts';
import { checkReportFiles } from './checkReportFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-report-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const people = Array.from({ length: 30 }, (_, index) => [
  `見本${index}`,
  index === 29 ? '91' : String(20 + (index % 3)),
  index % 2 === 0 ? '男' : '女',
  index % 5 < 3 ? '風邪' : '骨折',
]);
const base = {
  source: { path: 'data.csv' },
  columns: {
    氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
    年齢: { role: 'quasi', weight: 2 },
    性別: { role: 'quasi' },
    病名: { role: 'sensitive' },
  },
  privacy: { k: 3, diversity: [{ column: '病名', model: 'distinct', l: 2 }] },
  suppressionLimit: 0.5,
  records: [{ drop: { column: '年齢', equals: '22' } }],
  seed: '0123456789abcdef0123456789abcdef',
};

interface Released {
  readonly report: Report;
  readonly recipe: Recipe;
  /** Folder of the result. */
  readonly out: string;
}

async function release(change: object): Promise<Released> {
  const place = mkdtempSync(join(folder, 'run-'));
  writeFileSync(join(place, 'data.csv'), ['氏名,年齢,性別,病名', ...people.map((one) => one.join()), ''].join('\n'));
  const document = { ...base, ...change };
  writeFileSync(join(place, 'recipe.json'), JSON.stringify(document));
  const outcome = await anonymize({ recipe: join(place, 'recipe.json'), out: join(place, 'out') });
  expect(outcome.kind).toBe('released');
  const out = join(place, 'out');
  const report = await readReport(join(out, 'report.json'));
  return { report, recipe: readRecipe(JSON.stringify(report.recipe), place), out };
}

const memberOf = ({ passed, finding }: CheckReport) => (passed ? '合' : (/「(.+)」は/.exec(finding)?.[1] ?? ''));

/** The report with the members at the paths changed, beside what was counted of the output. */
function membersAfter({ report, recipe }: Released, ...changes: (readonly [path: string, value: unknown])[]): string[] {
  const forged = structuredClone(report);
  for (const [path, value] of changes) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    Reflect.set(
      steps.reduce((part: object, step) => Reflect.get(part, step), forged),
      last,
      value,
    );
  }
  return checkReport(forged, recipe, report.verification).map(memberOf);
}

describe('the numbers of a report agree with what was counted and with one another', () => {
  let plain: Released;
  let local: Released;
  let persons: Released;
  beforeAll(async () => {
    plain = await release({});
    local = await release({ recoding: 'local' });
    persons = await release({ person: { key: ['氏名'] } });
  });

  test('as they were written they do, and one sentence says so', () => {
    for (const { report, recipe } of [plain, local, persons])
      expect(checkReport(report, recipe, report.verification)).toEqual([
        { item: null, check: 'report', passed: true, finding: '報告書の数は、数え直した数と合います。', numbers: {} },
      ]);
    const { rows, droppedRecords, suppressedRecords, outputRows } = plain.report;
    expect({ rows, droppedRecords, suppressedRecords, outputRows }).toMatchInlineSnapshot(`
      {
        "droppedRecords": 9,
        "outputRows": 20,
        "rows": 30,
        "suppressedRecords": 1,
      }
    `);
  });

  test('a changed number is told by the members that no longer agree with it', () => {
    const changes: [path: string, value: unknown][] = [
      ...['rows', 'outputRows', 'syntheticRecords', 'droppedRecords', 'refusedRows', 'suppressedRecords'].map(
        (path): [string, unknown] => [path, 3],
      ),
      ['refused', [{ line: 1, reason: '見本' }]],
      ['suppressedBy.k', 0],
      ['suppressedBy.他', 2],
      ['seed', 'f'.repeat(32)],
      ['loss', 0.5],
      ['loss', null],
      ['utility.total', 0.5],
      ['utility.columns.年齢', 0.5],
      ['utility.columns', {}],
      ['gap', 0.1],
      ['gap', null],
      ['optimal', false],
      ['levels.年齢', 5],
      ['columns.2.level', 5],
      ['classes', 9],
      ['smallestClass', 9],
      ['outputFile', 'output.rejected.csv'],
      ['verification.classes', 9],
      ['verification.aloneOnAllColumns', 9],
      ['verification.singlingOut.upTo', 9],
      ['verification.risk.units', 9],
      ['verification.passed', false],
      ['verification.items.5.checks.0.numbers.k', 9],
      ['verification.items.5.checks.0.passed', false],
      ['verification.items.1.checks.1.numbers.searched', 9],
    ];
    const told = changes.map(([path, value]) => `${path}: ${membersAfter(plain, [path, value]).join('、')}`);
    expect(told).toMatchInlineSnapshot(`
      [
        "rows: rows、suppressedRecords",
        "outputRows: rows",
        "syntheticRecords: rows",
        "droppedRecords: rows、droppedRecords",
        "refusedRows: rows、refusedRows、refused",
        "suppressedRecords: rows、suppressedRecords、suppressedBy",
        "refused: refused",
        "suppressedBy.k: 合",
        "suppressedBy.他: suppressedBy",
        "seed: seed",
        "loss: loss、utility → total",
        "loss: loss、utility → total",
        "utility.total: utility → total",
        "utility.columns.年齢: loss",
        "utility.columns: loss",
        "gap: gap",
        "gap: gap",
        "optimal: 合",
        "levels.年齢: levels → 年齢",
        "columns.2.level: levels → 性別",
        "classes: classes",
        "smallestClass: smallestClass",
        "outputFile: verification → passed",
        "verification.classes: verification → classes",
        "verification.aloneOnAllColumns: verification → aloneOnAllColumns",
        "verification.singlingOut.upTo: verification → singlingOut",
        "verification.risk.units: verification → risk",
        "verification.passed: verification → passed",
        "verification.items.5.checks.0.numbers.k: verification → droppedRecords → k",
        "verification.items.5.checks.0.passed: verification → passed、verification → droppedRecords",
        "verification.items.1.checks.1.numbers.searched: 合",
      ]
    `);
  });

  test('at most 1,000 refused rows are listed, and several criteria explain the suppressed records together', () => {
    const listed = (rows: number) => ['refused', Array(rows).fill({ line: 1, reason: '見本' })] as const;
    const told = (rows: number, refusedRows: number) => membersAfter(plain, listed(rows), ['refusedRows', refusedRows]);
    expect([told(1000, 1001), told(1001, 1001)].map((members) => members.includes('refused'))).toEqual([false, true]);
    expect([told(1000, 1000), told(999, 1000)].map((members) => members.includes('refused'))).toEqual([false, true]);
    // two records of which one fails k and another the diversity; three are more than both explain
    const explained = (suppressed: number) =>
      membersAfter(plain, ['suppressedBy', { k: 1, 'distinct:病名': 1 }], ['suppressedRecords', suppressed]);
    expect([1, 2, 3].map((one) => explained(one).includes('suppressedBy'))).toEqual([false, false, true]);
  });

  test('an item changes no more records than its treatments change cells, together', () => {
    const treated = (changedCells: number, item = 4) => ({ ...plain.report.treatments[0], item, changedCells });
    const told = (changed: number) =>
      membersAfter(plain, ['treatments', [treated(2), treated(1), treated(99, 1)]], ['changedRecords.4', changed]);
    expect([told(3), told(4)]).toEqual([['合'], ['changedRecords → 4']]);
  });

  test('where none are counted there are no persons, and of several parts no optimum is claimed', () => {
    expect(membersAfter(plain, ['persons', 7])).toEqual(['persons']);
    expect(membersAfter(plain, ['suppressedPersons', 0])).toEqual(['suppressedPersons']);
    expect(membersAfter(local, ['optimal', true])).toContain('optimal');
  });

  test('what the source says, where it was treated once more, is what the report says', () => {
    for (const { report, recipe } of [plain, persons]) {
      const { rows, refusedRows, droppedRecords, persons: all, changedRecords } = report;
      const replayed = { rows, refusedRows, droppedRecords, persons: all, changedRecords };
      const told = (change: object) =>
        checkReport(report, recipe, report.verification, { ...replayed, ...change }).map(memberOf);
      expect(told({})).toEqual(['合']);
      for (const [member, number] of Object.entries({ rows, refusedRows, droppedRecords, persons: all }))
        expect(told({ [member]: (number ?? 0) + 1 })).toEqual([member]);
      for (const item of [1, 2, 3, 4, 5] as const)
        expect(told({ changedRecords: { ...changedRecords, [item]: changedRecords[item] + 1 } })).toEqual([
          `changedRecords → ${item}`,
        ]);
    }
  });

  test('with local recoding the parts hold what was released', () => {
    expect(membersAfter(local, ['levels.0.records', 1])).toMatchInlineSnapshot(`
      [
        "levels → records",
      ]
    `);
  });

  test('in persons the limit, and the smallest class, are those of persons', () => {
    const { persons: all = 0, suppressedPersons, smallestClass } = persons.report;
    expect({ all, suppressedPersons, smallestClass }).toMatchInlineSnapshot(`
      {
        "all": 21,
        "smallestClass": 5,
        "suppressedPersons": 1,
      }
    `);
    const members = (path: string, value: unknown) => membersAfter(persons, [path, value]);
    expect(members('suppressedPersons', 2)).toMatchInlineSnapshot(`
      [
        "suppressedPersons",
      ]
    `);
    expect(members('suppressedPersons', 0)).toMatchInlineSnapshot(`
      [
        "合",
      ]
    `);
    expect(members('smallestClass', 9)).toMatchInlineSnapshot(`
      [
        "smallestClass",
      ]
    `);
    expect(members('verification.risk.units', 9)).toMatchInlineSnapshot(`
      [
        "verification → risk",
      ]
    `);
  });

  test('what only the source or the persons can tell is left out where they are not known', () => {
    const { report, recipe } = persons;
    const { items } = report.verification;
    const unknown = { ...items[5], checks: items[5].checks.filter(({ check }) => check !== 'persons') };
    const counted = { ...report.verification, risk: null, items: { ...items, 5: unknown } };
    expect(checkReport(report, recipe, counted).map(({ passed }) => passed)).toEqual([true]);
    const lost = { ...items[5], checks: plain.report.verification.items[5].checks.slice(0, -1) };
    const fewer = { ...plain.report.verification, items: { ...plain.report.verification.items, 5: lost } };
    expect(checkReport(plain.report, plain.recipe, fewer)[0]).toMatchObject({ passed: false });
    expect(checkReport(plain.report, plain.recipe, fewer)[0]?.finding).toContain('なし のはずです');
  });

  test('a check that fails now says so itself', () => {
    const { report, recipe } = plain;
    const { items } = report.verification;
    const [first, ...others] = items[5].checks;
    const failing = { ...items[5], checks: [...(first ? [{ ...first, passed: false, numbers: {} }] : []), ...others] };
    const counted = { ...report.verification, items: { ...items, 5: failing } };
    expect(checkReport(report, recipe, counted).map(({ passed }) => passed)).toEqual([true]);
  });
});

describe('the four reports of a result belong together', () => {
  let whole: Released;
  beforeAll(async () => {
    whole = await release({});
  });

  type Change = readonly [file: string, change: ((text: string) => string) | null];

  /** In a copy of the result, after changes of its files; null: the file is taken away. */
  async function toldOf(...changes: readonly Change[]): Promise<string[]> {
    const copy = mkdtempSync(join(folder, 'files-'));
    cpSync(whole.out, copy, { recursive: true });
    for (const [name, change] of changes) {
      const file = join(copy, name);
      if (change) writeFileSync(file, change(readFileSync(file, 'utf8')));
      else rmSync(file);
    }
    const checks = await checkReportFiles(copy);
    expect(checks.map(({ item, check }) => [item, check])).toEqual(checks.map(() => [null, 'report']));
    return checks.map(({ passed, finding }) => `${passed ? '合' : '否'} ${finding}`);
  }
  const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
  /** `report.json` changed, and its digest in the page with it. */
  function withDigest(change: (text: string) => string): readonly Change[] {
    const json = readFileSync(join(whole.out, 'report.json'), 'utf8');
    return [
      ['report.json', change],
      ['report.html', (page) => page.replaceAll(digestOf(json), digestOf(change(json)))],
    ];
  }
  const made = (name: string) => `合 ${name} は、report.json から作ったものと同じです。`;
  const other = (name: string) => `否 ${name} が、report.json から作ったものと違います。`;
  const version = (text: string) => text.replace(/"engineVersion": "/, '$&9.');
  const [page, json, publicPage] = ['report.html', 'public-report.json', 'public-report.html'];

  test('as they were written they do; each that was changed alone is told', async () => {
    expect(await toldOf()).toEqual([made(page), made(json), made(publicPage)]);
    expect(await toldOf([page, (text) => text.replace('</body>', ' </body>')])).toEqual([
      other(page),
      made(json),
      made(publicPage),
    ]);
    expect(await toldOf([json, (text) => text.replace(/"classes": \d+/, '"classes": 99')])).toEqual([
      made(page),
      other(json),
      made(publicPage),
    ]);
    expect(await toldOf([json, () => '{'])).toEqual([made(page), other(json), made(publicPage)]);
    expect(await toldOf([publicPage, (text) => `${text} `])).toEqual([made(page), made(json), other(publicPage)]);
    expect((await toldOf(['report.json', (text) => `${text} `]))[0]).toMatch(/^否 .*互いのダイジェストが合いません/);
  });

  test('a report of which none of the others can be made was not written by a run', async () => {
    const broken = withDigest((text) => JSON.stringify({ ...JSON.parse(text), columns: null }));
    expect(await toldOf(...broken)).toEqual([other(page), other(json), other(publicPage)]);
  });

  test('what is not there is not compared', async () => {
    const told = await toldOf([page, null], [json, null], [publicPage, null]);
    expect(told).toEqual([
      '合 report.html がないため、report.json が作成した時のままかを確かめていません。',
      `合 ${json} がないため、比べていません。`,
      `合 ${publicPage} がないため、比べていません。`,
    ]);
  });

  test('of another version of the program only what it did not write differently is compared', async () => {
    expect(await toldOf([json, version])).toEqual([
      made(page),
      '否 public-report.json のプログラムの版が、report.json と違います。',
    ]);
    expect(await toldOf(...withDigest(version), [json, version])).toEqual([
      '合 report.json のダイジェスト（SHA-256）が、report.html にあるものと一致します。',
      '合 別の版のプログラムで作った結果のため、外向けの説明書の書き方は比べていません。',
    ]);
  });
});
