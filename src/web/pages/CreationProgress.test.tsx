import { expect, test } from 'vitest';
import { CreationProgress } from './CreationProgress.tsx';

const times = { startedAt: '2026-01-20T00:00:00.000Z', stepStartedAt: '2026-01-20T00:00:01.000Z' };
const page = (step: 'search' | 'write', left: number | null) =>
  String(CreationProgress({ path: '/x', isStill: true, progress: { step, records: 10, left, ...times } }));

test('a running search says how much of it is left, and the bar how much is done', () => {
  expect(page('search', 0.25)).toContain('一般化の段階を選んでいます。 まだ調べていない組合せ: 25.0%');
  expect(page('search', 0.25)).toContain('value="0.75"');
});

test('another step says what it does; its bar tells no share', () => {
  expect(page('write', null)).toContain('書き出しています。');
  expect(page('write', null)).not.toContain('value=');
});
