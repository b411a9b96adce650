import { join } from 'node:path';
import { createIdentity } from '../../src/adapters/identity/createIdentity.ts';
import { createMemoryAccountStore } from '../../src/adapters/memory/memoryAccountStore.ts';
import { createMemoryAuditLog } from '../../src/adapters/memory/memoryAuditLog.ts';
import { createMemoryDraftStore } from '../../src/adapters/memory/memoryDraftStore.ts';
import { createMemorySystem } from '../../src/adapters/memory/memorySystem.ts';
import { countCommits } from '../../src/app/countCommits.ts';
import type { OrganId, Role } from '../../src/core/role.ts';
import { loadAssets } from '../../src/web/assets.ts';
import type { WebParts } from '../../src/web/parts.ts';
import { createWeb } from '../../src/web/web.ts';
import { ruleBook } from './shippedRules.ts';

const assets = loadAssets(join(import.meta.dirname, '../..'));
const origin = 'http://localhost';
const password = 'demonstration-2026';

/** A system in memory with its pages, and nothing in it: what a test puts there is all that there is. */
export function createTestWeb() {
  const system = createMemorySystem(ruleBook);
  const reported: unknown[] = [];
  const audit = createMemoryAuditLog(() => system.events.entries);
  const parts: WebParts = {
    ...system,
    events: countCommits(system.events),
    drafts: createMemoryDraftStore(),
    identity: createIdentity(createMemoryAccountStore(system.events), system.clock),
    audit,
    sealer: { state: () => ({ state: 'sealing' }), publicKey: audit.publicKey, file: 'checkpoints.jsonl' },
    assets,
    demonstration: null,
    publicOrigin: null,
    report: (error) => reported.push(error),
  };
  const web = createWeb(parts);
  const send = (path: string, cookie: string, body?: FormData | URLSearchParams) =>
    web.request(`${origin}${path}`, {
      headers: { cookie, Origin: origin },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });

  /** The cookie of a person in a role; whoever is new gets an account. */
  const cookies = new Map<string, string>();
  async function signIn(organ: OrganId, role: Role, number = '1'): Promise<string> {
    const login = `${role.toLowerCase()}${number}`;
    const known = cookies.get(`${organ} ${login}`);
    if (known && (await send(`/organs/${organ}/staff`, known)).status !== 401) return known;
    await parts.identity.create({ organ, login, name: `架空 ${login}`, roles: [role], division: null, password });
    const answer = await send(`/organs/${organ}/sign-in`, '', new URLSearchParams({ login, password }));
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    cookies.set(`${organ} ${login}`, cookie);
    return cookie;
  }
  return {
    parts: { ...parts, clock: system.clock },
    audit,
    send,
    signIn,
    password,
    reported,
    entries: system.events.entries,
  };
}
