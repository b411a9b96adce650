import { expect, test } from 'vitest';
import { createStage, kumamoto, password } from '../../test/browser/stage.ts';
import { type Role, roles } from '../core/role.ts';
import { routes } from './routes/routes.ts';

const staff = roles.filter((role) => role !== 'system');

const fromOutside: readonly Role[] = ['proposer', 'agent', 'thirdParty', 'complainant'];
/** Who files by an account of their own. */
const filers: readonly Role[] = ['proposer', 'agent'];
const desk: readonly Role[] = ['centralDesk', 'responsibleDivision', 'head', 'auditor'];
/** The committee comes to what was referred to it. */
const referred: readonly Role[] = [...desk, 'committee'];
const office: readonly Role[] = [...desk, 'council', 'administrator'];
const work: readonly Role[] = ['centralDesk', 'responsibleDivision', 'head', 'creator', 'verifier', 'auditor'];

/** Who may come to which address; written by hand from the actors of the procedure, not from the code. */
const mayCome: Readonly<Record<string, 'everyone' | readonly Role[]>> = {
  'GET /': 'everyone',
  'GET /en': 'everyone',
  'GET /en/organs/:organ': 'everyone',
  'GET /en/organs/:organ/register': 'everyone',
  'GET /en/organs/:organ/how-to-propose': 'everyone',
  'GET /organs/:organ': 'everyone',
  'GET /organs/:organ/register': 'everyone',
  'GET /organs/:organ/register/units': 'everyone',
  'GET /organs/:organ/register/:entry': 'everyone',
  'GET /organs/:organ/calls.ics': 'everyone',
  'GET /organs/:organ/staff/deadlines.ics': staff.filter((role) => !fromOutside.includes(role)),
  'GET /organs/:organ/proposals/deadlines.ics': filers,
  'GET /organs/:organ/fees': 'everyone',
  'GET /organs/:organ/forms': 'everyone',
  'GET /organs/:organ/forms/:form': 'everyone',
  'GET /organs/:organ/sign-in': 'everyone',
  'POST /organs/:organ/sign-in': 'everyone',
  'POST /organs/:organ/sign-out': 'everyone',
  'GET /organs/:organ/password': staff,
  'POST /organs/:organ/password': staff,
  'GET /organs/:organ/password/:token': 'everyone',
  'POST /organs/:organ/password/:token': 'everyone',
  'GET /setup/:token': 'everyone',
  'POST /setup/:token': 'everyone',
  'GET /organs/:organ/how-to-propose': 'everyone',
  'GET /organs/:organ/calls/:call/guideline.pdf': 'everyone',
  'GET /organs/:organ/proposals': filers,
  'POST /organs/:organ/proposals/begin': filers,
  'GET /organs/:organ/proposals/:id': filers,
  'GET /organs/:organ/proposals/:id/receipt': filers,
  'GET /organs/:organ/proposals/:id/papers/:paper': filers,
  'GET /organs/:organ/proposals/:id/files/:digest': filers,
  'POST /organs/:organ/proposals/:id/correct': filers,
  'GET /organs/:organ/proposals/:id/withdraw': filers,
  'POST /organs/:organ/proposals/:id/withdraw': filers,
  'GET /organs/:organ/drafts/:draft': filers,
  'POST /organs/:organ/drafts/:draft/drop': filers,
  'GET /organs/:organ/drafts/:draft/parts/:part': filers,
  'POST /organs/:organ/drafts/:draft/parts/:part': filers,
  'GET /organs/:organ/drafts/:draft/check': filers,
  'POST /organs/:organ/drafts/:draft/check': filers,
  'GET /organs/:organ/staff': staff.filter((role) => !fromOutside.includes(role)),
  'GET /organs/:organ/staff/register': work,
  'GET /organs/:organ/staff/register/:id': work,
  'GET /organs/:organ/staff/figures': ['centralDesk', 'head', 'auditor'],
  'GET /organs/:organ/staff/effort': ['centralDesk', 'responsibleDivision', 'head', 'auditor'],
  'GET /organs/:organ/staff/audit': ['auditor'],
  'GET /organs/:organ/staff/audit/export': ['auditor'],
  'GET /organs/:organ/staff/register/:id/papers/:paper': work,
  'GET /organs/:organ/staff/register/:id/files/:digest': work,
  'GET /organs/:organ/staff/register/:id/do/:command': work,
  'POST /organs/:organ/staff/register/:id/do/:command': work,
  'GET /organs/:organ/staff/calls': desk,
  'GET /organs/:organ/staff/calls/:id': desk,
  'GET /organs/:organ/staff/calls/:id/papers/:paper': desk,
  'GET /organs/:organ/staff/calls/:id/files/:digest': desk,
  'GET /organs/:organ/staff/calls/:id/do/:command': desk,
  'POST /organs/:organ/staff/calls/:id/do/:command': desk,
  'GET /organs/:organ/staff/cases': referred,
  'GET /organs/:organ/staff/cases/:id': referred,
  'GET /organs/:organ/staff/cases/:id/papers/:paper': referred,
  'GET /organs/:organ/staff/cases/:id/files/:digest': referred,
  'GET /organs/:organ/staff/cases/:id/do/:command': referred,
  'POST /organs/:organ/staff/cases/:id/do/:command': referred,
  'POST /organs/:organ/staff/register/:id/papers/:paper/substitute': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/register/:id/papers/:paper/correct': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/calls/:id/papers/:paper/substitute': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/calls/:id/papers/:paper/correct': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/cases/:id/papers/:paper/substitute': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/cases/:id/papers/:paper/correct': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/releases/:id/papers/:paper/substitute': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/releases/:id/papers/:paper/correct': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/office/:id/papers/:paper/substitute': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/office/:id/papers/:paper/correct': ['centralDesk', 'responsibleDivision'],
  'GET /organs/:organ/staff/register/import': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/register/import': ['centralDesk', 'responsibleDivision'],
  'GET /organs/:organ/staff/cases/:id/findings': ['responsibleDivision', 'committee', 'head'],
  'POST /organs/:organ/staff/cases/:id/findings': ['responsibleDivision', 'committee', 'head'],
  'GET /organs/:organ/staff/releases': work,
  'GET /organs/:organ/staff/releases/:id': work,
  'GET /organs/:organ/staff/releases/:id/papers/:paper': work,
  'GET /organs/:organ/staff/releases/:id/files/:digest': work,
  'GET /organs/:organ/staff/releases/:id/do/:command': work,
  'POST /organs/:organ/staff/releases/:id/do/:command': work,
  'GET /organs/:organ/staff/complaints': desk,
  'GET /organs/:organ/staff/complaints/:id': desk,
  'GET /organs/:organ/staff/complaints/:id/papers/:paper': desk,
  'GET /organs/:organ/staff/complaints/:id/files/:digest': desk,
  'GET /organs/:organ/staff/complaints/:id/do/:command': desk,
  'POST /organs/:organ/staff/complaints/:id/do/:command': desk,
  'POST /organs/:organ/staff/complaints/:id/papers/:paper/substitute': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/complaints/:id/papers/:paper/correct': ['centralDesk', 'responsibleDivision'],
  'GET /organs/:organ/staff/leaks': desk,
  'GET /organs/:organ/staff/leaks/:id': desk,
  'GET /organs/:organ/staff/leaks/:id/papers/:paper': desk,
  'GET /organs/:organ/staff/leaks/:id/files/:digest': desk,
  'GET /organs/:organ/staff/leaks/:id/do/:command': desk,
  'POST /organs/:organ/staff/leaks/:id/do/:command': desk,
  'POST /organs/:organ/staff/leaks/:id/papers/:paper/substitute': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/leaks/:id/papers/:paper/correct': ['centralDesk', 'responsibleDivision'],
  'GET /organs/:organ/staff/other-provisions': desk,
  'GET /organs/:organ/staff/other-provisions/:id': desk,
  'GET /organs/:organ/staff/other-provisions/:id/papers/:paper': desk,
  'GET /organs/:organ/staff/other-provisions/:id/files/:digest': desk,
  'GET /organs/:organ/staff/other-provisions/:id/do/:command': desk,
  'POST /organs/:organ/staff/other-provisions/:id/do/:command': desk,
  'POST /organs/:organ/staff/other-provisions/:id/papers/:paper/substitute': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/other-provisions/:id/papers/:paper/correct': ['centralDesk', 'responsibleDivision'],
  'GET /organs/:organ/staff/office': office,
  'GET /organs/:organ/staff/office/:id': office,
  'GET /organs/:organ/staff/office/:id/papers/:paper': office,
  'GET /organs/:organ/staff/office/:id/files/:digest': office,
  'GET /organs/:organ/staff/office/:id/do/:command': office,
  'POST /organs/:organ/staff/office/:id/do/:command': office,
  'GET /organs/:organ/staff/register/:entry/correct': ['centralDesk', 'responsibleDivision'],
  'POST /organs/:organ/staff/register/:entry/correct': ['centralDesk', 'responsibleDivision'],
  'GET /organs/:organ/staff/administration': ['administrator'],
  'POST /organs/:organ/staff/administration/clock': ['administrator'],
  'GET /organs/:organ/staff/administration/accounts/new': ['administrator'],
  'POST /organs/:organ/staff/administration/accounts/new': ['administrator'],
  'GET /organs/:organ/staff/administration/accounts/:account/:act': ['administrator'],
  'POST /organs/:organ/staff/administration/accounts/:account/:act': ['administrator'],
  'GET /organs/:organ/staff/administration/settings': ['administrator'],
  'GET /organs/:organ/staff/administration/settings/history': ['administrator'],
  'GET /organs/:organ/staff/administration/settings/:setting': ['administrator'],
  'POST /organs/:organ/staff/administration/settings/:setting/set': ['administrator'],
  'POST /organs/:organ/staff/administration/settings/:setting/correct': ['administrator'],
  'POST /organs/:organ/staff/administration/settings/:setting/withdraw': ['administrator'],
};

