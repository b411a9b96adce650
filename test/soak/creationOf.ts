import type { Creation } from '../../src/core/release/state.ts';

const file = (name: string) => ({ name, digest: 'c'.repeat(64), bytes: 10 });

/** What a creation made, and whether it passed its check. */
export const creationOf = (passed: boolean): Creation => ({
  output: file('output.csv'),
  report: file('report.json'),
  reportPage: file('report.html'),
  publicReport: file('public-report.json'),
  publicReportPage: file('public-report.html'),
  rows: 5_000,
  outputRows: 4_995,
  suppressedRecords: 5,
  persons: 4_995,
  items: ['住所', '年齢'],
  check: { passed, items: { '1': true, '2': true, '3': true, '4': true, '5': passed }, smallestClass: 5, classes: 97 },
  engineVersion: '0.1.0',
});
