import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymize } from '../anonymize.ts';
import { readRecipe } from '../recipe/readRecipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { readReport } from '../report/readReport.ts';
import type { Report } from '../report/reportTypes.ts';
import { checkReport } from './checkReport.ts';

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
}

async function release(change: object): Promise<Released> {
  const place = mkdtempSync(join(folder, 'run-'));
  writeFileSync(join(place, 'data.csv'), ['氏名,年齢,性別,病名', ...people.map((one) => one.join()), ''].join('\n'));
  const document = { ...base, ...change };
  writeFileSync(join(place, 'recipe.json'), JSON.stringify(document));
  const outcome = await anonymize({ recipe: join(place, 'recipe.json'), out: join(place, 'out') });
  expect(outcome.kind).toBe('released');
  const report = await readReport(join(place, 'out', 'report.json'));
  return { report, recipe: readRecipe(JSON.stringify(report.recipe), place) };
}

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
  return checkReport(forged, recipe, report.verification).map(({ passed, finding }) =>
    passed ? '合' : (/「(.+)」は/.exec(finding)?.[1] ?? ''),
  );
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
