import { expect, test } from 'vitest';
import { createTestWeb } from '../../test/support/webOf.ts';
import { execute } from '../app/execute.ts';
import { officeStream } from '../core/office/office.ts';
import type { OrganId, Role } from '../core/role.ts';

const yokohama = 'yokohama' as OrganId;
const administration = `/organs/${yokohama}/staff/administration`;
const own = `/organs/${yokohama}/password`;
const secret = '新しい合言葉は長く2026';

const textOf = async (answer: Response): Promise<string> =>
  (await answer.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** Yokohama with its administrator, and with a clerk and a proposer who are signed in. */
async function house() {
  const web = createTestWeb();
  await web.parts.clock.setProcedure('2026-03-02T10:00');
  const signIn = (role: Role, number?: string) => web.signIn(yokohama, role, number);
  const [administrator, clerk, proposer] = [
    await signIn('administrator'),
    await signIn('centralDesk'),
    await signIn('proposer'),
  ];
  const act = (login: string, name: string, typed: Readonly<Record<string, string>> = {}, as = administrator) =>
    web.send(
      `${administration}/accounts/${login}/${name}`,
      as,
      new URLSearchParams({ ownPassword: web.password, ...typed }),
    );
  const change = (login: string, roles: readonly Role[], typed: Readonly<Record<string, string>> = {}) =>
    web.send(
      `${administration}/accounts/${login}/change`,
      administrator,
      new URLSearchParams([
        ...Object.entries({ name: '架空 改名', division: '', ownPassword: web.password, ...typed }),
        ...roles.map((role): [string, string] => ['roles', role]),
      ]),
    );
  const changeOwn = (as: string, typed: Readonly<Record<string, string>> = {}) =>
    web.send(own, as, new URLSearchParams({ current: web.password, password: secret, repeated: secret, ...typed }));
  const enter = (login: string, password: string) =>
    web.send(`/organs/${yokohama}/sign-in`, '', new URLSearchParams({ login, password }));
  const statusOf = async (path: string, as: string) => (await web.send(path, as)).status;
  const account = async (login: string) =>
    (await web.parts.identity.accounts(yokohama)).find((one) => one.login === login);
  const acts = () => web.entries.map(({ act: name, actor, facts }) => [name, actor.role, facts] as const);
  const staff = `/organs/${yokohama}/staff`;
  return { ...web, administrator, clerk, proposer, act, change, changeOwn, enter, statusOf, account, acts, staff };
}

test('everybody changes the own password, with the current one; the other sessions of the person end', async () => {
  const { changeOwn, enter, clerk, proposer, statusOf, staff, password, acts, account } = await house();
  const second = await enter('centraldesk1', password);
  const other = (second.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect(await statusOf(staff, other)).toBe(200);
  expect((await changeOwn(clerk)).headers.get('location')).toBe(`${own}?done=1`);
  expect([await statusOf(staff, clerk), await statusOf(staff, other)]).toEqual([200, 401]);
  expect((await enter('centraldesk1', password)).status).toBe(422);
  expect((await enter('centraldesk1', secret)).status).toBe(303);
  expect((await changeOwn(proposer)).status).toBe(303);
  expect(acts()).toEqual([
    ['changePassword', 'centralDesk', { account: (await account('centraldesk1'))?.person }],
    ['changePassword', 'proposer', { account: (await account('proposer1'))?.person }],
  ]);
});

test('a new password that is short, typed twice differently, or the old one is refused, and the current one is asked as at the sign-in', async () => {
  const { changeOwn, clerk, password, acts } = await house();
  for (const [typed, words] of [
    [{ password: '短い', repeated: '短い' }, '12文字以上'],
    [{ repeated: `${secret}x` }, '一致していません'],
    [{ password, repeated: password }, '今のパスワードと同じ'],
    [{ current: 'x' }, 'パスワードが違います'],
  ] as const) {
    const answer = await changeOwn(clerk, typed);
    expect([words, answer.status]).toEqual([words, 422]);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).not.toContain(secret);
  }
  for (let n = 0; n < 5; n += 1) await changeOwn(clerk, { current: 'x' });
  expect(await textOf(await changeOwn(clerk))).toContain('しばらく操作できません');
  expect(acts()).toEqual([]);
});

test('changed roles hold at once for who is signed in, as the same person; the audit log says which they were', async () => {
  const { change, clerk, statusOf, account, acts, send, administrator } = await house();
  const before = await account('centraldesk1');
  expect(await statusOf(`/organs/${yokohama}/staff/figures`, clerk)).toBe(200);
  const answer = await change('centraldesk1', ['responsibleDivision'], { division: '架空局' });
  expect(await textOf(await send(answer.headers.get('location') ?? '', administrator))).toContain('登録を変更しました');
  expect(await statusOf(`/organs/${yokohama}/staff/figures`, clerk)).toBe(403);
  const after = { person: before?.person, name: '架空 改名', roles: ['responsibleDivision'], division: '架空局' };
  expect(await account('centraldesk1')).toMatchObject(after);
  const facts = {
    account: before?.person,
    roles: ['responsibleDivision'],
    division: '架空局',
    before: { roles: ['centralDesk'], division: null },
    nameChanged: true,
  };
  expect(acts()).toEqual([['changeAccount', 'administrator', facts]]);
  expect((await change('centraldesk1', ['responsibleDivision'], { division: '架空局' })).status).toBe(303);
  expect(acts()).toHaveLength(1);
});

test('what is wrong with a change is said, and nothing is written', async () => {
  const { change, acts, account } = await house();
  const refused: readonly (readonly [readonly Role[], Readonly<Record<string, string>>, string])[] = [
    [[], {}, '役割を一つ以上'],
    [['head'], { name: ' ' }, '氏名を入力'],
    [['proposer', 'head'], {}, '一人に一緒には付けられません'],
    [['responsibleDivision'], {}, '所属を入力'],
    [['head'], { ownPassword: 'x' }, 'パスワードが違います'],
  ];
  for (const [roles, typed, words] of refused) {
    const answer = await change('centraldesk1', roles, typed);
    expect([words, answer.status]).toEqual([words, 422]);
    expect(await textOf(answer)).toContain(words);
  }
  expect((await change('nobody', ['head'])).status).toBe(404);
  expect(acts()).toEqual([]);
  expect((await account('centraldesk1'))?.roles).toEqual(['centralDesk']);
});

test('a closed account is out at once, a proposer’s as well, and comes in again when it is opened; twice is once', async () => {
  const { act, proposer, statusOf, enter, password, acts, send, administrator } = await house();
  const proposals = `/organs/${yokohama}/proposals`;
  expect(await statusOf(proposals, proposer)).toBe(200);
  expect((await act('proposer1', 'close')).status).toBe(303);
  expect((await act('proposer1', 'close')).status).toBe(303);
  expect(await statusOf(proposals, proposer)).toBe(401);
  expect(await textOf(await enter('proposer1', password))).toContain('登録が閉じられているため、ログインできません');
  expect(await textOf(await send(administration, administrator))).toMatch(
    /proposer1 提案者 機関の外の人 できません：令和8年\S*3月2日\S*に登録を閉鎖/,
  );
  expect((await act('proposer1', 'reopen')).status).toBe(303);
  expect((await enter('proposer1', password)).status).toBe(303);
  expect(acts().map(([name]) => name)).toEqual(['closeAccount', 'reopenAccount']);
});

test('nobody closes the own account, and somebody who can sign in always administers the organ', async () => {
  const { act, change, signIn, parts, account, acts } = await house();
  expect(await textOf(await act('administrator1', 'close'))).toContain('自分の登録は閉じられません');
  expect(await textOf(await change('administrator1', ['head']))).toContain('最後の管理者です');
  await signIn(yokohama, 'administrator', '2');
  const [first, second] = [await account('administrator1'), await account('administrator2')];
  const leave = (person: string, by: string) =>
    execute(parts, {
      organ: yokohama,
      actor: { person: by, role: 'administrator', organ: yokohama },
      commandId: `leave-${person}`,
      stream: { kind: 'office', id: officeStream.id },
      expectedVersion: null,
      command: { do: 'changeService', person, serves: false, on: '2026-03-01', reason: '異動（架空）' },
    });
  expect(await leave(second?.person ?? '', first?.person ?? '')).toMatchObject({ outcome: 'done' });
  expect(await textOf(await change('administrator1', ['head']))).toContain('最後の管理者です');
  expect(await leave(first?.person ?? '', second?.person ?? '')).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'lastAdministrator' },
  });
  expect(acts().filter(([name]) => name !== 'changeService')).toEqual([]);
});

