import { describe, expect, test } from 'vitest';
import { createTestWeb } from '../../test/support/webOf.ts';
import { execute } from '../app/execute.ts';
import { officeStream } from '../core/office/office.ts';
import type { OrganId, Role } from '../core/role.ts';

const yokohama = 'yokohama' as OrganId;
const administration = `/organs/${yokohama}/staff/administration`;
const path = `${administration}/accounts/new`;
const secret = '手渡しの長い合言葉2026';

const textOf = async (answer: Response): Promise<string> =>
  (await answer.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** An installation of which nobody but Yokohama's administrator has an account. */
async function house() {
  const web = createTestWeb();
  await web.parts.clock.setProcedure('2026-03-02T10:00');
  const cookie = await web.signIn(yokohama, 'administrator');
  const proper = { name: '架空 担当', login: 'tantou', division: '架空局', ownPassword: web.password };
  const typed = { ...proper, password: secret, repeated: secret };
  /** Sends the form with what differs from a proper one. */
  const post = (changed: Readonly<Record<string, string>>, roles: readonly string[], at = path, as = cookie) =>
    web.send(
      at,
      as,
      new URLSearchParams([
        ...Object.entries({ ...typed, ...changed }),
        ...roles.map((role): [string, string] => ['roles', role]),
      ]),
    );
  const enter = (login: string) =>
    web.send(`/organs/${yokohama}/sign-in`, '', new URLSearchParams({ login, password: secret }));
  const logins = async () => (await web.parts.identity.accounts(yokohama)).map(({ login }) => login);
  const made = () =>
    web.entries.filter(({ act }) => act === 'createAccount').map(({ recordedAt: _, commandId: __, ...entry }) => entry);
  return { ...web, cookie, post, enter, logins, made };
}

describe('the administrator makes accounts', () => {
  test('a proposer at Yokohama signs in with the initial password and comes to the own pages, to none of the staff', async () => {
    const { post, enter, send } = await house();
    const answer = await post({ login: 'teian', name: '架空データ利用株式会社', division: '' }, ['proposer']);
    expect(answer.headers.get('location')).toBe(`${administration}?made=teian`);
    const entered = await enter('teian');
    expect(entered.headers.get('location')).toBe(`/organs/${yokohama}/proposals`);
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await send(`/organs/${yokohama}/proposals`, cookie)).status).toBe(200);
    for (const page of ['', '/cases', '/administration', '/administration/accounts/new'])
      expect((await send(`/organs/${yokohama}/staff${page}`, cookie)).status).toBe(403);
  });

  test('a member of staff works in every role that was ticked, in the division that was typed', async () => {
    const { post, enter, send, parts } = await house();
    await post({ login: 'ｔａｎｔｏｕ' }, ['responsibleDivision', 'creator']);
    const cookie = ((await enter('tantou')).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(await textOf(await send(`/organs/${yokohama}/staff`, cookie))).toMatch(/架空局/);
    expect((await parts.identity.accounts(yokohama)).find(({ login }) => login === 'tantou')).toMatchObject({
      name: '架空 担当',
      roles: ['responsibleDivision', 'creator'],
      division: '架空局',
    });
  });

  test('the audit log says who made which account with which roles, and when, never the password, the login or the name', async () => {
    const { post, made, parts, logins } = await house();
    await post({}, ['responsibleDivision']);
    const [kanri, tantou] = await parts.identity.accounts(yokohama);
    expect(made()).toEqual([
      {
        organ: yokohama,
        at: '2026-03-02T10:00',
        actor: { person: kanri?.person, role: 'administrator', organ: yokohama },
        act: 'createAccount',
        outcome: 'done',
        stream: null,
        facts: { account: tantou?.person, roles: ['responsibleDivision'], division: '架空局' },
      },
    ]);
    expect(await logins()).toEqual(['administrator1', 'tantou']);
  });

  test('the same form sent twice makes one account, and the second answer says so calmly', async () => {
    const { post, made, logins } = await house();
    const answers = await Promise.all([post({}, ['head']), post({}, ['head'])]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const second = answers.find(({ status }) => status === 422);
    expect(second && (await textOf(second))).toContain('初めの一度で登録されています');
    expect(await logins()).toEqual(['administrator1', 'tantou']);
    expect(made()).toHaveLength(1);
  });
});

const refused: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], string])[] = [
  ['without a name', { name: '　' }, ['head'], '氏名を入力してください'],
  ['without a login', { login: '' }, ['head'], 'ログインIDを入力してください'],
  ['with Japanese in the login', { login: 'たんとう' }, ['head'], '英小文字か数字で始め'],
  ['with a capital in the login', { login: 'Tantou' }, ['head'], '英小文字か数字で始め'],
  ['with a login too long', { login: 'a'.repeat(65) }, ['head'], '64文字以内で入力'],
  ['with a login that is taken', { login: 'administrator1' }, ['head'], 'すでに使われています'],
  ['without a role', {}, [], '役割を一つ以上'],
  ['with a role that nobody is given', {}, ['head', 'system'], '付けられない役割'],
  ['with a role that has no page', {}, ['thirdParty'], '付けられない役割'],
  ['of a proposer among the staff', {}, ['proposer', 'centralDesk'], '一人に一緒には付けられません'],
  ['of a contractor among the staff', {}, ['contractor', 'creator'], '一人に一緒には付けられません'],
  ['of a division without its name', { division: ' ' }, ['responsibleDivision'], '所属を入力してください'],
  ['with a short password', { password: '短い', repeated: '短い' }, ['head'], '12文字以上で'],
  ['with two passwords', { repeated: `${secret}x` }, ['head'], '一致していません'],
  ['with the password of somebody else', { ownPassword: secret }, ['head'], 'パスワードが違います'],
];

