import { beforeAll, describe, expect, test } from 'vitest';
import { createStage, kumamoto, password, type Stage } from '../../../test/browser/stage.ts';

const base = '/organs/kumamoto/staff/administration/settings';
const origin = 'http://localhost';
let stage: Stage;
let cookie: string;

beforeAll(async () => {
  stage = await createStage({ more: 0 });
  const answer = await stage.parts.identity.signIn(kumamoto, 'administrator', password);
  if (answer.outcome !== 'signedIn') throw new Error('the administrator cannot sign in');
  cookie = `session=${answer.token}`;
});

const get = async (path: string) => (await stage.web.request(origin + path, { headers: { cookie } })).text();

const carried = (html: string) => ({
  commandId: /name="commandId" value="([^"]+)"/.exec(html)?.[1] ?? '',
  expectedVersion: /name="expectedVersion" value="(\d+)"/.exec(html)?.[1] ?? '',
});

async function post(setting: string, act: string, fields: readonly (readonly [string, string])[], carry = {}) {
  const body = new URLSearchParams([
    ...Object.entries<string>({ ...carried(await get(`${base}/${setting}`)), ...carry }),
    ...fields.map(([name, text]): [string, string] => [name, text]),
  ]);
  const answer = await stage.web.request(`${origin}${base}/${setting}/${act}`, {
    method: 'POST',
    headers: { cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  return { status: answer.status, html: await answer.text() };
}

const because = [
  ['text', '架空の決裁第2号'],
  ['from', '2026-01-08'],
  ['reason', '窓口の取扱いを定めたため'],
] as const;
const today = () => stage.parts.rules.inForce(kumamoto, '2026-01-08');

describe('the administrator’s pages', () => {
  test('an unset value is set by its form and leaves the list of unset values', async () => {
    expect(await get(base)).toContain(`href="${base}/contract.party"`);
    expect((await post('contract.party', 'set', [['value', '架空市長'], ...because])).status).toBe(303);
    expect(today()?.contract.party).toEqual({ value: '架空市長', text: '架空の決裁第2号', source: '設定' });
    expect(await get(base)).not.toContain(`href="${base}/contract.party"`);
    expect(await get(`${base}/contract.party?done=set`)).toMatch(/設定しました[\s\S]*架空 administrator/);
  });

  test('a value of the source needs the tick; what was typed stays, and both values are shown', async () => {
    const fields = [['value', '3'], ...because] as const;
    const { status, html } = await post('intake.copies', 'set', fields);
    expect(status).toBe(422);
    expect(html).toMatch(/5\(2\)[\s\S]*が 2 と定めています。3 に改めるには/);
    expect(html).toContain('窓口の取扱いを定めたため');
    expect((await post('intake.copies', 'set', [...fields, ['correctsSource', 'yes']])).status).toBe(303);
    expect(today()?.intake.copies?.value).toBe(3);
  });

  test('a value of the wrong shape, an empty form and a stale form are refused in words', async () => {
    const wrong = [['value', '十'], ['correctsSource', 'yes'], ...because] as const;
    expect((await post('contract.copies', 'set', wrong)).html).toContain(
      'に 十 とあります。1 以上の整数で書いてください。',
    );
    expect((await post('desk.email', 'set', [])).html).toContain('「値」を入力してください。');
    const stale = await post('delivery.asProposed', 'set', [['value', 'yes'], ...because], { expectedVersion: '0' });
    expect([stale.status, stale.html.includes('ほかの人が先に設定を変えました')]).toEqual([409, true]);
    expect(stale.html).toContain('窓口の取扱いを定めたため');
  });

  test('the Act’s values have no form, and a request without one is refused', async () => {
    expect(await get(`${base}/review.minPersons`)).not.toContain('/set"');
    const { status, html } = await post('review.minPersons', 'set', [
      ['value', '500'],
      ['correctsSource', 'yes'],
      ...because,
    ]);
    expect([status, html.includes('国の法令が 1000 と定めているため')]).toEqual([422, true]);
  });

  test('a printed label is corrected, and withdrawn again', async () => {
    const fields = [
      ['printed.label', '第②'],
      ['printReason', '誤記のため'],
    ] as const;
    expect((await post('review.criteria.CRI-2', 'correct', fields)).status).toBe(303);
    expect(today()?.review.criteria[1]?.label).toBe('第②');
    expect((await post('review.criteria.CRI-2', 'withdraw', [['withdrawReason', '元のままでよいため']])).status).toBe(
      303,
    );
    expect(today()?.review.criteria[1]?.label).toBe('②');
  });

  test('the history and the lists come as CSV that Excel opens', async () => {
    const [history, all] = [await get(`${base}/history?format=csv`), await get(`${base}?show=all&format=csv`)];
    expect(history.split('\r\n')[1]).toContain('取消し');
    expect(history).toContain('intake.copies');
    expect(all.split('\r\n').length).toBeGreaterThan(170);
    expect([history, all].every((text) => text.includes('位置'))).toBe(true);
  });
});
