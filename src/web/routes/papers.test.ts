import { expect, test } from 'vitest';
import { createStage, kumamoto, password } from '../../../test/browser/stage.ts';
import { redPixel } from '../../../test/support/samplePaper.ts';
import { papersOf } from '../../app/documents/duePapers.ts';
import { keepPapers } from '../../app/documents/keepPapers.ts';

const origin = 'http://localhost';
const unknown = '葛\u{E0102}';

test('a character that no font has is named with its place on the paper’s page, and a picture given there prints the paper', async () => {
  const stage = await createStage({ more: 0 });
  await stage.give(kumamoto, 'responsibleDivision', 'file-0001', {
    do: 'correctEntry',
    changes: { purpose: `${unknown}城地区の放課後児童クラブの管理のため` },
    correctedOn: '2025-12-20',
    reason: '地区の名の字形を改めたため',
  });
  const print = () => keepPapers(stage.parts, kumamoto, 'register.file-0001');
  await print();
  const entry = { kind: 'register', id: 'file-0001' } as const;
  const [obstacle] = (await papersOf(stage.parts, kumamoto, entry))?.obstacles ?? [];
  const answer = await stage.parts.identity.signIn(kumamoto, 'responsibledivision', password);
  const headers = { cookie: answer.outcome === 'signedIn' ? `session=${answer.token}` : '', Origin: origin };
  const path = `${origin}/organs/kumamoto/staff/register/file-0001/papers/${obstacle?.paper}`;
  const get = (address: string) => stage.web.request(address, { headers });

  const page = await (await get(path)).text();
  expect(page).toContain(`「${unknown}」（U+845B U+E0102）　箇所：「個人情報ファイルの利用目的」の欄`);
  expect((await get(`${path}.pdf`)).status).toBe(404);
  const give = (picture: string) => {
    const body = new FormData();
    body.set('commandId', /name="commandId" value="([^"]+)"/.exec(page)?.[1] ?? '');
    body.set('character', unknown);
    body.set('reason', '地区の台帳の字形による');
    body.set('picture', new File([Buffer.from(picture, 'base64')], '字形.png', { type: 'image/png' }));
    return stage.web.request(`${path}/substitute`, { method: 'POST', headers, body });
  };
  const refused = await give(Buffer.from('no picture').toString('base64'));
  expect([refused.status, (await refused.text()).includes('地区の台帳の字形による')]).toEqual([422, true]);
  expect((await give(redPixel)).status).toBe(303);
  await print();
  const pdf = await get(`${path}.pdf`);
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toContain('/S /Figure');
  expect(await (await get(path)).text()).toContain('role="img" aria-label="葛');
});
