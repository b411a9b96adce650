import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTestWeb } from '../../test/support/webOf.ts';
import { execute } from '../app/execute.ts';
import { readCommand } from '../app/fields/commandFields.ts';
import { readScenario } from '../app/scenario/readScenario.ts';
import { runScenario } from '../app/scenario/runScenario.ts';
import type { ProposalState } from '../core/proposal/state.ts';
import type { OrganId } from '../core/role.ts';

const organ = 'yokohama' as OrganId;
const base = `/organs/${organ}`;
const guide = join(import.meta.dirname, '../../docs/guide');
const pdf = () => new File([Buffer.from('%PDF-1.7\n%%EOF\n')], '誓約書.pdf');

type House = ReturnType<typeof createTestWeb>;

/** Yokohama with a call that is open until 2026-03-04 17:00, on 2026-03-02. */
async function yokohama() {
  const house = createTestWeb();
  const read = readScenario(readFileSync(join(guide, 'yokohama-online.json'), 'utf8'));
  if ('errors' in read) throw new Error('the story');
  const report = await runScenario({ ...read.value, steps: read.value.steps.slice(0, 4) }, house.parts, async () =>
    Buffer.of(),
  );
  expect(report.outcome).toBe('asExpected');
  await house.parts.clock.setProcedure('2026-03-02T10:00');
  const cookie = await house.signIn(organ, 'proposer', '1');
  return { ...house, cookie };
}

