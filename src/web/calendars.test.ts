import { expect, test } from 'vitest';
import { createStage, kumamoto, password } from '../../test/browser/stage.ts';
import { readCalendar } from '../../test/support/readCalendar.ts';
import { caseTimeline } from '../app/timeline/caseTimeline.ts';
import { officeStream } from '../core/office/office.ts';
import type { OrganId, Role } from '../core/role.ts';

const origin = 'http://localhost';
const yokohama = 'yokohama' as OrganId;
type Stage = Awaited<ReturnType<typeof createStage>>;

async function calendarAt({ web }: Stage, path: string, cookie = '') {
  const answer = await web.request(`${origin}${path}`, { headers: { cookie } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  return readCalendar(Buffer.from(await answer.arrayBuffer()));
}

async function cookieOf({ parts }: Stage, role: Role, organ = kumamoto): Promise<string> {
  const answer = await parts.identity.signIn(organ, role.toLowerCase(), password);
  return answer.outcome === 'signedIn' ? `session=${answer.token}` : '';
}

test('DDL-03, CHK-REC-4: the public calendar has the first and the last day of each call, with how papers must come in', async () => {
  const stage = await createStage();
  const { name, events } = await calendarAt(stage, `/organs/${kumamoto}/calls.ics`);
  expect(name).toBe('熊本市 提案の募集');
  expect(events.map(({ uid, at }) => [uid, at])).toEqual([
    ['kumamoto/call/call-1/open', '2025-12-19'],
    ['kumamoto/call/call-1/close', '2026-01-20'],
  ]);
  expect(events[1]?.summary).toBe('募集の締切：令和7年度 行政機関等匿名加工情報の提案の募集（架空）');
  expect(events[1]?.description).toMatch(/窓口の受付時間：09:00から17:00まで/);
  expect(events[1]?.description).toContain('必着');
  expect(events[1]?.url).toBe(`${origin}/organs/kumamoto`);
  expect((await calendarAt(stage, '/organs/ichikawa/calls.ics')).events).toEqual([]);
});

test('a call that takes proposals online ends at its moment, in Japan’s time', async () => {
  const stage = await createStage({ more: 0, isOnline: true, now: '2026-01-05T09:00' });
  const { events } = await calendarAt(stage, `/organs/${yokohama}/calls.ics`);
  const rules = stage.parts.rules.inForce(yokohama, '2026-01-05');
  const time = rules?.intake.closingTime?.value;
  expect(time).toMatch(/^\d{2}:\d{2}$/);
  expect(events.map(({ at }) => at.slice(10))).toEqual(['', `T${time}`]);
  const own = await calendarAt(
    stage,
    `/organs/${yokohama}/proposals/deadlines.ics`,
    await cookieOf(stage, 'proposer', yokohama),
  );
  expect(own.events.map(({ uid }) => uid)).toEqual(['yokohama/proposal/own-2/correction']);
  const agent = await calendarAt(
    stage,
    `/organs/${yokohama}/proposals/deadlines.ics`,
    await cookieOf(stage, 'agent', yokohama),
  );
  expect(agent.events.every(({ uid }) => uid.startsWith('yokohama/proposal/own-'))).toBe(true);
});

test('the calendar of a member of staff has the open deadlines of the cases that the person works on, and no others', async () => {
  const stage = await createStage({ more: 0, playedUntil: 'receiveContractApplication' });
  const path = `/organs/${kumamoto}/staff/deadlines.ics`;
  const seenBy = async (role: Role) => (await calendarAt(stage, path, await cookieOf(stage, role))).events;
  const due = (await caseTimeline(stage.parts, kumamoto, 'p-1'))?.due ?? [];
  expect(due.map(({ name }) => name)).toEqual(['contractApplication', 'fee']);
  const desk = await seenBy('centralDesk');
  expect(desk.map(({ uid, at }) => [uid, at])).toEqual(
    due.map(({ name, day }) => [`kumamoto/proposal/p-1/${name}`, day]),
  );
  expect(desk[0]?.summary).toMatch(/^契約締結の申込みの期限：令和7年度 第\d+号　学童保育システム（架空）$/);
  expect(desk[0]?.url).toBe(`${origin}/organs/kumamoto/staff/cases/p-1`);
  expect(await seenBy('responsibleDivision')).toEqual(desk);
  for (const role of ['auditor', 'council', 'administrator'] as const) expect(await seenBy(role)).toEqual([]);
  const accounts = await stage.parts.identity.accounts(kumamoto);
  const person = accounts.find(({ login }) => login === 'responsibledivision')?.person ?? '';
  await stage.give(kumamoto, 'centralDesk', officeStream.id, { do: 'assignCase', kind: 'proposal', id: 'p-1', person });
  expect(await seenBy('responsibleDivision')).toEqual(desk);
  expect(await seenBy('centralDesk')).toEqual([]);
});
