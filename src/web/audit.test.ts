import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTestWeb } from '../../test/support/webOf.ts';
import { readSince } from '../app/audit/readSince.ts';
import { verifyAudit } from '../app/audit/verifyAudit.ts';
import type { OrganId, Role } from '../core/role.ts';
import { parseCsv } from '../engine/import/parseCsv.ts';
import { auditActs } from '../messages/auditWords.ts';

const organ = 'kumamoto' as OrganId;
const path = `/organs/${organ}/staff/audit`;

/** An auditor, a clerk, a proposer, and what they did: 130 entries, all but two of them chained and signed. */
async function house() {
  const web = createTestWeb();
  const cookie = await web.signIn(organ, 'auditor');
  for (const role of ['centralDesk', 'proposer'] as const) await web.signIn(organ, role);
  const people = await web.parts.identity.accounts(organ);
  const personOf = (role: Role) => people.find(({ roles }) => roles.includes(role))?.person ?? '';
  const enter = (role: Role, act: string, stream: string | null, at: string) =>
    web.parts.events.audit(organ, { person: personOf(role), role, organ }, at, {
      act,
      outcome: 'done',
      stream: stream === null ? null : { kind: stream.includes('.') ? 'papers' : 'proposal', id: stream },
      facts: { events: ['proposalReceived'] },
    });
  for (let n = 1; n <= 126; n += 1) await enter('centralDesk', 'receiveProposal', `p-${n}`, '2026-01-20T10:00');
  await enter('proposer', 'withdrawProposal', 'p-1', '2026-01-21T10:00');
  await enter('centralDesk', 'createAccount', null, '2026-01-21T11:00');
  await web.audit.seal(organ, new Date('2026-01-21T02:00:00Z'));
  await enter('centralDesk', 'checkIdentity', 'p-2', '2026-01-22T09:00');
  await enter('centralDesk', 'unheardOf', 'proposal.p-3', '2026-01-22T10:00');
  const get = async (query = '') => (await web.send(`${path}${query}`, cookie)).text();
  const rows = async (query: string) => [...(await get(query)).matchAll(/<th scope="row"/g)].length;
  return { ...web, cookie, get, rows, personOf };
}

describe('the auditor’s page', () => {
  test('shows the newest first, what is not chained as such, and how far the log is chained and signed', async () => {
    const { get, audit } = await house();
    const page = await get();
    const { checkpoint } = await audit.status(organ);
    expect(page).toContain(`kumamoto:128:${checkpoint?.hash.slice(0, 8)} `);
    expect(page).toMatch(/連鎖を待つ記録<\/dt><dd>2件/);
    const cells = [...page.matchAll(/<th scope="row" role="rowheader"><span class="whole number">([^<]*)/g)].map(
      ([, number]) => number,
    );
    expect(cells.slice(0, 4)).toEqual(['連鎖を待っています', '連鎖を待っています', '128', '127']);
    expect(cells).toHaveLength(50);
    expect(page).toContain(`cases/p-3">提案 p-3の公文書</a>`);
    expect(page).toContain('130件のうち1件目から50件目');
    expect(await get('?page=99')).toContain('130件のうち101件目から130件目');
  });

  test('finds by staff’s name, by any person’s number, by act, case and day', async () => {
    const { rows, personOf } = await house();
    const found = async (search: Readonly<Record<string, string>>) => rows(`?${new URLSearchParams(search)}`);
    expect(await found({ person: 'centraldesk1', page: '3' })).toBe(29);
    expect(await found({ person: personOf('proposer') })).toBe(1);
    expect(await found({ person: '架空 proposer1' })).toBe(0);
    expect(await found({ act: 'checkIdentity' })).toBe(1);
    expect(await found({ case: 'p-1' })).toBe(2);
    expect(await found({ case: 'p-3' })).toBe(2);
    expect(await found({ case: 'p-1', act: 'receiveProposal', person: '架空 centraldesk1' })).toBe(1);
    expect(await found({ from: '2025-04-01', to: '2025-04-01' })).toBe(50);
    expect(await found({ to: '2025-03-31' })).toBe(0);
    expect(await found({ from: '2025-04-02' })).toBe(0);
  });

  test('names the staff and, of a person from outside, the number alone', async () => {
    const { get, send, cookie, personOf } = await house();
    const csv = await (await send(`${path}?format=csv`, cookie)).text();
    for (const text of [await get(), csv]) {
      expect(text).toContain('架空 centraldesk1（centraldesk1）');
      expect(text).toContain(personOf('proposer'));
      expect(text).not.toContain('架空 proposer1');
      expect(text).not.toContain('proposer1）');
    }
  });

  test('saves every entry that was searched for as CSV, and writes down that it was saved', async () => {
    const { send, cookie, entries } = await house();
    const [header, ...rows] = parseCsv(
      await (await send(`${path}?format=csv&act=receiveProposal`, cookie)).text(),
      ',',
    );
    expect(header?.fields).toHaveLength(12);
    expect(rows).toHaveLength(126);
    expect(new Set(rows.map(({ fields }) => fields[10])).size).toBe(126);
    expect(entries.at(-1)).toMatchObject({ act: 'exportAudit', outcome: 'read', facts: { format: 'csv' } });
  });

  test('saves the chain of the organ in the form that is verified without the database', async () => {
    const { send, cookie, audit } = await house();
    const answer = await send(`${path}/export`, cookie);
    expect(answer.headers.get('content-disposition')).toMatch(/filename="audit-kumamoto-[\d-]{10}\.jsonl"/);
    const lines = (await answer.text()).trimEnd().split('\n');
    async function* numbered() {
      for (const [at, text] of lines.entries()) yield { number: at + 1, text };
    }
    const { fingerprint } = await audit.publicKey();
    const known = { keys: new Set([fingerprint]), since: await readSince(lines) };
    const { verdict, organs } = await verifyAudit(numbered(), known);
    expect([verdict, organs.map(({ head, unchained }) => [head.number, unchained])]).toEqual(['verified', [[128, 3]]]);
  });

  test('stands on the home of the auditor, and on nobody else’s', async () => {
    const { send, signIn } = await house();
    const home = async (role: Role) => (await send(`/organs/${organ}/staff`, await signIn(organ, role))).text();
    expect(await home('auditor')).toContain(`href="${path}"`);
    for (const role of ['centralDesk', 'administrator', 'head'] as const)
      expect(await home(role)).not.toContain(`href="${path}"`);
  });
});

test('every act that the program enters has a word', () => {
  const folder = join(import.meta.dirname, '../app');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const acts = [join(folder, '../web/routes/audit.tsx'), ...files.map((name) => join(folder, name))].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bact: '(\w+)'|passwordAct\('(\w+)'|: '(\w+Account)'/g)].map(
      ([, act, password, account]) => act ?? password ?? account ?? '',
    ),
  );
  expect(acts.length).toBeGreaterThan(8);
  expect(acts.filter((act) => !auditActs.has(act))).toEqual([]);
});
