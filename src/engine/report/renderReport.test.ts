import { describe, expect, test } from 'vitest';
import { riskFigures } from '../measure/riskFigures.ts';
import { publicReport } from '../publicReport.ts';
import { renderPublicReport } from './renderPublicReport.ts';
import { renderReport } from './renderReport.ts';
import type { Report, VerificationReport } from './reportTypes.ts';

const hostile = `<script>alert("1")</script>'&\u202E\u0001`;
const good = { passed: true, checks: [] };

const verification: VerificationReport = {
  passed: true,
  withSource: true,
  integrity: good,
  items: {
    1: good,
    2: good,
    3: good,
    4: good,
    5: {
      passed: true,
      checks: [
        { item: 5, check: 'k', passed: true, finding: 'どの組も 5 件以上です。', numbers: { k: 5, smallestClass: 7 } },
        { item: 5, check: 'diversity', passed: true, finding: '多様です。', numbers: { l: 2, worst: 3 } },
      ],
    },
  },
  rows: 900,
  classes: 30,
  smallestClass: 7,
  markedRecords: 0,
  classSizes: [
    { from: 5, to: 9, classes: 10, records: 80 },
    { from: 10, to: null, classes: 20, records: 820 },
  ],
  aloneOnAllColumns: 12,
  risk: riskFigures({ units: 900, classes: 30, smallest: 7, uniques: 0 }, 'records'),
  singlingOut: {
    upTo: 2,
    sizes: [
      { columns: 1, sets: 3, telling: 0, mostAlone: 0 },
      { columns: 2, sets: 3, telling: 1, mostAlone: 4 },
    ],
    worst: [{ columns: [hostile, '病名'], records: 4 }],
  },
  singular: [],
  searched: [],
  searchRule: '',
};

const column = { written: true, descriptions: [], level: null, topLevel: null, accepted: null } as const;

const report: Report = {
  engineVersion: '9.9.9',
  recipe: {
    source: { path: 'in.csv', format: 'csv', delimiter: ',', encoding: 'utf-8' },
    columns: {
      [hostile]: { role: 'quasi' },
      氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
      病名: { role: 'sensitive' },
    },
    privacy: { k: 5, diversity: [{ column: '病名', model: 'distinct', l: 2 }] },
    suppressionLimit: 0.1,
    output: { format: 'csv', delimiter: ',', encoding: 'utf-8', suppressedAs: '*' },
    seed: '00112233445566778899aabbccddeeff',
  },
  seed: '00112233445566778899aabbccddeeff',
  outputFile: 'output.csv',
  sha256: { input: 'a1'.repeat(32), recipe: 'b2'.repeat(32), output: 'c3'.repeat(32) },
  rows: 1000,
  outputRows: 900,
  suppressedRecords: 70,
  suppressedBy: { k: 50, 'distinct:病名': 40 },
  droppedRecords: 20,
  persons: null,
  suppressedPersons: null,
  flow: [],
  refusedRows: 10,
  refused: [{ line: 12, reason: hostile }],
  notes: ['外字があります。'],
  columns: [
    { ...column, name: hostile, role: 'quasi', level: 2, topLevel: 4, descriptions: ['一般化（段階 2）'] },
    { ...column, name: '氏名', role: 'identifying', written: false, descriptions: ['項目削除'] },
    { ...column, name: '病名', role: 'sensitive' },
  ],
  pseudonyms: [],
  syntheticRecords: 0,
  treatments: [],
  changedRecords: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
  levels: { [hostile]: 2 },
  loss: 0.25,
  utility: { total: 0.75, columns: { [hostile]: 0.5 } },
  optimal: true,
  gap: 0,
  checks: 17,
  classes: 30,
  smallestClass: 7,
  riskBefore: riskFigures({ units: 1000, classes: 600, smallest: 1, uniques: 400 }, 'records'),
  distributions: {},
  generalizations: {},
  hierarchies: {},
  verification,
  seconds: { import: 0.1 },
  peakMemoryMiB: 100,
};

const failed: Report = {
  ...report,
  optimal: false,
  gap: 0.05,
  verification: {
    ...verification,
    passed: false,
    items: {
      ...verification.items,
      2: {
        passed: false,
        checks: [{ item: 2, check: 'codeShapes', passed: false, finding: '番号が残っています。', numbers: {} }],
      },
    },
  },
};

const digest = 'd'.repeat(64);
const own = renderReport(report, digest);
const forPublic = renderPublicReport(publicReport(report));

describe.each([
  ['report.html', own],
  ['public-report.html', forPublic],
])('%s', (_, page) => {
  test('needs nothing else: no script, no address, no picture from outside', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import|https?:|\son[a-z]+=/i);
    expect(page).toContain(`<html lang="ja">`);
  });

  test('shows hostile names as text', () => {
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;[U+202E][U+0001]');
    for (const raw of ['\u202E', '\u0001']) expect(page).not.toContain(raw);
  });

  test('every picture has a title and its figures in words', () => {
    const pictures = page.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      expect(picture).toMatch(/role="img" aria-labelledby="(\w+)-title \1-description"/);
      expect(picture).toMatch(/<title id="\w+-title">[^<]+<\/title><desc id="\w+-description">[^<]+<\/desc>/);
    }
  });

  test('tags are closed in the order in which they were opened', () => {
    const open: string[] = [];
    for (const [, close, name = '', own] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)) {
      if (own === '/' || name === 'meta') continue;
      if (close === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe('report.html', () => {
  test('gives every figure of the report', () => {
    for (const text of [
      '1,000件',
      '900件',
      '7件',
      '25.0%',
      '一般化（段階 2）',
      '2 / 4',
      '50.0%',
      '10組（80件）',
      report.seed,
    ])
      expect(own).toContain(text);
    expect(own).toContain('「病名」の値が偏っている: 40件');
    expect(own).toContain('ほかに同じ記録がない記録が12件');
    for (const digest of Object.values(report.sha256)) expect(own).toContain(digest);
  });

  test('bars are as long as their values', () => {
    const widths = [...own.matchAll(/<rect class="bar"[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([180, 180, 360, 216, 12, 144, 0]);
  });

  test.each([
    [256, false],
    [257, true],
  ])('%s MiB taken where the recipe gives 256: exceeded %s', (peakMemoryMiB, exceeded) => {
    const recipe = { ...report.recipe, search: { memoryMiB: 256 } };
    const page = renderReport({ ...report, recipe, peakMemoryMiB }, digest);
    expect(page.includes('手順書の memoryMiB の 256 MiB を超えました')).toBe(exceeded);
  });

  test('says what failed, and what is not proven to be the best', () => {
    const page = renderReport(failed, digest);
    expect(page).toContain('2号の検証に合格しませんでした');
    expect(page).toContain('番号が残っています。');
    expect(page).toContain('最も小さい場合との差は5.0%以内');
    expect(page).not.toContain('すべての検証に合格');
  });
});

describe('public-report.html', () => {
  test('holds no seed, no digest of source or recipe, no refused row, no class smaller than k', () => {
    const small = renderPublicReport(
      publicReport({ ...failed, smallestClass: 3, verification: { ...failed.verification, smallestClass: 3 } }),
    );
    for (const page of [forPublic, small]) {
      for (const secret of [report.seed, report.sha256.input, report.sha256.recipe, '1,000件', '12行目', '3件'])
        expect(page).not.toContain(secret);
    }
    expect(forPublic).toContain(report.sha256.output);
    expect(forPublic).toContain('削除した項目（項目削除）: 氏名');
  });
});
