import { expect, test } from 'vitest';
import { CreationProgress } from './CreationProgress.tsx';

const times = { startedAt: '2026-01-20T00:00:00.000Z', stepStartedAt: '2026-01-20T00:00:01.000Z' };
const page = (step: 'search' | 'write' | 'verify', left: number | null, done: number | null = null) =>
  String(CreationProgress({ path: '/x', isStill: true, progress: { step, records: 10, left, done, ...times } }));

test('a running search says how much of it is left, and the bar how much is done', () => {
  expect(page('search', 0.25)).toContain('一般化の段階を選んでいます。 まだ調べていない組合せ: 25.0%');
  expect(page('search', 0.25)).toContain('value="0.75"');
});

test('writing and checking say how much of them is done', () => {
  expect(page('write', null, 0.5)).toContain('6 工程のうち 4 番目: 書き出しています。 済んだ分: 50.0%');
  expect(page('verify', null, 1)).toContain(
    '6 工程のうち 5 番目: 出力だけを読み直して確かめています。 済んだ分: 100.0%',
  );
  expect(page('verify', null, 1)).toContain('value="1"');
});

test('another step says what it does; its bar tells no share', () => {
  expect(page('write', null)).toContain('書き出しています。');
  expect(page('write', null)).not.toContain('value=');
});
