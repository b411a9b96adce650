import { createHash, createPublicKey, verify } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { canonicalJson } from '../../app/audit/canonicalJson.ts';
import type { EventStore } from '../../app/ports/eventStore.ts';
import type { OrganId } from '../../core/role.ts';
import { createPostgresEventStore } from '../postgres/postgresEventStore.ts';
import { ChainDiffers } from '../postgres/sealEntries.ts';
import { createSealer } from './createSealer.ts';
import { createOrganSealing } from './organSealing.ts';

let database: TestDatabase;
let store: EventStore;
let organs = 0;
const folders: string[] = [];
const newOrgan = (): OrganId => `organ-${++organs}` as OrganId;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-audit-'));
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  database = await createTestDatabase();
  store = createPostgresEventStore(database.application, {
    procedure: () => '2026-01-20T16:59',
    real: () => new Date('2026-01-20T07:59:30.123Z'),
  });
});
afterAll(async () => {
  await database.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const enter = (organ: OrganId, act: string, facts: Readonly<Record<string, unknown>> = {}) =>
  store.audit(organ, { person: 'a', role: 'centralDesk', organ }, '2026-01-20T16:59', {
    act,
    outcome: 'read',
    stream: { kind: 'proposal', id: 'p' },
    facts,
  });

interface LinkRow {
  readonly number: string;
  readonly act: string;
  readonly facts: object;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

const chainOf = async (organ: OrganId): Promise<readonly LinkRow[]> =>
  (
    await database.owner.query(
      `select c.number, c.previous, c.hash, e.act, e.facts from audit_chain c join audit_entry e using (position)
        where c.organ = $1 and e.organ = $1 order by c.number`,
      [organ],
    )
  ).rows;

const linesOf = async (organ: OrganId): Promise<readonly string[]> =>
  (
    await database.owner.query<{ line: string }>('select line from audit_checkpoint where organ = $1 order by number', [
      organ,
    ])
  ).rows.map(({ line }) => line);

const zeros = '0'.repeat(64);
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

async function waiting(organ: OrganId): Promise<number> {
  const { rows } = await database.owner.query(
    `select count(*)::int as waiting from audit_entry where organ = $1 and position not in (select position from audit_chain)`,
    [organ],
  );
  return rows[0].waiting;
}

/** Transactions of other tests run on the same server: what is entered may have to wait for them. */
function sealing(folder = newFolder(), at = () => new Date('2026-01-20T08:00:00Z')) {
  const organSealing = createOrganSealing({ db: database.application, clock: { real: at }, folder });
  const sealAll = async (organ: OrganId, isLast: boolean) => {
    do while (await organSealing.seal(organ, isLast));
    while ((await waiting(organ)) > 0);
  };
  return { folder, sealAll, ...organSealing };
}

/** Every member's name, however deep, in order: with it JSON.stringify writes the members of all objects in order. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...new Set([...own, ...Object.values(value).flatMap(namesIn)])].sort();
}

describe('the canonical text of an entry', () => {
  test('is what JSON.stringify writes with all names in order, whatever the order in which they came', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(parsed)).toBe(JSON.stringify(parsed, namesIn(parsed)));
      }),
      { seed: 20260120, numRuns: 500 },
    );
    expect(canonicalJson({ b: undefined, 10: 1, 9: '𠮷\ud800', a: [null, { z: 1e21, y: -0 }] })).toBe(
      '{"10":1,"9":"𠮷\\ud800","a":[null,{"y":0,"z":1e+21}]}',
    );
  });
});

describe('the sealer', () => {
  test('gives each entry its number, the hash before it and the hash of its text, which is written out here by hand', async () => {
    const [organ, { sealAll }] = [newOrgan(), sealing()];
    await enter(organ, 'one', { b: 1, a: '𠮷"' });
    await enter(organ, 'two');
    await sealAll(organ, false);
    const text = (act: string, facts: string, number: number, previous: string) =>
      `{"act":"${act}","actor":{"organ":"${organ}","person":"a","role":"centralDesk"},"at":"2026-01-20T16:59","commandId":null,"facts":${facts},"form":1,"number":${number},"organ":"${organ}","outcome":"read","previous":"${previous}","recordedAt":"2026-01-20T07:59:30.123Z","stream":{"id":"p","kind":"proposal"}}`;
    const first = sha(text('one', '{"a":"𠮷\\"","b":1}', 1, zeros));
    const second = sha(text('two', '{}', 2, first));
    const found = (await chainOf(organ)).map(({ number, previous, hash }) => [
      number,
      previous.toString('hex'),
      hash.toString('hex'),
    ]);
    expect(found).toEqual([
      ['1', zeros, first],
      ['2', first, second],
    ]);
  });

  test('signs the head with the key file of mode 0600, in the database and, the same line, in the file beside it', async () => {
    const [organ, { sealAll, folder, file, publicKey }] = [newOrgan(), sealing()];
    await enter(organ, 'one');
    await sealAll(organ, false);
    const [line = ''] = await linesOf(organ);
    expect(readFileSync(file, 'utf8')).toBe(`${line}\n`);
    const { checkpoint, signature } = JSON.parse(line);
    const { pem } = await publicKey();
    const text = line.slice('{"checkpoint":'.length, line.lastIndexOf(',"signature"'));
    expect(verify(null, Buffer.from(text), createPublicKey(pem), Buffer.from(signature, 'hex'))).toBe(true);
    expect(checkpoint).toMatchObject({ organ, number: 1, at: '2026-01-20T08:00:00.000Z', previous: zeros });
    expect(checkpoint.hash).toBe((await chainOf(organ))[0]?.hash.toString('hex'));
    for (const kept of [file, join(folder, 'keys', 'audit.signing.pem')])
      expect(statSync(kept).mode & 0o777).toBe(0o600);
  });

  test('signs after a minute, after 1,000 entries, and at its end; never where nothing is new', async () => {
    let now = new Date('2026-01-20T08:00:00Z');
    const [organ, { sealAll }] = [newOrgan(), sealing(newFolder(), () => now)];
    const numbers = async () => (await linesOf(organ)).map((line) => JSON.parse(line).checkpoint.number);
    const pass = async (seconds: number, entries: number, isLast = false) => {
      now = new Date(now.getTime() + seconds * 1000);
      await database.owner.query(
        `insert into audit_entry (organ, at, recorded_at, actor, act, outcome, facts)
          select $1, '2026-01-20T16:59', now(), '{}', 'many', 'done', '{}' from generate_series(1, $2)`,
        [organ, entries],
      );
      await sealAll(organ, isLast);
    };
    await pass(0, 2);
    await pass(59, 5);
    await pass(1, 0);
    expect(await numbers()).toEqual([2, 7]);
    await pass(600, 0, true);
    await pass(0, 2_500);
    await pass(0, 10);
    expect(await numbers()).toEqual([2, 7, 1_007, 2_007]);
    await pass(0, 0, true);
    expect(await numbers()).toEqual([2, 7, 1_007, 2_007, 2_517]);
    const lines = await linesOf(organ);
    expect(lines.map((line) => JSON.parse(line).checkpoint.previous)).toEqual([zeros, ...lines.slice(0, -1).map(sha)]);
  });

  test('leaves an entry alone while an older transaction runs, and leaves out and doubles none among concurrent commits', async () => {
    const [organ, { seal, sealAll }] = [newOrgan(), sealing()];
    const slow = await database.application.startTransaction().execute();
    await sql`select set_config('tokumei.organ', ${organ}, true)`.execute(slow);
    await sql`insert into audit_entry (organ, at, recorded_at, actor, act, outcome, facts)
      values (${organ}, '', now(), '{}', 'slow', 'done', '{}')`.execute(slow);
    await enter(organ, 'quick');
    await seal(organ, false);
    expect(await chainOf(organ)).toEqual([]);
    await slow.commit().execute();

    let isBusy = true;
    const sealed = (async () => {
      while (isBusy) await seal(organ, false);
    })();
    const worker = async (name: number) => {
      for (let at = 0; at < 40; at += 1) {
        await enter(organ, `w${name}-${at}`);
        if (at % 7 === name) await enter(newOrgan(), 'elsewhere');
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(worker));
    isBusy = false;
    await sealed;
    await sealAll(organ, false);
    const acts = (await chainOf(organ)).map(({ act }) => act);
    expect(acts.slice(0, 2)).toEqual(['slow', 'quick']);
    expect(new Set(acts).size).toBe(242);
    for (const name of [0, 1, 2, 3, 4, 5])
      expect(acts.filter((act) => act.startsWith(`w${name}-`))).toEqual(
        Array.from({ length: 40 }, (_, at) => `w${name}-${at}`),
      );
    expect((await chainOf(organ)).map(({ number }) => Number(number))).toEqual(acts.map((_, at) => at + 1));
  });

  test('of two sealers at one moment none chains an entry twice', async () => {
    const [organ, one, other] = [newOrgan(), sealing(), sealing()];
    for (let at = 0; at < 30; at += 1) {
      await enter(organ, `e${at}`);
      await Promise.allSettled([one.seal(organ, false), other.seal(organ, false)]);
    }
    await one.sealAll(organ, false);
    expect((await chainOf(organ)).map(({ act }) => act)).toEqual(Array.from({ length: 30 }, (_, at) => `e${at}`));
  });

  test('goes on after a restart where it was, and takes entries whose transactions another server numbered', async () => {
    const [organ, folder] = [newOrgan(), newFolder()];
    await enter(organ, 'one');
    await sealing(folder).sealAll(organ, false);
    await database.owner.query(
      `insert into audit_entry (organ, transaction, at, recorded_at, actor, act, outcome, facts)
        values ($1, '9000000000', '', now(), '{}', 'restored', 'done', '{}')`,
      [organ],
    );
    await enter(organ, 'three');
    const again = sealing(folder);
    await again.sealAll(organ, false);
    await enter(organ, 'four');
    await again.sealAll(organ, false);
    expect((await chainOf(organ)).map(({ act }) => act)).toEqual(['one', 'restored', 'three', 'four']);
  });

  test('writes to the file what a killed program could not, and takes away the half line that it left', async () => {
    const [organ, folder] = [newOrgan(), newFolder()];
    const { sealAll, file } = sealing(folder);
    await enter(organ, 'one');
    await sealAll(organ, true);
    await enter(organ, 'two');
    await sealAll(organ, true);
    const whole = readFileSync(file, 'utf8');
    expect(whole.split('\n')).toHaveLength(3);
    for (const left of [0, 10, whole.indexOf('\n') + 1, whole.length - 1]) {
      writeFileSync(file, whole.slice(0, left));
      await sealing(folder).sealAll(organ, false);
      expect(readFileSync(file, 'utf8')).toBe(whole);
    }
  });
});

describe('a database that is older than the checkpoints outside it', () => {
  /** The chain of `organ` as it was after its first entry. */
  const setBack = (organ: OrganId) =>
    database.owner.query(
      `delete from audit_checkpoint where organ = '${organ}' and number > 1;
        delete from audit_chain where organ = '${organ}' and number > 1;
        delete from audit_entry where organ = '${organ}' and position not in (select position from audit_chain)`,
    );

  test('is told, and nothing is chained any more, neither by the living sealer nor after a restart', async () => {
    const [organ, other, folder] = [newOrgan(), newOrgan(), newFolder()];
    const { seal, sealAll, file } = sealing(folder);
    for (const act of ['one', 'two', 'three']) {
      await enter(organ, act);
      await sealAll(organ, true);
    }
    await setBack(organ);
    const before = readFileSync(file, 'utf8');
    await enter(organ, 'after the restore');
    await expect(seal(organ, true)).rejects.toThrow(ChainDiffers);
    const reported: string[] = [];
    const sealer = createSealer({
      db: database.application,
      organs: [organ, other],
      clock: { real: () => new Date() },
      folder,
      alarm: ({ organ: of, state: { state }, file: at }) => reported.push(`${of} ${state} ${at === file}`),
    });
    await enter(other, 'elsewhere');
    await sealer.start();
    while ((await chainOf(other)).length === 0) await wait(20);
    await sealer.stop();
    expect(sealer.state(organ)).toMatchObject({ state: 'differs', number: 1, outside: { number: 3 } });
    expect(sealer.state(other)).toEqual({ state: 'sealing' });
    expect(reported).toEqual([`${organ} differs true`]);
    expect(await chainOf(organ)).toHaveLength(1);
    expect(await chainOf(other)).toHaveLength(1);
    expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
  });

  test('a file that cannot be read is told by its line, and nothing is chained until it is put right', async () => {
    const [organ, folder] = [newOrgan(), newFolder()];
    const { sealAll, file } = sealing(folder);
    await enter(organ, 'one');
    await sealAll(organ, true);
    const whole = readFileSync(file, 'utf8');
    appendFileSync(file, '{"checkpoint":{}}\n');
    await enter(organ, 'two');
    await expect(sealing(folder).seal(organ, true)).rejects.toThrow('2 行目');
    expect(await chainOf(organ)).toHaveLength(1);
    writeFileSync(file, whole);
    await sealing(folder).sealAll(organ, true);
    expect(await chainOf(organ)).toHaveLength(2);
  });
});

test('the running sealer chains what is entered by itself, and signs all of it when it is stopped', async () => {
  const [organ, folder] = [newOrgan(), newFolder()];
  const sealer = createSealer({
    db: database.application,
    organs: [organ],
    clock: { real: () => new Date() },
    folder,
    alarm: ({ error }) => expect(error).toBeNull(),
  });
  await sealer.start();
  await enter(organ, 'one');
  while ((await chainOf(organ)).length === 0) await wait(20);
  await enter(organ, 'two');
  while ((await chainOf(organ)).length === 1) await wait(20);
  await sealer.stop();
  const [last] = (await linesOf(organ)).slice(-1);
  expect(JSON.parse(last ?? '{}').checkpoint).toMatchObject({ organ, number: 2 });
});
