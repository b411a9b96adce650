import { readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  backUp,
  createKeptSystem,
  newFolder,
  orderOf,
  placeOf,
  serverOf,
} from '../../../test/support/installations.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { exportLines } from '../../app/audit/exportLines.ts';
import { enterBackup, enterRestore } from '../../app/audit/installationActs.ts';
import { type Known, verifyAudit } from '../../app/audit/verifyAudit.ts';
import type { OrganId } from '../../core/role.ts';
import { createOrganSealing } from '../audit/organSealing.ts';
import { realClock } from '../clock/realClock.ts';
import { createPostgresAuditLog } from '../postgres/postgresAuditLog.ts';
import { createPostgresEventStore } from '../postgres/postgresEventStore.ts';
import { ChainDiffers } from '../postgres/sealEntries.ts';
import { restoreBackup } from './restoreBackup.ts';
import { writeBackup } from './writeBackup.ts';

const organ = 'kumamoto' as OrganId;
let folder: string;
const databases: TestDatabase[] = [];
const place = (...names: string[]) => join(folder, ...names);

/** A database with its data folder, as an installation has them. */
interface Home {
  readonly database: TestDatabase;
  readonly data: string;
}

async function newHome(name: string, begin: 'migrated' | 'bare'): Promise<Home> {
  const database = await createTestDatabase(begin);
  databases.push(database);
  return { database, data: place(name) };
}

/** Enters acts and lets the sealer chain and sign what waits. */
async function work({ database, data }: Home, acts: readonly string[]): Promise<void> {
  const { events, clock } = await createKeptSystem(database, data);
  for (const act of acts)
    await events.audit(organ, { person: 'p', role: 'auditor', organ }, '2026-01-20T09:00', {
      act,
      outcome: 'read',
      stream: null,
      facts: {},
    });
  const sealing = createOrganSealing({ db: database.application, clock, folder: data });
  const log = createPostgresAuditLog(database.application);
  // An entry waits for every older transaction of the server, those of other tests as well.
  for (let isChained = false; !isChained; ) {
    await sealing.seal(organ, true);
    const { entries, head } = await log.status(organ);
    isChained = head.number === entries;
  }
}

async function restored(name: string): Promise<Home> {
  const home = await newHome(name, 'bare');
  await restoreBackup(placeOf(serverOf(home.database), home.data), orderOf(place('b.tar'), place('keys.json')));
  return home;
}

async function verified({ database }: Home, since: Known['since'] = new Map()) {
  const log = createPostgresAuditLog(database.application);
  async function* lines() {
    let number = 0;
    for await (const text of exportLines(log, [organ], new Date())) {
      number += 1;
      yield { number, text };
    }
  }
  const { verdict, fault } = await verifyAudit(lines(), { keys: null, since });
  return { verdict, fault: fault?.fault ?? null };
}

const lastLink = async ({ database }: Home) => {
  const { head } = await createPostgresAuditLog(database.application).status(organ);
  return new Map([[organ, new Map([[head.number, head.hash]])]]);
};

let source: Home;
beforeAll(async () => {
  folder = await newFolder();
  source = await newHome('source', 'migrated');
  await source.database.owner.query(`insert into installation (mode, began_at) values ('production', now())`);
  await work(source, ['one', 'two', 'three']);
  const { events } = await createKeptSystem(source.database, source.data);
  for (const act of ['not', 'chained'])
    await events.audit(organ, { person: 'p', role: 'auditor', organ }, '2026-01-20T09:00', {
      act,
      outcome: 'read',
      stream: null,
      facts: {},
    });
  // As a server would have numbered it that has done far more than the one to which it is brought.
  await source.database.owner.query(`update audit_entry set transaction = '99999999999' where act = 'chained'`);
  await backUp(source.database, source.data, orderOf(place('b.tar'), place('keys.json')));
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await rm(folder, { recursive: true });
});

test('trust: the chain of the audit log is brought back with its checkpoints and goes on, what was not chained yet included', async () => {
  const before = await lastLink(source);
  const home = await restored('again');
  expect(readFileSync(join(home.data, 'audit', 'checkpoints.jsonl'))).toEqual(
    readFileSync(join(source.data, 'audit', 'checkpoints.jsonl')),
  );
  await work(home, ['four']);
  expect(await verified(home, before)).toEqual({ verdict: 'intact', fault: null });
  const { rows } = await home.database.owner.query(
    'select act from audit_chain join audit_entry using (organ, position) order by number',
  );
  expect(rows.map(({ act }) => act)).toEqual(['one', 'two', 'three', 'not', 'chained', 'four']);
});

test('trust: every organ finds in its log that everything was copied, and that it was brought back, by which backup', async () => {
  const organs = [organ, 'yokohama' as OrganId];
  const logs = ({ application }: TestDatabase) => ({
    events: createPostgresEventStore(application, realClock),
    clock: realClock,
    organs,
  });
  const acts = async ({ owner }: TestDatabase) =>
    (
      await owner.query(`select organ, act, facts ->> 'manifest' as manifest, facts ->> 'by' <> '' as by from audit_entry
        where act in ('backUp', 'restoreBackup') order by position`)
    ).rows;
  const { manifest } = await writeBackup(
    {
      server: serverOf(source.database),
      dataFolder: source.data,
      program: '0.0.0',
      now: realClock.real(),
      enter: (_, backup) => enterBackup(logs(source.database), backup),
    },
    orderOf(place('entered.tar')),
  );
  const entered = (act: string) => organs.map((one) => ({ organ: one, act, manifest, by: true }));
  expect(await acts(source.database)).toEqual(entered('backUp'));
  const home = await newHome('entered', 'bare');
  const report = await restoreBackup(
    {
      ...placeOf(serverOf(home.database), home.data),
      enter: (_, backup) => enterRestore(logs(home.database), backup),
    },
    orderOf(place('entered.tar')),
  );
  expect(report.manifest).toBe(manifest);
  expect(await acts(home.database)).toEqual(entered('restoreBackup'));
});

test('trust: a restore of an older backup is found by who noted a later checkpoint, and by the checkpoints beside it', async () => {
  await work(source, ['after the backup']);
  const noted = await lastLink(source);
  const home = await restored('older');
  expect(await verified(home)).toMatchObject({ verdict: 'intact' });
  expect(await verified(home, noted)).toMatchObject({ verdict: 'failed' });
  await cp(join(source.data, 'audit'), join(home.data, 'audit'), { recursive: true });
  await expect(work(home, ['four'])).rejects.toBeInstanceOf(ChainDiffers);
});
