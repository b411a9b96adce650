import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createStage, kumamoto, password } from '../../test/browser/stage.ts';
import { officeStream } from '../core/office/office.ts';
import type { OfficeState } from '../core/office/state.ts';
import { controlName } from './forms/written.ts';

const origin = 'http://localhost';

test('ACT-02: whose work is handed over is shown with every open case of it before it is confirmed, and nothing has changed until then', async () => {
  const stage = await createStage({ more: 0, playedUntil: 'receiveContractApplication' });
  const { parts, web } = stage;
  const personOf = async (login: string) =>
    (await parts.identity.accounts(kumamoto)).find((account) => account.login === login)?.person ?? '';
  const [from, to] = [await personOf('responsibledivision'), await personOf('head')];
  for (const [kind, id] of [
    ['proposal', 'p-1'],
    ['register', 'file-0001'],
  ] as const)
    await stage.give(kumamoto, 'centralDesk', officeStream.id, { do: 'assignCase', kind, id, person: from });
  const answer = await parts.identity.signIn(kumamoto, 'centraldesk', password);
  const cookie = answer.outcome === 'signedIn' ? `session=${answer.token}` : '';
  const state = async () => (await parts.events.state(kumamoto, officeStream))?.state as OfficeState;
  const typed = { from, to, on: '2026-01-08', reason: '人事異動（架空）' };
  const carried = { commandId: randomUUID(), expectedVersion: '2' };
  const send = async (step: string, changed: Partial<typeof typed> = {}) => {
    const written = Object.entries({ ...typed, ...changed }).map(
      ([name, value]) => [controlName(name), value] as const,
    );
    return web.request(`${origin}/organs/${kumamoto}/staff/office/${officeStream.id}/do/handOverWork`, {
      method: 'POST',
      headers: { cookie, Origin: origin },
      body: new URLSearchParams({ ...carried, step, ...Object.fromEntries(written) }),
    });
  };
  const shown = await send('check');
  const text = (await shown.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  expect([shown.status, text.includes('引き継ぐ案件（2件）')]).toEqual([200, true]);
  expect(text).toMatch(/令和7年度 第\d+号 学童保育システム（架空） 提案 適合 .* 令和8年/);
  expect(text).toMatch(/学童保育システム（架空） 個人情報ファイル/);
  expect((await state()).handOvers).toEqual([]);
  expect(await (await send('check', { from: to, to: from })).text()).toContain('終わっていない案件はありません');
  expect((await send('give')).status).toBe(303);
  const { handOvers, assignments } = await state();
  expect(handOvers.map(({ cases }) => cases.length)).toEqual([2]);
  expect(new Set(assignments.map(({ person }) => person))).toEqual(new Set([to]));
});
