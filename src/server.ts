import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { openDemonstrationClock } from './adapters/clock/demonstrationClock.ts';
import { realClock } from './adapters/clock/realClock.ts';
import { createFileStore } from './adapters/files/createFileStore.ts';
import { prepareDataFolder } from './adapters/files/prepareDataFolder.ts';
import { createIdentity } from './adapters/identity/createIdentity.ts';
import { startWorker } from './adapters/jobs/startWorker.ts';
import { type Database, openDatabase } from './adapters/postgres/database.ts';
import { externalServer } from './adapters/postgres/databaseServer.ts';
import { embeddedServer } from './adapters/postgres/embedded/embeddedServer.ts';
import { aheadIn, establishMode, hasAccounts, type Mode, seedingIn } from './adapters/postgres/installation.ts';
import { createPostgresAccountStore } from './adapters/postgres/postgresAccountStore.ts';
import { createPostgresEventStore } from './adapters/postgres/postgresEventStore.ts';
import { loadProfiles } from './adapters/profiles/loadProfiles.ts';
import { demonstrationPassword } from './app/demonstration/seedAccounts.ts';
import { seedDemonstration } from './app/demonstration/seedDemonstration.ts';
import { seeders } from './app/demonstration/seeders.ts';
import { CannotStart } from './app/ports/cannotStart.ts';
import type { Service } from './cli/service.ts';
import { type Config, readConfig } from './config.ts';

const root = join(import.meta.dirname, '..');

/** Opens the database of the settings; an empty one is given a mode. */
async function openInstallation(config: Config, wanted: Mode, onTaken: () => void) {
  const folder = prepareDataFolder(config.dataFolder);
  const server = config.databaseUrl ? externalServer(config.databaseUrl) : embeddedServer(folder);
  const database = await openDatabase(server, onTaken);
  return whileOpen(database, async () => ({
    database,
    mode: await establishMode(database.owner, wanted, realClock.real()),
  }));
}

/** Closes what was opened if the next step fails. */
async function whileOpen<Result>({ close }: Pick<Database, 'close'>, next: () => Promise<Result>): Promise<Result> {
  try {
    return await next();
  } catch (error) {
    await close();
    throw error;
  }
}

/** The parts of the program on an open installation. */
async function assemble(config: Config, { database, mode }: { readonly database: Database; readonly mode: Mode }) {
  const { application } = database;
  const demonstration = mode === 'demonstration' ? await openDemonstrationClock(aheadIn(application)) : null;
  const clock = demonstration ?? realClock;
  const parts = {
    clock,
    events: createPostgresEventStore(application, clock),
    files: await createFileStore(join(resolve(config.dataFolder), 'files')),
    identity: createIdentity(createPostgresAccountStore(application), clock),
    organs: loadProfiles(join(root, 'profiles')).map(({ organ }) => organ),
  };
  if (demonstration) await seedDemonstration(seeders, { ...parts, clock: demonstration }, seedingIn(application));
  return parts;
}

function addressOf({ host, port }: Config, server: Server | null): string {
  const bound = server?.address();
  const actual = typeof bound === 'object' && bound ? bound.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `ポート ${port} は別のプログラムが使っています。PORT=${port + 1} のように、別のポートを指定してください。`,
    EACCES: `ポート ${port} を使う権限がありません。PORT=3000 のように、1024 以上のポートを指定してください。`,
    EADDRNOTAVAIL: `この機械に HOST「${host}」というアドレスはありません。`,
    ENOTFOUND: `HOST「${host}」という名前の機械は見つかりません。`,
  };
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new CannotStart(
          reasons[error.code ?? ''] ?? `HOST=${host} PORT=${port} で待ち受けられません: ${error.message}`,
        ),
      ),
    );
    server.listen(port, host, done);
  });
}

/** Lets requests that run come to their end, ten seconds at most. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(cut);
}

/**
 * Opens the installation, the worker and the web.
 * @throws CannotStart when a setting, the database or the port cannot be used.
 */
export async function openService(): Promise<Service> {
  const config = readConfig(process.env);
  const taken = Promise.withResolvers<string>();
  const installation = await openInstallation(config, 'demonstration', () =>
    taken.resolve('別のプログラムがデータベースを使い始めたため、終了します。'),
  );
  const { database, mode } = installation;
  return whileOpen(database, async () => {
    const parts = await assemble(config, installation);
    const web = new Hono().get('/healthz', (c) => c.json({ ok: true }));
    const server = createAdaptorServer({ fetch: web.fetch }) as Server;
    await listen(server, config);
    const worker = startWorker(database.owner, {});
    return {
      address: addressOf(config, server),
      demonstration:
        mode === 'demonstration'
          ? {
              password: demonstrationPassword,
              accounts: (await Promise.all(parts.organs.map((organ) => parts.identity.accounts(organ)))).flat(),
            }
          : null,
      broken: taken.promise,
      async close() {
        await drain(server);
        await worker.stop();
        await database.close();
      },
    };
  });
}

/**
 * Makes an empty installation of production, or a new link for one whose link was not used.
 * @returns the one-time link of the first administrator
 * @throws CannotStart when there is an installation already.
 */
export async function initializeProduction(): Promise<string> {
  const config = readConfig(process.env);
  const { database, mode } = await openInstallation(config, 'production', () => undefined);
  try {
    if (mode === 'demonstration')
      throw new CannotStart(
        'ここには実演用のデータがあり、本番用に変えることはできません。DATA_DIR (または DATABASE_URL) に空の場所を指定してください。',
      );
    if (await hasAccounts(database.owner))
      throw new CannotStart(
        'ここには本番用のデータがあり、管理者も登録されています。「tokumei start」で起動してください。',
      );
    const identity = createIdentity(createPostgresAccountStore(database.application), realClock);
    return `${addressOf(config, null)}/setup/${await identity.issueSetupToken()}`;
  } finally {
    await database.close();
  }
}
