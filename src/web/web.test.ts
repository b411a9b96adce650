import { describe, expect, test } from 'vitest';
import { createStage, kumamoto, password } from '../../test/browser/stage.ts';
import type { Role } from '../core/role.ts';

const stage = await createStage();
const origin = 'http://localhost';

const get = (path: string, headers: Record<string, string> = {}) => stage.web.request(`${origin}${path}`, { headers });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  stage.web.request(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin, ...headers },
  });

async function cookieOf(role: Role, organ = 'kumamoto'): Promise<string> {
  const answer = await post(`/organs/${organ}/sign-in`, { login: role.toLowerCase(), password });
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const correctPath = '/organs/kumamoto/staff/register/file-0001/correct';

/** The fields of the correction form as a browser would send them. */
async function correctionFields(cookie: string, path = correctPath): Promise<Record<string, string>> {
  const html = await (await get(path, { cookie })).text();
  const fields: Record<string, string> = {};
  for (const [, attributes = '', inner] of html.matchAll(/<(?:input|textarea)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g)) {
    const name = attributes.match(/name="([^"]*)"/)?.[1];
    if (name) fields[name] = inner ?? attributes.match(/value="([^"]*)"/)?.[1] ?? '';
  }
  for (const [, name = '', options = ''] of html.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = options.match(/value="([^"]*)" selected/)?.[1] ?? '';
  return fields;
}

