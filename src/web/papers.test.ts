import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createStage, kumamoto, password, type Stage } from '../../test/browser/stage.ts';
import { bodyText } from '../../test/support/readPdf.ts';
import { keepPapers } from '../app/documents/keepPapers.ts';
import type { Role } from '../core/role.ts';

const origin = 'http://localhost';

async function visitor({ parts, web }: Stage, role: Role) {
  const answer = await parts.identity.signIn(kumamoto, role.toLowerCase(), password);
  if (answer.outcome !== 'signedIn') throw new Error(`${role} cannot sign in`);
  const cookie = `session=${answer.token}`;
  const get = (path: string) => web.fetch(new Request(`${origin}${path}`, { headers: { cookie } }));
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    web.fetch(
      new Request(`${origin}${path}`, {
        method: 'POST',
        headers: { cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ commandId: randomUUID(), ...fields }),
      }),
    );
  return { get, post };
}

const caseUrl = `/organs/${kumamoto}/staff/cases/p-1`;
const noticeIn = (page: string) =>
  new RegExp(`href="(${caseUrl}/papers/\\d+-\\d+)"[^>]*>[^<]*審査結果通知書`).exec(page)?.[1] ?? '';

describe('the papers of a case', () => {
  test('are read on a page, saved as PDF and Word, kept with their digests, and one PDF in all', async () => {
    const stage = await createStage({ more: 0, playedUntil: 'receiveContractApplication' });
    const desk = await visitor(stage, 'centralDesk');
    const before = await (await desk.get(caseUrl)).text();
    const path = noticeIn(before);
    expect(before).toContain('保存の処理をしています');
    const waiting = Buffer.from(await (await desk.get(`${path}.pdf`)).arrayBuffer());
    expect((await desk.get(`${caseUrl}/papers/all.pdf`)).status).toBe(404);
    await keepPapers(stage.parts, kumamoto, 'proposal.p-1');
    const page = await (await desk.get(path)).text();
    const kept = Buffer.from(await (await desk.get(`${path}.pdf`)).arrayBuffer());
    expect(kept.equals(waiting)).toBe(true);
    expect(page).toContain(createHash('sha256').update(kept).digest('hex'));
    expect(page).toMatch(/<article class="paper paper-a4" lang="ja">.*提案/s);
    const word = await desk.get(`${path}.docx`);
    expect(word.headers.get('content-type')).toContain('wordprocessingml');
    const all = await desk.get(`${caseUrl}/papers/all.pdf`);
    expect([all.status, all.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const text = await bodyText(new Uint8Array(await all.arrayBuffer()));
    expect(text).toMatch(/案件記録.*番号令和7年度第3号.*書類目録.*審査結果通知書/s);
    for (const missing of ['9-9', '9-9.pdf', `${path.split('/').at(-1)}.exe`])
      expect((await desk.get(`${caseUrl}/papers/${missing}`)).status).toBe(404);
  });

  test('stand in the audit log when they are read, one by one or together', async () => {
    const stage = await createStage({ more: 0, playedUntil: 'receiveContractApplication' });
    await keepPapers(stage.parts, kumamoto, 'proposal.p-1');
    const desk = await visitor(stage, 'centralDesk');
    const page = await (await desk.get(caseUrl)).text();
    const entered = async (act: string) => {
      const found = await stage.parts.audit.find(kumamoto, { act, streams: ['p-1'] }, { limit: 100, offset: 0 });
      return found.map(({ outcome, actor, facts }) => [outcome, actor.role, facts] as const);
    };
    const before = (await entered('proposalPersonal')).length;
    await desk.get(`${noticeIn(page)}.pdf`);
    const notice = noticeIn(page).split('/').at(-1);
    expect((await entered('proposalPersonal'))[0]).toEqual([
      'read',
      'centralDesk',
      { paper: notice, form: 'conformingNotice' },
    ]);
    await desk.get(`${caseUrl}/papers/all.pdf`);
    const read = (await entered('proposalPersonal')).slice(0, -before - 1);
    const printed = [...page.matchAll(new RegExp(`${caseUrl}/papers/(\\d+-\\d+)"`, 'g'))].map(([, paper]) => paper);
    expect(read.map(([, , { paper }]) => paper).toSorted()).toEqual([...new Set(printed)].toSorted());
  });

  test('a file that is taken stands in the audit log by its digest, not by its name; one that is not there does not', async () => {
    const stage = await createStage({ more: 0, playedUntil: 'confirmCompleteness' });
    const { digest } = await stage.parts.files.put(Buffer.from('本人確認書類（架空）'));
    const file = { name: '架空 花子の書類.pdf', digest, bytes: 10 };
    const receivedOn = stage.parts.clock.procedure().slice(0, 10);
    await stage.give(kumamoto, 'centralDesk', 'p-1', {
      do: 'receiveAttachment',
      kind: 'other',
      of: null,
      file,
      receivedOn,
    });
    const desk = await visitor(stage, 'centralDesk');
    expect((await desk.get(`${caseUrl}/files/${digest}`)).status).toBe(200);
    expect((await desk.get(`${caseUrl}/files/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await (await visitor(stage, 'auditor')).get(`${caseUrl}/files/${digest}`)).status).toBe(404);
    const found = await stage.parts.audit.find(kumamoto, { act: 'caseFile' }, { limit: 9, offset: 0 });
    expect(found.map(({ actor, stream, facts }) => [actor.role, stream?.id, facts])).toEqual([
      ['centralDesk', 'p-1', { file: digest, role: 'attachment' }],
    ]);
    const all = await stage.parts.audit.find(kumamoto, {}, { limit: 999, offset: 0 });
    expect(JSON.stringify(all)).not.toContain('花子');
  });

  test('a form that names the handlers of a contract to choose from stands in the audit log, and no other form does', async () => {
    const stage = await createStage({ more: 0, playedUntil: 'handInSource' });
    const desk = await visitor(stage, 'centralDesk');
    await stage.give(kumamoto, 'centralDesk', 'p-1', {
      do: 'reportHandlers',
      receivedOn: '2026-02-13',
      handlers: [{ name: '架空 従子', affiliation: '架空部', post: '係員' }],
      toldOn: '2026-02-13',
    });
    const entered = async () =>
      (
        await stage.parts.audit.find(kumamoto, { act: 'proposalPersonal', streams: ['p-1'] }, { limit: 9, offset: 0 })
      ).map(({ facts }) => facts);
    expect((await desk.get(`${caseUrl}/do/recordBreach`)).status).toBe(200);
    expect(await entered()).toEqual([]);
    expect(await (await desk.get(`${caseUrl}/do/reportHandlerChange`)).text()).toContain('架空 従子');
    expect(await entered()).toEqual([{ command: 'reportHandlerChange' }]);
  });

  test('are corrected by a new paper; what is missing is said and what was typed stays', async () => {
    const stage = await createStage({ more: 0, playedUntil: 'receiveContractApplication' });
    await keepPapers(stage.parts, kumamoto, 'proposal.p-1');
    const desk = await visitor(stage, 'centralDesk');
    const path = noticeIn(await (await desk.get(caseUrl)).text());
    const order = { documentNumber: '訂正発第１号', date: '2026-02-16', reason: '' };
    const refused = await desk.post(`${path}/correct`, order);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/理由がありません.*訂正発第１号/s);
    const done = await desk.post(`${path}/correct`, { ...order, reason: '宛名の誤り' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?done=correctPaper`]);
    await keepPapers(stage.parts, kumamoto, 'proposal.p-1');
    const list = await (await desk.get(caseUrl)).text();
    expect(list).toContain(`${path}-1"`);
    expect(await (await desk.get(`${path}-1`)).text()).toContain('宛名の誤り');
  });

  test('are nobody’s who may not see the people of the case', async () => {
    const stage = await createStage({ more: 0, playedUntil: 'receiveContractApplication' });
    await keepPapers(stage.parts, kumamoto, 'proposal.p-1');
    const path = noticeIn(await (await (await visitor(stage, 'centralDesk')).get(caseUrl)).text());
    const auditor = await visitor(stage, 'auditor');
    for (const end of ['', '.pdf', '.docx']) expect((await auditor.get(`${path}${end}`)).status).toBe(404);
    expect((await auditor.get(`${caseUrl}/papers/all.pdf`)).status).toBe(404);
    expect((await auditor.post(`${path}/correct`, {})).status).toBe(403);
  });

  test('REC-11: of every kind of case: what names people for who may see them, the register’s entry for every reader of it', async () => {
    const stage = await createStage({ more: 1 });
    await stage.give(kumamoto, 'centralDesk', 'complaint-1', {
      do: 'settleComplaint',
      on: '2026-01-08',
      result: '制度を説明した。',
      improvement: null,
    });
    const [complaint, entry] = ['complaints/complaint-1', 'register/file-0001'].map(
      (end) => `/organs/${kumamoto}/staff/${end}`,
    );
    const seen = async (role: Role, path: string | undefined) => {
      const { get } = await visitor(stage, role);
      const paper = new RegExp(`href="(${path}/papers/\\d+-\\d+)"`).exec(await (await get(`${path}`)).text())?.[1];
      return paper ? (await get(paper)).text() : null;
    };
    expect(await seen('centralDesk', complaint)).toMatch(/苦情処理票.*架空 申出人/s);
    expect(await seen('auditor', complaint)).toBeNull();
    for (const role of ['centralDesk', 'auditor'] as const)
      expect(await seen(role, entry)).toMatch(/個人情報ファイル簿.*学童保育システム/s);
  });

  test('PPC-4: the yearly figures are a paper, as PDF and as Word', async () => {
    const { get } = await visitor(await createStage({ more: 0 }), 'head');
    const path = `/organs/${kumamoto}/staff/figures?year=2025&format=`;
    const pdf = await get(`${path}pdf`);
    expect(await bodyText(new Uint8Array(await pdf.arrayBuffer()))).toMatch(/令和7年度.*運用状況.*提案の募集/s);
    expect((await get(`${path}docx`)).headers.get('content-type')).toContain('wordprocessingml');
  });
});
