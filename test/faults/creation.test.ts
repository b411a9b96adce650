import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { encode } from 'iconv-lite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBackup } from '../../src/adapters/backup/openBackup.ts';
import { writeBackup } from '../../src/adapters/backup/writeBackup.ts';
import { createMemorySystem } from '../../src/adapters/memory/memorySystem.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { embeddedServer } from '../../src/adapters/postgres/embedded/embeddedServer.ts';
import { createPostgresEventStore } from '../../src/adapters/postgres/postgresEventStore.ts';
import { createReleaseVault } from '../../src/adapters/vault/createReleaseVault.ts';
import { generateAfterSchoolCare } from '../../src/app/demonstration/generateAfterSchoolCare.ts';
import type { ReleaseState } from '../../src/core/release/state.ts';
import type { OrganId } from '../../src/core/role.ts';
import { orderOf } from '../support/installations.ts';
import { ruleBook } from '../support/shippedRules.ts';

// Whole programs start, are killed and end here; a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const organ = 'kumamoto' as OrganId;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokumei-creation-kill-'));
  await mkdir(join(folder, 'temporary'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the program, kills it in the step that is named, and answers all that it said. */
async function run(killIn: string): Promise<string> {
  const script = join(import.meta.dirname, 'creationWorker.ts');
  const program = spawn(process.execPath, [script, folder, killIn], {
    env: { ...process.env, TMPDIR: join(folder, 'temporary') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const note = (line: string) => {
    said.push(line);
    if (killIn !== '' && line.startsWith(`step ${killIn}`)) program.kill('SIGKILL');
  };
  createInterface({ input: program.stdout }).on('line', note);
  createInterface({ input: program.stderr }).on('line', note);
  await new Promise((done) => program.once('close', done));
  return said.join('\n');
}

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Files under the data folder that hold one of these, whatever they are: database, log ahead, temporary, spilled. */
const holding = (needles: readonly Buffer[]): string[] =>
  filesIn(folder).filter((file) => {
    const content = readFileSync(file);
    return needles.some((needle) => content.includes(needle));
  });

/** What stands in rows all over the source, as it is written there and as a database would write it. */
function samples(): Buffer[] {
  const lines = new TextDecoder('shift_jis').decode(generateAfterSchoolCare(12_000)).split('\r\n');
  const people = [3, 2_500, 7_777, 11_999].map((row) => (lines[row] ?? '').split(','));
  const telling = people.flatMap(([, name = '', address = '', , , , number = '', account = '']) => [
    name,
    address,
    number,
    account,
  ]);
  return telling.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(encode(text, 'cp932')),
    Buffer.from(text, 'utf16le'),
  ]);
}

test('STP-18, trust: a worker killed in every step of a creation does it again, records it once and leaves nothing plain', async () => {
  for (const step of ['import', 'search', 'verify']) {
    const said = await run(step);
    expect(said).toContain(`step ${step}`);
    expect(said).not.toContain('created');
  }
  expect(await run('')).toMatch(/step write 11714\nstep verify 11714\nstep report 11714\ncreated$/);

  const database = await openDatabase(embeddedServer(folder), () => undefined);
  const system = createMemorySystem(ruleBook);
  const events = createPostgresEventStore(database.application, system.clock);
  const stream = { kind: 'release', id: 'p-1' } as const;
  const types = (await events.read(organ, stream)).map(({ type }) => type);
  expect(types.filter((type) => type === 'dataCreated')).toHaveLength(1);
  const release = (await events.state(organ, stream))?.state as ReleaseState;
  const jobs = await database.owner.query('select from graphile_worker._private_jobs');
  expect(jobs.rowCount).toBe(0);
  await database.owner.query('checkpoint');
  await database.owner.query(`insert into installation (mode, began_at) values ('production', now())`);
  const archive = join(folder, '..', `${basename(folder)}.tar`);
  const order = orderOf(archive);
  const source = { server: embeddedServer(folder), dataFolder: folder, program: '0', now: new Date() };
  await writeBackup({ ...source, enter: async () => undefined }, order);
  const backup = await openBackup(archive, order.onProgress, order.signal);
  const tables = await Promise.all(
    [...backup.manifest.tables, backup.manifest.jobs].map(async (table) => [
      table.name,
      await buffer(backup.rows(table)),
    ]),
  );
  const backedUp = new Map([['archive', readFileSync(archive)], ...tables] as [string, Buffer][]);
  await backup.close();
  await rm(archive);
  await database.close();

  const vault = await createReleaseVault(folder);
  const ref = { organ, release: 'p-1' };
  const kept = [release.source, release.recipe, release.creation?.output, release.creation?.report];
  for (const file of kept) expect((await vault.get(ref, file?.digest ?? '')).length).toBe(file?.bytes);
  expect(filesIn(join(folder, 'work'))).toEqual([]);
  const papers = filesIn(join(folder, 'files')).map((file) => readFileSync(file).subarray(0, 5).toString('latin1'));
  expect(papers.length).toBeGreaterThan(10);
  expect(papers.filter((start) => !/^(?:%PDF-|PK|\[|\{)/.test(start))).toEqual([]);

  expect(filesIn(folder).length).toBeGreaterThan(500);
  const plain = Buffer.from(await vault.get(ref, release.source?.digest ?? ''));
  expect(samples().filter((sample) => plain.includes(sample)).length).toBeGreaterThanOrEqual(samples().length / 3);
  expect(holding(samples())).toEqual([]);
  const keyFiles = filesIn(join(folder, 'keys', 'releases'));
  expect(keyFiles).toHaveLength(1);
  const key = readFileSync(keyFiles[0] ?? '');
  const written = [key, ...['hex', 'base64'].map((how) => Buffer.from(key.toString(how as BufferEncoding)))];
  expect(holding(written)).toEqual(keyFiles);
  expect(backedUp.get('event')?.length).toBeGreaterThan(10_000);
  const found = [...backedUp].filter(([, bytes]) =>
    [...samples(), ...written].some((needle) => bytes.includes(needle)),
  );
  expect(found.map(([name]) => name)).toEqual([]);
  await vault.destroyKey(ref);
  expect(holding(written)).toEqual([]);
});