test('every refusal says why, keeps what was typed but the passwords, and writes nothing', async () => {
  const { post, made, logins } = await house();
  for (const [what, changed, roles, words] of refused) {
    const answer = await post(changed, roles);
    const html = await answer.text();
    expect([what, answer.status, html.includes(words)]).toEqual([what, 422, true]);
    expect([what, html.includes('value="架空局"')]).toEqual([what, changed.division === undefined]);
    expect(html).not.toContain(secret);
    const ticked = [...html.matchAll(/value="(\w+)" checked/g)].map(([, role]) => role);
    expect(ticked.toSorted()).toEqual(roles.filter((role) => !['system', 'thirdParty'].includes(role)).toSorted());
  }
  expect(await logins()).toEqual(['administrator1']);
  expect(made()).toEqual([]);
});

test('nobody else makes an account, and no administrator one of another organ', async () => {
  const { post, signIn, parts, made, cookie } = await house();
  const others: readonly Role[] = ['centralDesk', 'head', 'auditor', 'proposer'];
  for (const role of others)
    expect((await post({}, ['administrator'], path, await signIn(yokohama, role))).status).toBe(403);
  const elsewhere = path.replace(yokohama, 'kumamoto');
  expect((await post({}, ['administrator'], elsewhere, cookie)).status).toBe(401);
  expect((await post({}, ['administrator'], path, '')).status).toBe(401);
  expect(await parts.identity.accounts('kumamoto' as OrganId)).toEqual([]);
  expect(made()).toEqual([]);
});

test('wrong own passwords in a row lock the administrator’s login, as at the sign-in', async () => {
  const { post, logins } = await house();
  for (let n = 0; n < 5; n += 1) await post({ ownPassword: 'x' }, ['head']);
  expect(await textOf(await post({}, ['head']))).toContain('しばらく操作できません');
  expect(await logins()).toEqual(['administrator1']);
});

test('the list tells roles, division and who has left', async () => {
  const { post, send, cookie, parts } = await house();
  await post({}, ['responsibleDivision']);
  await post({ login: 'teian', name: '架空データ利用株式会社', division: '' }, ['proposer']);
  const [kanri, tantou] = await parts.identity.accounts(yokohama);
  const reason = '異動のため（架空）';
  for (const command of [
    { do: 'changeService', person: tantou?.person ?? '', serves: false, on: '2026-03-01', reason },
    { do: 'changeDivisions', from: ['架空局'], to: '架空新局', on: '2026-03-02', reason },
  ] as const)
    await execute(parts, {
      organ: yokohama,
      actor: { person: kanri?.person ?? '', role: 'administrator', organ: yokohama },
      commandId: command.do,
      stream: { kind: 'office', id: officeStream.id },
      expectedVersion: null,
      command,
    });
  const text = await textOf(await send(`${administration}?made=teian`, cookie));
  expect(text).toContain('架空データ利用株式会社（ログインID teian）を登録しました');
  expect(text).toMatch(/架空 担当 tantou \S+ 架空新局 できません：令和8年\S*3月1日\S*に離任/);
  expect(text).toMatch(/架空データ利用株式会社 teian 提案者 機関の外の人 できます/);
  expect(text).toMatch(/架空 administrator1 administrator1 管理者 機関全体 できます/);
});

test('the form offers the divisions that are known, and no role without a page', async () => {
  const { post, send, cookie } = await house();
  await post({}, ['responsibleDivision']);
  const html = await (await send(path, cookie)).text();
  expect(html).toContain('<option value="架空局"');
  const offered = [...html.matchAll(/name="roles" value="(\w+)"/g)].map(([, role]) => role);
  expect(offered).toContain('agent');
  for (const role of ['system', 'thirdParty', 'complainant']) expect(offered).not.toContain(role);
});
