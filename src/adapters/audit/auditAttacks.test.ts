import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { beginning, chainEntry, type EnteredAct, type Link, sha256 } from '../../app/audit/chainEntry.ts';
import { readCheckpoint } from '../../app/audit/checkpoint.ts';
import { exportLines } from '../../app/audit/exportLines.ts';
import { readSince } from '../../app/audit/readSince.ts';
import { type Known, verifyAudit } from '../../app/audit/verifyAudit.ts';
import type { OrganId } from '../../core/role.ts';
import { createMemoryAuditLog } from '../memory/memoryAuditLog.ts';
import { createPostgresAuditLog } from '../postgres/postgresAuditLog.ts';
import { createPostgresEventStore } from '../postgres/postgresEventStore.ts';
import { createOrganSealing } from './organSealing.ts';

let database: TestDatabase;
let organs = 0;
const folders: string[] = [];
const newFolder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'tokumei-audit-')));
  return folders.at(-1) ?? '';
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const nothing: Known = { keys: null, since: new Map() };

async function* numbered(lines: readonly string[]) {
  for (const [at, text] of lines.entries()) yield { number: at + 1, text };
}

const verdictOf = (lines: readonly string[], known: Partial<Known> = {}) =>
  verifyAudit(numbered(lines), { ...nothing, ...known });

/** What is found, in short: `altered 6`, `rewritten 5-8`, or the verdict where nothing is. */
async function findingOf(lines: readonly string[], known: Partial<Known> = {}): Promise<string> {
  const { verdict, fault } = await verdictOf(lines, known);
  if (!fault) return verdict;
  const { from, through } = fault;
  return `${fault.fault} ${from === through ? from : `${from}-${through}`}`;
}

/** Transactions of other tests run on the same server: what is entered may have to wait for them. */
async function untilAlone(organ: OrganId): Promise<void> {
  const waiting = `select from audit_entry where organ = $1 and transaction >= pg_snapshot_xmin(pg_current_snapshot())`;
  while ((await database.owner.query(waiting, [organ])).rowCount !== 0) await wait(5);
}

/** Thirteen entries on a real database, chained by the sealer; signed after the 4th, the 8th and the 12th. */
async function realChain() {
  const organ = `organ-${++organs}` as OrganId;
  const folder = newFolder();
  const clock = { procedure: () => '2026-01-20T16:59', real: () => new Date('2026-01-20T07:59:30.123Z') };
  const store = createPostgresEventStore(database.application, clock);
  const log = createPostgresAuditLog(database.application);
  const chained = async () => (await log.status(organ)).head.number;
  const enter = async (act: string) =>
    store.audit(organ, { person: 'a', role: 'centralDesk', organ }, '2026-01-20T16:59', {
      act,
      outcome: 'read',
      stream: null,
      facts: {},
    });
  const sealing = createOrganSealing({ db: database.application, clock, folder });
  const seal = async (number: number) => {
    await untilAlone(organ);
    await sealing.seal(organ, true);
    expect(await chained()).toBe(number);
  };
  const lines = async () => {
    const found: string[] = [];
    for await (const line of exportLines(log, [organ], new Date('2026-02-01T00:00:00Z'))) found.push(line);
    return found;
  };
  for (const end of [4, 8, 12]) {
    for (let at = end - 3; at <= end; at += 1) await enter(`act-${at}`);
    await seal(end);
  }
  await enter('act-13');
  const { fingerprint } = await sealing.publicKey();
  const outside = readFileSync(sealing.file, 'utf8').trimEnd().split('\n');
  const keys = new Set([fingerprint]);
  return { organ, log, enter, seal, sealing, lines, clock, outside, keys, sql: (text: string) => sqlOf(text, organ) };
}

/** As the owner of the tables, who can do everything. */
const sqlOf = (text: string, organ: OrganId) => database.owner.query(text.replaceAll('$organ', `'${organ}'`));

const numberOf = (number: number) => `(select position from audit_chain where organ = $organ and number = ${number})`;

