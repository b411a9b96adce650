import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { randomKills } from './randomKills.ts';

// Whole programs start and end here; a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 });

test('every acknowledged command survives kill -9 of the program and of the database; none is half done or doubled, and the chain of the audit log holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tokumei-kill-'));
  const chances = [0.1, 0, 0.7, 0.9, 0.3, 0.5, 0.9, 0.2];
  const report = await randomKills(folder, 4, () => chances.shift() ?? 0);
  await rm(folder, { recursive: true });
  expect(report).toMatchObject({ databaseKills: 3, lost: 0, half: 0, doubled: 0, unproven: 0 });
  expect(report.acknowledged).toBeGreaterThan(20);
  expect(report.kept).toBeGreaterThanOrEqual(report.acknowledged);
});