test('a forgotten password is replaced by a one-time link that only the person uses, shown once', async () => {
  const { act, clerk, statusOf, staff, enter, send, acts, entries, account } = await house();
  const shown = await act('centraldesk1', 'link');
  const [, path = ''] = /http:\/\/localhost(\/organs\/yokohama\/password\/[\w-]{43})/.exec(await shown.text()) ?? [];
  expect(shown.headers.get('cache-control')).toBe('no-store');
  expect(await statusOf(staff, clerk)).toBe(200);
  expect(await textOf(await send(path, ''))).toContain('ログインID「centraldesk1」の新しいパスワード');
  const short = await send(path, '', new URLSearchParams({ password: 'x', repeated: 'x' }));
  expect(short.status).toBe(422);
  const typed = new URLSearchParams({ password: secret, repeated: secret });
  expect(await textOf(await send(path, '', typed))).toContain('新しいパスワードを設定しました');
  expect([await statusOf(path, ''), (await send(path, '', typed)).status]).toEqual([410, 410]);
  expect(await statusOf(staff, clerk)).toBe(401);
  expect((await enter('centraldesk1', secret)).status).toBe(303);
  expect(acts()).toEqual([
    ['issuePasswordLink', 'administrator', { account: (await account('centraldesk1'))?.person }],
    ['redeemPasswordLink', 'centralDesk', { account: (await account('centraldesk1'))?.person }],
  ]);
  expect(JSON.stringify(entries)).not.toContain(path.split('/').at(-1));
});

test('a closed account gets no link, and nobody but the administrator, with the own password, does any of it', async () => {
  const { act, signIn, acts } = await house();
  await act('proposer1', 'close');
  expect(await textOf(await act('proposer1', 'link'))).toContain('先に登録を開いてください');
  for (const name of ['change', 'close', 'reopen', 'link']) {
    expect((await act('centraldesk1', name, { ownPassword: 'x' })).status).toBe(422);
    for (const role of ['centralDesk', 'head', 'auditor', 'proposer'] as const)
      expect((await act('administrator1', name, {}, await signIn(yokohama, role, '9'))).status).toBe(403);
  }
  expect((await act('centraldesk1', 'nothing')).status).toBe(404);
  expect(acts().map(([name]) => name)).toEqual(['closeAccount']);
});