/** The chain as it would be if it had been so from an entry on: what a forger with the database can make. */
async function rehash({ organ, log, sql }: Awaited<ReturnType<typeof realChain>>, from: number): Promise<void> {
  let head: Link = beginning;
  for await (const link of log.chained(organ, 99)) {
    const next = link.number < from ? link : chainEntry(link.entry, head);
    await sql(
      `update audit_chain set previous = '\\x${head.hash}', hash = '\\x${next.hash}' where organ = $organ and number = ${link.number}`,
    );
    head = next;
  }
}

describe('the export of a real chain', () => {
  test('is confirmed with the key and with what was noted down; without a key the signer is unknown', async () => {
    const { lines, keys, outside } = await realChain();
    const exported = await lines();
    expect(await findingOf(exported)).toBe('intact');
    expect(await findingOf(exported, { keys })).toBe('verified');
    const since = await readSince(outside);
    const {
      organs: [findings],
      verdict,
    } = await verdictOf(exported, { keys, since });
    expect(verdict).toBe('verified');
    expect(findings).toMatchObject({ head: { number: 12 }, checkpoints: 3, known: 3, unchained: 1 });
    expect(await findingOf(exported, { keys, since: await readSince(exported) })).toBe('verified');
    expect(await findingOf(exported, { keys, since: await readSince([findings?.last?.note ?? '']) })).toBe('verified');
  });

  test('has entries whose hash anyone finds with SHA-256 alone, and each names the one before', async () => {
    const entries = (await (await realChain()).lines()).filter((line) => line.startsWith('{"entry":'));
    const { rows } = await database.owner.query(
      `select encode(sha256(convert_to(text, 'UTF8')), 'hex') as hash from unnest($1::text[]) with ordinality as t (text, at) order by at`,
      [entries.map((line) => line.slice('{"entry":'.length, line.lastIndexOf(',"hash"')))],
    );
    expect(rows.map(({ hash }) => hash)).toEqual(entries.map((line) => JSON.parse(line).hash));
    const previous = entries.map((line) => JSON.parse(line).entry.previous);
    expect(previous).toEqual(['0'.repeat(64), ...rows.slice(0, -1).map(({ hash }) => hash)]);
  });
});

