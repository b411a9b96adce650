import { expect, test } from 'vitest';
import { createTestWeb } from '../../test/support/webOf.ts';
import { enterBackup } from '../app/audit/installationActs.ts';
import type { OrganId } from '../core/role.ts';

const organ = 'kumamoto' as OrganId;

test('the administrator sees when everything was backed up last, or that it never was', async () => {
  const web = createTestWeb();
  const administrator = await web.signIn(organ, 'administrator');
  const shown = async () => {
    const page = await (await web.send(`/organs/${organ}/staff/administration`, administrator)).text();
    return /最後のバックアップ<\/dt><dd[^>]*>([^<]*)/.exec(page)?.[1];
  };
  expect(await shown()).toContain('まだ作っていません');
  const { events, clock } = web.parts;
  await enterBackup({ events, clock, organs: [organ] }, { manifest: 'ab', madeAt: '2026-01-20T00:00:00.000Z' });
  expect(await shown()).toMatch(/^令和\d+年（20\d\d年）\d+月\d+日/);
});