const textOf = async (answer: Response): Promise<string> =>
  (await answer.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

const hidden = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

async function begin({ send }: House, cookie: string): Promise<string> {
  const body = new URLSearchParams({ kind: 'call', call: 'r7', entry: 'library' });
  const answer = await send(`${base}/proposals/begin`, cookie, body);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

/** Saves a step as a browser would: what the page shows, with what is written over it. */
async function write(
  { send }: House,
  cookie: string,
  path: string,
  fields: Readonly<Record<string, string | File>>,
): Promise<Response> {
  const html = await (await send(path, cookie)).text();
  const body = new FormData();
  body.set('seen', hidden(html, 'seen'));
  body.set('step', 'save');
  for (const [name, value] of Object.entries(fields))
    body.set(name.startsWith('form') || /^(proposers|agent|attachments)/.test(name) ? `in.${name}` : name, value);
  return send(path, cookie, body);
}

const parties = {
  'proposers.rows': '1',
  'proposers.0.kind': 'corporation',
  'proposers.0.name': '架空データ利用株式会社',
  'proposers.0.address': '架空県見本市例示町1丁目1番1号',
  'proposers.0.representative': '代表取締役 見本 例子',
};
const wanted = {
  'form.fileName': '図書館利用者ファイル（架空）',
  'form.persons': '2,000',
  'form.items.rows': '1',
  'form.items.0.name': '年齢',
  'form.items.0.detail': '10歳ごとにまとめる。',
};
const use = {
  'form.purpose': '需要を町ごとに見積もる。',
  'form.method': '集計に用いる。',
  'form.business': '見通しのサービスを開発する。',
  'form.period.from': '2026-06-01',
  'form.period.to': '2027-05-31',
};
const safety = {
  'form.handlers.rows': '1',
  'form.handlers.0.name': '見本 次郎',
  'form.handlers.0.affiliation': '分析課',
  'form.handlers.0.post': '主任',
  'form.placeOfUse': '分析室',
  'form.environment': '外部と接続しない計算機',
  'form.placeOfStorage': '保管庫',
  'form.management': '入退室を記録する。',
  'form.measures': '規程を定める。',
};
const receiving = { 'form.medium': 'CD-R', 'form.delivery': 'counter' };

async function writeAll(house: House, cookie: string, draft: string): Promise<void> {
  for (const [at, fields] of [parties, wanted, use, safety, receiving].entries())
    expect((await write(house, cookie, `${draft}/parts/${at + 1}`, fields)).status).toBe(303);
  const papers = { 'attachments.0.file': pdf(), 'attachments.1.file': pdf() };
  expect((await write(house, cookie, `${draft}/parts/6`, papers)).status).toBe(303);
}

const send = (house: House, cookie: string, draft: string) =>
  house.send(`${draft}/check`, cookie, new URLSearchParams({ accepted: '第1版' }));

/** A whole proposal of this person; answers its address. */
async function filed(house: House, cookie: string): Promise<string> {
  const draft = await begin(house, cookie);
  await writeAll(house, cookie, draft);
  const answer = await send(house, cookie, draft);
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') ?? '').split('?')[0] ?? '';
}

const own = async ({ parts }: House, path: string): Promise<ProposalState> =>
  (await parts.events.state(organ, { kind: 'proposal', id: path.split('/').at(-1) ?? '' }))?.state as ProposalState;

const staffGives = async (
  { parts }: House,
  role: 'responsibleDivision' | 'centralDesk',
  id: string,
  fields: { readonly do: string; readonly [field: string]: unknown },
) => {
  const { do: name, ...rest } = fields;
  const command = readCommand(name, rest);
  if ('errors' in command) throw new Error(JSON.stringify(command.errors));
  const outcome = await execute(parts, {
    organ,
    actor: { person: `${role}:1`, role, organ },
    commandId: `${name}-${Math.random()}`,
    stream: { kind: 'proposal', id },
    expectedVersion: null,
    command: command.value,
  });
  expect(outcome.outcome).toBe('done');
};

describe('the way of a proposer', () => {
  test('signing in leads to the own pages; a page of the staff is closed', async () => {
    const house = await yokohama();
    const answer = await house.send(
      `${base}/sign-in`,
      '',
      new URLSearchParams({ login: 'proposer1', password: house.password }),
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${base}/proposals`]);
    for (const page of ['', '/cases', '/cases/p-1', '/register', '/calls', '/releases', '/administration', '/office'])
      expect([page, (await house.send(`${base}/staff${page}`, house.cookie)).status]).toEqual([page, 403]);
    expect(await textOf(await house.send(`${base}/proposals`, house.cookie))).toMatch(
      /図書館利用者ファイル（架空） 募集：令和7年度の募集（架空） 締切 令和8年（2026年）3月4日（水）17時00分/,
    );
    expect(house.reported).toEqual([]);
  });

  test('CHK-REC-1, STP-06, SEC-15: from the open call to the receipt; sent twice it is there once', async () => {
    const house = await yokohama();
    const { cookie } = house;
    const draft = await begin(house, cookie);
    expect(await textOf(await house.send(`${draft}/check`, cookie))).toMatch(
      /直さないと提出できないところがあります|足りないものが\d+件あります/,
    );
    await writeAll(house, cookie, draft);
    expect(await textOf(await house.send(`${draft}/check`, cookie))).toContain('足りないものは見つかりませんでした');
    const unread = await house.send(`${draft}/check`, cookie, new URLSearchParams());
    expect([unread.status, await textOf(unread)]).toEqual([422, expect.stringContaining('承諾の欄に印を')]);
    const [one, other] = await Promise.all([send(house, cookie, draft), send(house, cookie, draft)]);
    const [path] = (one.headers.get('location') ?? '').split('?');
    expect([one.status, other.status]).toEqual([303, 303]);
    expect(other.headers.get('location')?.split('?')[0]).toBe(path);
    expect((await send(house, cookie, draft)).headers.get('location')).toBe(path);
    expect((await house.parts.events.states(organ, { kind: 'proposal' })).total).toBe(1);
    expect(await own(house, path ?? '')).toMatchObject({
      stage: 'received',
      channel: 'online',
      receivedOn: '2026-03-02',
      receivedTime: '10:00',
      guidelineVersion: '第1版',
      form: { persons: 2000, items: [{ name: '年齢' }] },
      attachments: [
        { kind: 'pledge', file: { name: '誓約書.pdf' } },
        { kind: 'usefulness', file: { name: '誓約書.pdf' } },
      ],
    });
    expect(await textOf(await house.send(`${path}/receipt`, cookie))).toMatch(
      /受付番号 令和7年度 第1号 受け付けた日時 令和8年（2026年）3月2日（月）10時00分/,
    );
    expect(await textOf(await house.send(`${base}/proposals`, cookie))).toContain('書きかけの提案はありません');
    expect(house.reported).toEqual([]);
  });

  test('CHK-DOC, 1c-23: what is missing is named, with its place; a joint proposal wants a pledge of each', async () => {
    const house = await yokohama();
    const { cookie } = house;
    const draft = await begin(house, cookie);
    await writeAll(house, cookie, draft);
    await write(house, cookie, `${draft}/parts/1`, {
      ...parties,
      'proposers.rows': '2',
      'proposers.1.kind': 'corporation',
      'proposers.1.name': '例示情報サービス合同会社（架空）',
    });
    await write(house, cookie, `${draft}/parts/2`, {
      ...wanted,
      'form.items.0.name': '年収',
      'form.items.0.detail': '',
    });
    await write(house, cookie, `${draft}/parts/3`, { ...use, 'form.period.to': '2026-05-31' });
    const text = await textOf(await house.send(`${draft}/check`, cookie));
    expect(text).toContain('足りないものが5件あります');
    for (const lack of [
      '「提案者 2 の氏名・住所等」を書いてください。',
      '利用する期間の末日が、初日より前になっています。',
      '「年収」は、このファイルの記録項目にありません。',
      '「年収」を、どこまで詳しく必要かを書いてください。',
      '「誓約書 (提案者 2)」を付けてください。',
    ])
      expect(text).toContain(lack);
    expect(text).toContain('足りないまま提出する');
    expect((await send(house, cookie, draft)).status).toBe(303);
  });

  test('a draft is never lost: steps saved at once, an older window, a wrong file, another day', async () => {
    const house = await yokohama();
    const { cookie } = house;
    const draft = await begin(house, cookie);
    const saved = await Promise.all(
      [parties, wanted, use, safety, receiving].map((fields, at) =>
        write(house, cookie, `${draft}/parts/${at + 1}`, fields),
      ),
    );
    expect(saved.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    const stale = await (await house.send(`${draft}/parts/3`, cookie)).text();
    await write(house, cookie, `${draft}/parts/3`, { ...use, 'form.purpose': '先に保存した目的' });
    const body = new URLSearchParams({
      seen: hidden(stale, 'seen'),
      step: 'save',
      'in.form.purpose': '後から保存した目的',
    });
    const conflict = await house.send(`${draft}/parts/3`, cookie, body);
    const shown = await conflict.text();
    expect([conflict.status, shown]).toEqual([409, expect.stringContaining('後から保存した目的')]);
    expect(await (await house.send(`${draft}/parts/3`, cookie)).text()).toContain('先に保存した目的');
    body.set('seen', hidden(shown, 'seen'));
    expect((await house.send(`${draft}/parts/3`, cookie, body)).status).toBe(303);
    const program = new File([Buffer.from('MZ\u0090\0')], '架空.exe');
    const papers = { 'attachments.0.file': pdf(), 'attachments.1.file': program };
    const wrong = await write(house, cookie, `${draft}/parts/6`, papers);
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('選択済み：誓約書.pdf')]);
    const later = await house.signIn(organ, 'proposer', '1');
    const kept = await (await house.send(`${draft}/parts/6`, later)).text();
    expect(kept).toContain('選択済み：誓約書.pdf');
    const all = await textOf(await house.send(`${draft}/check`, later));
    for (const value of ['後から保存した目的', '2,000', '見本 次郎', 'CD-R', '架空県見本市例示町1丁目1番1号'])
      expect(all).toContain(value);
  });

  test('the kept file stays with its paper when proposers are added and taken out', async () => {
    const house = await yokohama();
    const { cookie } = house;
    const draft = await begin(house, cookie);
    await write(house, cookie, `${draft}/parts/1`, parties);
    await write(house, cookie, `${draft}/parts/6`, { 'attachments.1.file': pdf() });
    const second = {
      ...parties,
      'proposers.rows': '2',
      'proposers.1.kind': 'individual',
      'proposers.1.name': '見本 花子',
    };
    await write(house, cookie, `${draft}/parts/1`, second);
    const lacks = async () =>
      (await textOf(await house.send(`${draft}/check`, cookie))).match(/「誓約書[^」]*」|「事業の有用性[^」]*」を付/g);
    expect(await lacks()).toEqual(['「誓約書 (提案者 1)」', '「誓約書 (提案者 2)」']);
    await write(house, cookie, `${draft}/parts/1`, parties);
    expect(await lacks()).toEqual(['「誓約書 (提案者 1)」']);
  });

  test('a file that the browser only names is not taken: what was uploaded by others stays theirs', async () => {
    const house = await yokohama();
    const { cookie } = house;
    const draft = await begin(house, cookie);
    await write(house, cookie, `${draft}/parts/6`, {
      'attachments.0.kind': 'pledge',
      'attachments.0.file.name': '他人.pdf',
      'attachments.0.file.digest': 'a'.repeat(64),
      'attachments.0.file.bytes': '3',
    });
    expect(await (await house.send(`${draft}/parts/6`, cookie)).text()).not.toContain('他人.pdf');
  });
});

describe('the closing moment', () => {
  test.each([
    ['2026-03-04T07:59:59Z', 303],
    ['2026-03-04T08:00:59Z', 303],
    ['2026-03-04T08:01:00Z', 422],
  ])('CHK-REC-4: the whole filing has come at %s by the server’s clock: %d', async (moment, status) => {
    const house = await yokohama();
    const draft = await begin(house, house.cookie);
    await writeAll(house, house.cookie, draft);
    await house.parts.clock.setProcedure(localOf(moment));
    const cookie = await house.signIn(organ, 'proposer', '1');
    const answer = await send(house, cookie, draft);
    expect(answer.status).toBe(status);
    expect((await house.parts.events.states(organ, { kind: 'proposal' })).total).toBe(status === 303 ? 1 : 0);
    if (status === 303) return;
    const text = await textOf(answer);
    expect(text).toContain('2026-03-04 17:01に届いたため、募集の締切 2026-03-04 17:00 に間に合っていません');
    expect(await textOf(await house.send(draft, cookie))).toContain(
      '締切は令和8年（2026年）3月4日（水）17時00分でした。書いた内容は残っています',
    );
  });

  test('what had come in time is in time, however long the answer takes', async () => {
    const house = await yokohama();
    const draft = await begin(house, house.cookie);
    await writeAll(house, house.cookie, draft);
    await house.parts.clock.setProcedure('2026-03-04T17:00');
    const cookie = await house.signIn(organ, 'proposer', '1');
    const { nextNumber } = house.parts.events;
    const slow = async (...asked: Parameters<typeof nextNumber>) => {
      await house.parts.clock.setProcedure('2026-03-04T17:02');
      return nextNumber(...asked);
    };
    Object.assign(house.parts.events, { nextNumber: slow });
    const answer = await send(house, cookie, draft);
    expect(answer.status).toBe(303);
    expect(await own(house, (answer.headers.get('location') ?? '').split('?')[0] ?? '')).toMatchObject({
      receivedTime: '17:00',
    });
  });
});

/** The minute of the procedure in which a moment lies: seconds are never rounded up. */
const localOf = (moment: string) => new Date(Date.parse(moment) + 9 * 3_600_000).toISOString().slice(0, 16);

describe('what is another’s', () => {
  test('trust: another’s proposal and draft answer, to the byte, as one that does not exist', async () => {
    const house = await yokohama();
    const path = await filed(house, house.cookie);
    const draft = await begin(house, house.cookie);
    const others = [await house.signIn(organ, 'proposer', '2'), await house.signIn(organ, 'agent', '1')];
    const id = path.split('/').at(-1) ?? '';
    const draftId = draft.split('/').at(-1) ?? '';
    const addresses = [
      ...['', '/receipt', '/papers/proposal-1-1.pdf', '/files/none', '/withdraw'].map(
        (rest) => [path, id, rest] as const,
      ),
      ...['', '/parts/1', '/check'].map((rest) => [draft, draftId, rest] as const),
    ];
    const plain = async (answer: Response, ...ids: readonly string[]) =>
      ids.reduce((text, one) => text.replaceAll(one, 'x'), await answer.text()).replaceAll(/\d+時\d+分\d*秒?/g, '');
    for (const cookie of others)
      for (const [at, own, rest] of addresses) {
        const [theirs, none] = await Promise.all([
          house.send(at + rest, cookie),
          house.send(at.replace(own, 'nonenonene') + rest, cookie),
        ]);
        expect([rest, theirs.status, none.status]).toEqual([rest, 404, 404]);
        expect(await plain(theirs, own)).toBe(await plain(none, 'nonenonene'));
        for (const answer of [
          house.send(at + rest, cookie, new URLSearchParams()),
          house.send(at.replace(own, 'nonenonene') + rest, cookie, new URLSearchParams()),
        ])
          expect([404, 405]).toContain((await answer).status);
      }
    for (const cookie of others) {
      const home = await textOf(await house.send(`${base}/proposals`, cookie));
      expect(home).toContain('提出した提案はありません');
      expect(home).not.toMatch(/第1号|1件|架空データ利用/);
    }
    expect((await own(house, path)).stage).toBe('received');
    expect(house.reported).toEqual([]);
  });

  test('ACT-02: an agent files for the proposer with a power of attorney, and follows the case by their own account', async () => {
    const house = await yokohama();
    const cookie = await house.signIn(organ, 'agent', '1');
    const draft = await begin(house, cookie);
    await writeAll(house, cookie, draft);
    const agent = { ...parties, 'agent.kind': 'individual', 'agent.name': '架空 代理', 'agent.address': '架空市2番' };
    await write(house, cookie, `${draft}/parts/1`, agent);
    expect(await textOf(await house.send(`${draft}/check`, cookie))).toContain('「委任状」を付けてください');
    await write(house, cookie, `${draft}/parts/6`, { 'attachments.2.file': pdf() });
    const answer = await send(house, cookie, draft);
    const path = (answer.headers.get('location') ?? '').split('?')[0] ?? '';
    expect([answer.status, (await own(house, path)).attachments.map(({ kind }) => kind)]).toEqual([
      303,
      ['pledge', 'usefulness', 'powerOfAttorney'],
    ]);
    expect((await house.send(path, cookie)).status).toBe(200);
    expect((await house.send(path, house.cookie)).status).toBe(404);
  });
});

describe('after the filing', () => {
  test('STP-09, DDL-11: the named fields alone are open, through the deadline; then the desk is named', async () => {
    const house = await yokohama();
    const { cookie } = house;
    const path = await filed(house, cookie);
    const id = path.split('/').at(-1) ?? '';
    await staffGives(house, 'responsibleDivision', id, {
      do: 'requestCorrection',
      points: [{ field: 'persons', text: '根拠に合わせてください。' }],
      deadline: '2026-03-16',
    });
    expect(await textOf(await house.send(path, cookie))).toMatch(
      /訂正をお願いしています.*本人の数 ：根拠に合わせてください。/,
    );
    const answer = await house.send(`${path}/correct`, cookie, new URLSearchParams());
    const draft = answer.headers.get('location') ?? '';
    expect((await house.send(`${path}/correct`, cookie, new URLSearchParams())).headers.get('location')).toBe(draft);
    const part = await (await house.send(`${draft}/parts/1`, cookie)).text();
    expect(part.match(/name="in\.[^"]*"/g)).toEqual(['name="in.form.persons"']);
    await write(house, cookie, `${draft}/parts/1`, { 'form.persons': '2500', 'form.purpose': '紛れ込ませた目的' });
    await house.parts.clock.setProcedure('2026-03-17T00:00');
    const next = await house.signIn(organ, 'proposer', '1');
    const late = await house.send(`${draft}/check`, next, new URLSearchParams());
    expect([late.status, await textOf(late)]).toEqual([
      422,
      expect.stringContaining('訂正の期限 令和8年3月16日 を過ぎた'),
    ]);
    await house.parts.clock.setProcedure('2026-03-16T23:59');
    const before = await house.signIn(organ, 'proposer', '1');
    expect((await house.send(`${draft}/check`, before, new URLSearchParams())).status).toBe(303);
    expect((await house.send(`${draft}/check`, before, new URLSearchParams())).headers.get('location')).toBe(path);
    expect(await own(house, path)).toMatchObject({
      stage: 'received',
      formVersion: 2,
      form: { persons: 2500, purpose: '需要を町ごとに見積もる。' },
      parties: [expect.any(String)],
    });
  });

  test('a withdrawal wants a reason and the password, and is done once', async () => {
    const house = await yokohama();
    const { cookie } = house;
    const path = await filed(house, cookie);
    const page = await (await house.send(`${path}/withdraw`, cookie)).text();
    const give = (fields: Readonly<Record<string, string>>) =>
      house.send(`${path}/withdraw`, cookie, new URLSearchParams({ commandId: hidden(page, 'commandId'), ...fields }));
    expect((await give({ reason: '見直し', password: 'wrong' })).status).toBe(422);
    expect((await give({ reason: '', password: house.password })).status).toBe(422);
    expect((await own(house, path)).stage).toBe('received');
    for (const _ of [1, 2]) expect((await give({ reason: '見直し', password: house.password })).status).toBe(303);
    expect(await own(house, path)).toMatchObject({
      stage: 'withdrawn',
      ending: { on: '2026-03-02', reason: '見直し' },
    });
    expect(await textOf(await house.send(path, cookie))).toContain('取り下げました');
  });

  test('the papers of the review stay inside; what is addressed to the proposer comes out', async () => {
    const house = await yokohama();
    const path = await filed(house, house.cookie);
    const text = await textOf(await house.send(path, house.cookie));
    expect(text).toContain('受け付けました');
    expect(text).not.toMatch(/基準\d|所見|適合する/);
    expect((await house.send(`${path}/papers/proposal-9-9.pdf`, house.cookie)).status).toBe(404);
    const digest = (await own(house, path)).attachments[0]?.file?.digest ?? '';
    expect((await house.send(`${path}/files/${digest}`, house.cookie)).headers.get('content-disposition')).toMatch(
      /^attachment/,
    );
  });
});

describe('how to propose', () => {
  test.each([
    ['yokohama', 'オンラインの受付は、締切の時刻が定められていないため'],
    ['kumamoto', 'この機関は、書類で提案を受け付けています'],
    ['aomori-police', 'この機関は、書類で提案を受け付けています'],
    ['ichikawa', 'この機関は、書類で提案を受け付けています'],
    ['hokkaido-university', 'この機関は、提出の方法をまだ定めていません'],
  ])('CHK-REC-1, scenario 18: %s says calmly how', async (id, said) => {
    const house = createTestWeb();
    await house.parts.clock.setProcedure('2026-01-08T10:00');
    const text = await textOf(await house.send(`/organs/${id}/how-to-propose`, ''));
    expect(text).toContain(said);
    expect(text).toContain('様式');
  });

  test('CHK-REC-1: an organ that takes paper offers nothing online, even to a proposer’s account', async () => {
    const house = createTestWeb();
    await house.parts.clock.setProcedure('2026-01-08T10:00');
    const cookie = await house.signIn('kumamoto' as OrganId, 'proposer', '1');
    expect(await textOf(await house.send('/organs/kumamoto/proposals', cookie))).toContain(
      '今、オンラインで提案できるものはありません',
    );
    const body = new URLSearchParams({ kind: 'call', call: 'call-1', entry: 'file-0001' });
    expect((await house.send('/organs/kumamoto/proposals/begin', cookie, body)).status).toBe(409);
  });
});