describe('an attack on the database is found in its export', () => {
  test('edit: an entry with other contents', async () => {
    const chain = await realChain();
    await chain.sql(`update audit_entry set act = 'harmless' where position = ${numberOf(6)}`);
    expect(await findingOf(await chain.lines())).toBe('altered 6');
  });

  test('edit, with the whole chain hashed anew: the part that is not as it was signed', async () => {
    const chain = await realChain();
    await chain.sql(`update audit_entry set act = 'harmless' where position = ${numberOf(6)}`);
    await rehash(chain, 6);
    expect(await findingOf(await chain.lines())).toBe('rewritten 5-8');
  });

  test('delete: an entry and its link', async () => {
    const chain = await realChain();
    await chain.sql(`delete from audit_chain where organ = $organ and number = 6`);
    expect(await findingOf(await chain.lines())).toBe('order 6');
  });

  test('delete, with what follows moved up and hashed anew', async () => {
    const chain = await realChain();
    await chain.sql(`delete from audit_checkpoint where organ = $organ and number > 4;
      delete from audit_chain where organ = $organ and number = 6;
      update audit_chain set number = number + 100 where organ = $organ and number > 6;
      update audit_chain set number = number - 101 where organ = $organ and number > 100`);
    await rehash(chain, 6);
    const since = await readSince(chain.outside);
    expect(await findingOf(await chain.lines(), { since })).toBe('since 5-8');
  });

  test('insert: an entry between others, with what follows moved down and hashed anew', async () => {
    const chain = await realChain();
    await chain.sql(`set local session_replication_role = replica;
      update audit_chain set number = number + 100 where organ = $organ and number > 9;
      insert into audit_chain select organ, 10, position, sha256('a'), sha256('b') from audit_entry
        where organ = $organ and act = 'act-13';
      update audit_chain set number = number - 99 where organ = $organ and number > 100`);
    expect(await findingOf(await chain.lines())).toBe('altered 10');
    await rehash(chain, 10);
    expect(await findingOf(await chain.lines())).toBe('rewritten 9-12');
  });

  test('reorder: two entries in each other’s place', async () => {
    const chain = await realChain();
    await chain.sql(`update audit_entry set act = case act when 'act-6' then 'act-7' else 'act-6' end
      where organ = $organ and act in ('act-6', 'act-7')`);
    expect(await findingOf(await chain.lines())).toBe('altered 6');
  });

  test('truncate: the end is gone with its checkpoints; found by what was noted down, and by nothing else', async () => {
    const chain = await realChain();
    await chain.sql(`delete from audit_checkpoint where organ = $organ and number > 4;
      delete from audit_chain where organ = $organ and number > 6;
      delete from audit_entry where organ = $organ and position not in (select position from audit_chain)`);
    const lines = await chain.lines();
    expect(await findingOf(lines, { keys: chain.keys })).toBe('verified');
    expect(await findingOf(lines, { keys: chain.keys, since: await readSince(chain.outside) })).toBe('since 7-12');
    expect(await findingOf(lines, { since: await readSince(chain.outside.slice(-1)) })).toBe('since 7-12');
  });

  test('restore of an old copy, on which work went on: found by what was noted down', async () => {
    const chain = await realChain();
    await chain.sql(`delete from audit_checkpoint where organ = $organ and number > 8;
      delete from audit_chain where organ = $organ and number > 8;
      delete from audit_entry where organ = $organ and position not in (select position from audit_chain)`);
    rmSync(chain.sealing.file);
    for (const at of [9, 10, 11, 12, 13]) await chain.enter(`other-${at}`);
    const again = createOrganSealing({ db: database.application, clock: chain.clock, folder: newFolder() });
    while ((await chain.log.status(chain.organ)).head.number < 13) await again.seal(chain.organ, true);
    const lines = await chain.lines();
    expect(await findingOf(lines)).toBe('intact');
    expect(await findingOf(lines, { since: await readSince(chain.outside) })).toBe('since 9-12');
  });

  test('swapped key: all is signed anew with another key; found by the fingerprint that was noted down', async () => {
    const chain = await realChain();
    await chain.sql(`delete from audit_checkpoint where organ = $organ`);
    const forger = createOrganSealing({ db: database.application, clock: chain.clock, folder: newFolder() });
    await chain.enter('act-14');
    while ((await chain.log.status(chain.organ)).head.number < 14) await forger.seal(chain.organ, true);
    const lines = await chain.lines();
    expect(await findingOf(lines)).toBe('intact');
    expect(await findingOf(lines, { keys: chain.keys })).toMatch(/^key 1[34]$/);
    const both = new Set([...chain.keys, (await forger.publicKey()).fingerprint]);
    expect(await findingOf(lines, { keys: both })).toBe('verified');
  });
});