describe('public pages', () => {
  test('the home page answers 200 in Japanese without a redirect and names the five organs', async () => {
    const answer = await get('/');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<html lang="ja">');
    for (const name of ['横浜市', '市川市', '青森県警察本部', '北海道大学', '熊本市']) expect(html).toContain(name);
    expect(html).toContain('デモンストレーション：');
  });

  test('PUB-1: a search folds width, case and kana and looks in every field', async () => {
    const found = async (text: string) =>
      (await (await get(`/organs/kumamoto/register?q=${encodeURIComponent(text)}`)).text()).includes(
        '>学童保育システム',
      );
    for (const text of ['学童', 'ｼｽﾃﾑ', 'しすてむ', '社会福祉協議会', '１丁目', '電話番号　児童'])
      expect([text, await found(text)]).toEqual([text, true]);
    for (const text of ['学童 介護', 'is:created', '存在しない言葉'])
      expect([text, await found(text)]).toEqual([text, false]);
  });

  test('PUB-9: the files of one bureau or division of Yokohama are found by its name, and no others', async () => {
    const found = async (text: string) => (await get(`/organs/yokohama/register?q=${encodeURIComponent(text)}`)).text();
    expect(await found('青少年育成課')).toContain('学童保育システム');
    expect(await found('都市整備局')).not.toContain('>学童保育システム');
  });

  test('PUB-9: Yokohama’s register is shown by ward, bureau and headquarters, with the guideline beside it; no other organ’s is', async () => {
    const page = async (query = '') => (await get(`/organs/yokohama/register/units${query}`)).text();
    expect(await (await get('/organs/yokohama/register')).text()).toContain('区・局・統括本部別の個人情報ファイル簿');
    const linked = [...(await page()).matchAll(/units(?:\?unit=([^"]*))?"[^>]*>([^<]+)（(\d+)件）/g)];
    expect(linked.length).toBeGreaterThan(0);
    const { total } = (await (await get('/api/v1/organs/yokohama/register?limit=1')).json()) as { total: number };
    expect(linked.reduce((sum, [, , , files]) => sum + Number(files), 0)).toBe(total);
    for (const [, unit, name = '', files] of linked) {
      const html = await page(unit === undefined ? '' : `?unit=${unit}`);
      expect([name, html.match(/<li class="result">/g)?.length]).toEqual([name, Number(files)]);
      expect(html).toContain('href="/organs/yokohama#calls"');
    }
    expect((await get('/organs/kumamoto/register/units')).status).toBe(404);
  });

  test('FRM-01: an entry shows every field of the organ’s form, empty ones say so', async () => {
    const html = await (await get('/organs/ichikawa/register/file-0001')).text();
    const rules = stage.parts.rules.inForce('ichikawa' as typeof kumamoto, '2026-01-08');
    expect(rules?.registerFields.length).toBeGreaterThan(15);
    for (const { label } of rules?.registerFields ?? []) expect(html).toContain(`<dt>${label}</dt>`);
    expect(html.match(/記載なし/g)?.length).toBeGreaterThan(2);
  });

  test('a page that has not changed is not sent again', async () => {
    const first = await get('/organs/kumamoto/register');
    const again = await get('/organs/kumamoto/register', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
  });

  test('a call that is open shows its days in 元号 and 西暦', async () => {
    const html = await (await get('/organs/kumamoto')).text();
    expect(html).toContain('令和7年（2025年）12月19日（金）から令和8年（2026年）1月20日（火）まで');
    expect(html).toContain('あと12日');
  });
});

describe('the API', () => {
  test('answers JSON and CSV by Accept and by format', async () => {
    const path = '/api/v1/organs/kumamoto/register';
    const types = await Promise.all(
      [
        get(path),
        get(path, { accept: 'text/csv' }),
        get(`${path}?format=csv`, { accept: 'application/json' }),
        get(path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }),
      ].map(async (answer) => (await answer).headers.get('content-type')),
    );
    expect(types).toEqual([
      'application/json; charset=utf-8',
      'text/csv; charset=utf-8',
      'text/csv; charset=utf-8',
      'application/json; charset=utf-8',
    ]);
    expect((await get(path, { accept: 'image/png' })).status).toBe(406);
  });

  test('PUB-1: the CSV opens in Japanese Excel: BOM, CRLF, the form’s labels, every entry', async () => {
    const bytes = new Uint8Array(await (await get('/api/v1/organs/kumamoto/register?format=csv')).arrayBuffer());
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\u{FEFF}登録番号,作成・修正年月日,')).toBe(true);
    expect(text.split('\r\n').length).toBe(1 + 25 + 1);
  });

  test('the document describes what is answered', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: object;
      components: { schemas: Record<string, { required: string[] }> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/v1/organs/{organ}/register');
    const { entries, total } = (await (await get('/api/v1/organs/kumamoto/register?limit=3')).json()) as {
      entries: object[];
      total: number;
    };
    expect([entries.length, total]).toEqual([3, 25]);
    const described = document.components.schemas.RegisterEntry?.required ?? [];
    for (const entry of entries) expect(Object.keys(entry).sort()).toEqual([...described].sort());
  });

  test('failures are JSON with words', async () => {
    for (const [path, status] of [
      ['/api/v1/organs/nowhere/register', 404],
      ['/api/v1/organs/kumamoto/register?limit=0', 400],
      ['/api/v1/organs/%00/register', 400],
      ['/api/v1/nothing', 404],
    ] as const) {
      const answer = await get(path);
      const { error } = (await answer.json()) as { error: { code: string; message: string } };
      expect([path, answer.status]).toEqual([path, status]);
      expect(error.message).toMatch(/。$/);
    }
  });

  test('the health of the whole is asked of the database; of the audit logs the worst is said', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', audit: 'differs' });
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown login get the same answer', async () => {
    const answers = await Promise.all(
      [
        { login: 'administrator', password: 'wrong' },
        { login: 'nobody', password: 'wrong' },
      ].map(async (fields) => {
        const answer = await post('/organs/aomori-police/sign-in', fields);
        const html = await answer.text();
        return [answer.status, html.slice(html.indexOf('<section class="banner'), html.indexOf('<form'))];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(422);
  });

  test('the cookie is out of reach of scripts and of other sites; in production it needs HTTPS', async () => {
    const answer = await post('/organs/kumamoto/sign-in', { login: 'auditor', password });
    expect(answer.headers.get('set-cookie')).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const production = await createStage({ mode: 'production' });
    const token = await production.parts.identity.issueSetupToken();
    const secret = 'とても長いあいことば2026';
    const fields = { organ: 'kumamoto', name: '架空 管理', login: 'kanri', password: secret, repeated: secret };
    const send = (path: string, body: Record<string, string>) =>
      production.web.request(`${origin}${path}`, {
        method: 'POST',
        body: new URLSearchParams(body),
        headers: { Origin: origin },
      });
    expect((await send(`/setup/${token}`, { ...fields, repeated: 'x' })).status).toBe(422);
    expect((await send(`/setup/${token}`, fields)).status).toBe(200);
    expect((await send(`/setup/${token}`, { ...fields, login: 'other' })).status).toBe(410);
    const signedIn = await send('/organs/kumamoto/sign-in', { login: 'kanri', password: secret });
    expect(signedIn.headers.get('set-cookie')).toMatch(/^__Host-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(await (await production.web.request(`${origin}/`)).text()).not.toContain('デモンストレーション');
  });

  test('signing out ends the session itself, not only the cookie', async () => {
    const cookie = await cookieOf('auditor');
    expect((await get('/organs/kumamoto/staff', { cookie })).status).toBe(200);
    await post('/organs/kumamoto/sign-out', {}, { cookie });
    expect((await get('/organs/kumamoto/staff', { cookie })).status).toBe(401);
  });

  test('a session of one organ is none in another', async () => {
    const cookie = await cookieOf('administrator');
    expect((await get('/organs/kumamoto/staff/administration', { cookie })).status).toBe(200);
    expect((await get('/organs/ichikawa/staff/administration', { cookie })).status).toBe(401);
  });
});

describe('correcting an entry (REC-9)', () => {
  test('is kept with its reason and shown in the history', async () => {
    const cookie = await cookieOf('responsibleDivision');
    const path = '/organs/yokohama/staff/register/file-0001/correct';
    const yokohama = await cookieOf('responsibleDivision', 'yokohama');
    expect((await get(path, { cookie })).status).toBe(401);
    const fields = await correctionFields(yokohama, path);
    const before = await get('/organs/yokohama/register/file-0001');
    const answer = await post(
      path,
      { ...fields, recordScope: '児童', reason: '範囲の表現を改めた' },
      { cookie: yokohama },
    );
    expect(answer.status).toBe(303);
    const after = await get('/organs/yokohama/register/file-0001');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const html = await after.text();
    expect(html).toContain('範囲の表現を改めた');
    expect(html).toContain('令和8年（2026年）1月8日（木）');
  });

  test('a double click does it once', async () => {
    const cookie = await cookieOf('responsibleDivision');
    const form = await correctionFields(cookie);
    const key = form.commandId;
    const fields = { ...form, remarks: '一度だけ', reason: '備考を加えた' };
    const answers = await Promise.all([post(correctPath, fields, { cookie }), post(correctPath, fields, { cookie })]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const events = await stage.parts.events.read(kumamoto, { kind: 'register', id: 'file-0001' });
    expect(events.filter(({ commandId }) => commandId === key).length).toBe(1);
  });

  test('a stale tab is refused, keeps what was typed and shows what stands there now', async () => {
    const cookie = await cookieOf('responsibleDivision');
    const [first, second] = [await correctionFields(cookie), await correctionFields(cookie)];
    await post(correctPath, { ...first, recordScope: '先の変更', purpose: '先の目的', reason: '先' }, { cookie });
    const answer = await post(correctPath, { ...second, recordScope: '後の変更', reason: '後' }, { cookie });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain('後の変更');
    expect(html).toContain('現在の内容：先の変更');
    expect(html).toMatch(/name="purpose"[^>]*>先の目的</);
    expect(html).not.toContain('現在の内容：先の目的');
    const version = html.match(/name="expectedVersion" value="(\d+)"/)?.[1];
    expect(Number(version)).toBe(Number(second.expectedVersion) + 1);
  });

  test('missing fields are named and nothing is lost', async () => {
    const cookie = await cookieOf('responsibleDivision');
    const fields = { ...(await correctionFields(cookie)), remarks: '書きかけ', reason: '', correctedOn: '2026-02-30' };
    const answer = await post(correctPath, fields, { cookie });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('「修正の理由」を入力してください。');
    expect(html).toContain('実在する日付を入力してください。');
    expect(html).toContain('書きかけ');
  });

  test('what was saved unchanged is refused in words', async () => {
    const cookie = await cookieOf('responsibleDivision');
    const answer = await post(correctPath, { ...(await correctionFields(cookie)), reason: '変更なし' }, { cookie });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('保存していません');
  });
});

describe('the clock of a demonstration', () => {
  test('can be set by the administrator; a call closes when its last day is over', async () => {
    const own = await createStage({ more: 1 });
    const request = (path: string, init: RequestInit = {}) => own.web.request(`${origin}${path}`, init);
    const send = (path: string, body: Record<string, string>, cookie = '') =>
      request(path, { method: 'POST', body: new URLSearchParams(body), headers: { Origin: origin, cookie } });
    const signedIn = await send('/organs/kumamoto/sign-in', { login: 'administrator', password });
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const clock = '/organs/kumamoto/staff/administration/clock';
    expect((await send(clock, { day: '2026-02-30', time: '09:00' }, cookie)).status).toBe(422);
    expect((await send(clock, { day: '2026-01-21', time: '09:00' }, cookie)).status).toBe(303);
    expect(own.parts.clock.procedure()).toBe('2026-01-21T09:00');
    const html = await (await request('/organs/kumamoto')).text();
    expect(html).toContain('現在、募集中の提案も');
  });
});

describe('hostile requests get words, never a 5xx', () => {
  const requests: readonly [string, string, RequestInit, number][] = [
    ['unknown page', '/nowhere', {}, 404],
    ['unknown organ', '/organs/nowhere', {}, 404],
    ['path traversal', '/assets/..%2f..%2fpackage.json', {}, 404],
    ['encoded path traversal', '/organs/%2e%2e%2f%2e%2e/register', {}, 404],
    ['broken percent encoding', '/organs/%E0%A4%A/register', {}, 404],
    ['NUL in a path', '/organs/kumamoto/register/%00', {}, 404],
    ['NUL in a search', '/organs/kumamoto/register?q=%00%01%E3%81%82', {}, 200],
    ['lone surrogate in a search', '/organs/kumamoto/register?q=%ED%A0%80', {}, 200],
    ['long search', `/organs/kumamoto/register?q=${'%E3%81%82'.repeat(2000)}`, {}, 400],
    ['page that is no number', '/organs/kumamoto/register?page=-1e9', {}, 200],
    ['page beyond the last', '/organs/kumamoto/register?page=999999', {}, 200],
    ['bad cookie', '/organs/kumamoto/staff', { headers: { cookie: 'session=%00; session=";=;' } }, 401],
    ['unknown session', '/organs/kumamoto/staff', { headers: { cookie: `session=${'a'.repeat(43)}` } }, 401],
    ['other method', '/organs/kumamoto/register', { method: 'DELETE', headers: { Origin: origin } }, 405],
    [
      'other method of the API',
      '/api/v1/organs/kumamoto/register',
      { method: 'PUT', headers: { Origin: origin } },
      405,
    ],
    ['form of another site', '/organs/kumamoto/sign-in', formOf('login=a', { Origin: 'https://example.test' }), 403],
    ['form without origin', '/organs/kumamoto/sign-in', formOf('login=a', {}), 403],
    ['JSON where a form is due', '/organs/kumamoto/sign-in', formOf('{}', { Origin: origin }, 'application/json'), 415],
    [
      'multipart where a form is due',
      '/organs/kumamoto/sign-in',
      formOf('x', { Origin: origin }, 'multipart/form-data'),
      415,
    ],
    [
      'form that is too large',
      '/organs/kumamoto/sign-in',
      formOf(`login=${'a'.repeat(300_000)}`, { Origin: origin }),
      413,
    ],
    ['form of broken bytes', '/organs/kumamoto/sign-in', formOf(new Uint8Array([0xff, 0xfe]), { Origin: origin }), 400],
    [
      'login of control characters',
      '/organs/kumamoto/sign-in',
      formOf('login=%00&password=%00', { Origin: origin }),
      422,
    ],
  ];

  function formOf(
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
    type = 'application/x-www-form-urlencoded',
  ) {
    return { method: 'POST', body, headers: { 'Content-Type': type, ...headers } };
  }

  test.each(requests)('%s', async (_, path, init, status) => {
    for (const accept of ['text/html', 'application/json']) {
      const answer = await stage.web.request(`${origin}${path}`, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), accept },
      });
      const text = await answer.text();
      expect([answer.status, text === '']).toEqual([status, false]);
      if (status >= 400) expect(text).toMatch(/[ぁ-ん]/);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('nothing was reported as a fault of the system', () => {
    expect(stage.reported).toEqual([]);
  });

  test('a fault is told without its cause, and reported', async () => {
    const own = await createStage({ more: 0 });
    Object.assign(own.parts.events, { states: () => Promise.reject(new Error('secret cause')) });
    const answer = await own.web.request(`${origin}/organs/kumamoto/register`);
    const html = await answer.text();
    expect([answer.status, html.includes('secret cause')]).toEqual([500, false]);
    expect(html).toContain('システムの不具合');
    expect(own.reported.length).toBe(1);
  });
});

describe('markup', () => {
  test('what was typed is shown as text', async () => {
    const html = await (
      await get(`/organs/kumamoto/register?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    ).text();
    expect(html).not.toContain('<script');
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
  });
});