const { web, parts } = await createStage({ more: 0 });
const origin = 'http://localhost';

const tokens = new Map<Role, string>();
for (const role of staff) {
  const answer = await parts.identity.signIn(kumamoto, role.toLowerCase(), password);
  if (answer.outcome === 'signedIn') tokens.set(role, answer.token);
}

async function statusOf(method: string, path: string, organ: string, role: Role | null): Promise<number> {
  const address = path
    .replace(':organ', organ)
    .replace(':entry', 'file-0001')
    .replace(':token', '0000')
    .replace(':id', 'none');
  const answer = await web.request(origin + address, {
    method,
    headers: {
      Origin: origin,
      'Content-Type': 'application/x-www-form-urlencoded',
      ...(role ? { cookie: `session=${tokens.get(role)}` } : {}),
    },
    ...(method === 'POST' ? { body: '' } : {}),
  });
  return answer.status;
}

test('every address is in the table', () => {
  expect(tokens.size).toBe(staff.length);
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(mayCome).sort());
});

test.each(Object.entries(mayCome))('%s asks the policy for every role', async (address, allowed) => {
  const [method = '', path = ''] = address.split(' ');
  for (const role of [null, ...staff]) {
    if (path.endsWith('sign-out') && role) continue;
    const status = await statusOf(method, path, 'kumamoto', role);
    const expected = allowed === 'everyone' || (role !== null && allowed.includes(role)) ? 'open' : role ? 403 : 401;
    const found = status === 401 || status === 403 ? status : 'open';
    expect([role, found]).toEqual([role, expected]);
  }
});

test('a session opens nothing in another organ', async () => {
  const closed = Object.entries(mayCome).filter(([, allowed]) => allowed !== 'everyone');
  expect(closed.length).toBeGreaterThan(3);
  for (const [address] of closed) {
    const [method = '', path = ''] = address.split(' ');
    for (const role of staff) expect(await statusOf(method, path, 'ichikawa', role)).toBe(401);
  }
});