describe('an attack on the exported file is found', () => {
  const entryAt = (lines: readonly string[], number: number): number =>
    lines.findIndex((line) => line.startsWith('{"entry":') && line.includes(`"number":${number},`));

  test('an entry with its own hash made anew no longer carries the next one', async () => {
    const { lines } = await realChain();
    const exported = await lines();
    const at = entryAt(exported, 6);
    const text = JSON.stringify({ ...JSON.parse(exported[at] ?? '').entry, act: 'harmless' });
    exported[at] = `{"entry":${text},"hash":"${sha256(text)}"}`;
    expect(await findingOf(exported)).toBe('link 6-7');
  });

  test('a checkpoint that is altered, taken out, moved or signed by nobody', async () => {
    const { lines } = await realChain();
    const exported = await lines();
    const [first = 0, second = 0, third = 0] = exported.flatMap((line, at) => (readCheckpoint(line) ? [at] : []));
    const changed = (at: number, ...instead: string[]) => exported.toSpliced(at, 1, ...instead);
    const line = exported[second] ?? '';
    expect(await findingOf(changed(second, line.replace('07:59:30', '06:00:00')))).toBe('signature 5-8');
    expect(await findingOf(changed(third, (exported[third] ?? '').replace(/.{4}"}$/, '0000"}')))).toBe(
      'signature 9-12',
    );
    expect(await findingOf(changed(second))).toBe('checkpoint 5-12');
    expect(await findingOf(changed(first, ''))).toBe('unreadable 5');
    expect(await findingOf(changed(second).toSpliced(second + 1, 0, line))).toBe('checkpoint 9');
    expect(await findingOf(changed(second, '{"checkpoint":{}}'))).toBe('checkpoint 8');
  });

  test('a file that ends early, a line too many, an organ that is not there', async () => {
    const { lines, outside, organ } = await realChain();
    const exported = await lines();
    expect(await findingOf(exported.slice(0, 8))).toBe('end 7-null');
    expect(await findingOf(exported.toSpliced(-2, 1))).toBe('end 13');
    expect(await findingOf([...exported, exported[1] ?? ''])).toBe('order null');
    const none = [exported[0]?.replace(`["${organ}"]`, '[]') ?? ''];
    expect(await findingOf(none, { since: await readSince(outside) })).toBe('missing 1-null');
    await expect(verdictOf([])).rejects.toThrow('空のファイル');
    await expect(verdictOf(['{"entry":{}}'])).rejects.toThrow('監査記録の書き出しではありません');
  });
});

describe('a random chain with a random change', () => {
  const organ = 'any' as OrganId;
  const entry = (n: number): EnteredAct => ({
    organ,
    actor: { person: `p${n % 3}`, role: 'centralDesk', organ },
    at: '2026-01-20T16:59',
    recordedAt: '2026-01-20T07:59:30.123Z',
    act: `act-${n}`,
    outcome: 'done',
    stream: null,
    facts: { n },
    commandId: null,
  });

  async function made(parts: readonly number[]): Promise<string[]> {
    const entries = Array.from({ length: parts.reduce((sum, part) => sum + part, 0) }, (_, n) => entry(n + 1));
    const log = createMemoryAuditLog(() => entries);
    for (const part of parts) await log.seal(organ, new Date('2026-01-20T08:00:00Z'), part);
    const lines: string[] = [];
    for await (const line of exportLines(log, [organ], new Date('2026-02-01T00:00:00Z'))) lines.push(line);
    return lines;
  }

  const parts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 });
  /** The numbers of the entries before a line, the line's own included. */
  const numberAt = (lines: readonly string[], at: number): number =>
    lines.slice(0, at + 1).filter((line) => line.startsWith('{"entry":')).length;

  test('any character of any line: the fault is at its entry, or at the checkpoint after which it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        parts,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('0', 'x', '"', '}'),
        async (sizes, line, place, put) => {
          const lines = await made(sizes);
          const at = 1 + (line % (lines.length - 1));
          const old = lines[at] ?? '';
          const column = place % old.length;
          fc.pre(old[column] !== put);
          const changed = lines.with(at, old.slice(0, column) + put + old.slice(column + 1));
          const { fault, verdict } = await verdictOf(changed);
          expect(verdict).toBe('failed');
          const number = numberAt(lines, at);
          if (old.startsWith('{"entry":'))
            expect([fault?.from, fault?.through, fault?.line]).toEqual([number, number, at + 1]);
          else if (readCheckpoint(old) && fault?.fault !== 'unreadable') {
            expect(fault?.from).toBeLessThanOrEqual(number);
            expect(fault?.through).toBeGreaterThanOrEqual(number);
          } else expect(fault?.line).toBe(at + 1);
        },
      ),
      { seed: 20260120, numRuns: 300 },
    );
  });

  test('an entry taken out, doubled or exchanged with the next: the first that is not in its place', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), fc.constantFrom('out', 'twice', 'swap'), async (sizes, pick, change) => {
        const lines = await made(sizes);
        const places = lines.flatMap((line, at) => (line.startsWith('{"entry":') ? [at] : []));
        const at = places[pick % places.length] ?? 0;
        const [number, old, next] = [numberAt(lines, at), lines[at] ?? '', lines[at + 1] ?? ''];
        fc.pre(change !== 'swap' || next.startsWith('{"entry":'));
        const instead = { out: [], twice: [old, old], swap: [next, old] }[change];
        const changed = lines.toSpliced(at, change === 'swap' ? 2 : 1, ...instead);
        const { fault } = await verdictOf(changed);
        if (change === 'out' && !next.startsWith('{"entry":')) expect(fault?.line).toBe(at + 1);
        else expect([fault?.fault, fault?.from]).toEqual(['order', number]);
      }),
      { seed: 20260121, numRuns: 200 },
    );
  });
});
