import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createEngineAnonymizer } from './adapters/anonymizer/engineAnonymizer.ts';
import { createSealer, type SealerAlarm } from './adapters/audit/createSealer.ts';
import { checkBackup } from './adapters/backup/checkBackup.ts';
import { restoreBackup } from './adapters/backup/restoreBackup.ts';
import { settleRestore } from './adapters/backup/restoreTarget.ts';
import { writeBackup } from './adapters/backup/writeBackup.ts';
import { japaneseHolidays } from './adapters/calendar/japaneseHolidays.ts';
import { openDemonstrationClock } from './adapters/clock/demonstrationClock.ts';
import { realClock } from './adapters/clock/realClock.ts';
import { createFileStore } from './adapters/files/createFileStore.ts';
import { prepareDataFolder } from './adapters/files/prepareDataFolder.ts';
import { addressOf, serveHttp } from './adapters/http/serveHttp.ts';
import { createIdentity } from './adapters/identity/createIdentity.ts';
import { repeat } from './adapters/jobs/repeat.ts';
import { startWorker } from './adapters/jobs/startWorker.ts';
import { createOrganKeyFiles } from './adapters/keys/organKeyFiles.ts';
import { createMemoryProgress } from './adapters/memory/memoryProgress.ts';
import { type Database, openDatabase } from './adapters/postgres/database.ts';
import { stopIfUnused } from './adapters/postgres/databaseLock.ts';
import { type DatabaseServer, externalServer } from './adapters/postgres/databaseServer.ts';
import { embeddedServer } from './adapters/postgres/embedded/embeddedServer.ts';
import { aheadIn, establishMode, hasAccounts, type Mode, seedingIn } from './adapters/postgres/installation.ts';
import { createPostgresAccountStore } from './adapters/postgres/postgresAccountStore.ts';
import { createPostgresAuditLog } from './adapters/postgres/postgresAuditLog.ts';
import { createPostgresDraftStore } from './adapters/postgres/postgresDraftStore.ts';
import { createPostgresEventStore } from './adapters/postgres/postgresEventStore.ts';
import { createPrinter } from './adapters/printer/createPrinter.ts';
import { loadProfiles } from './adapters/profiles/loadProfiles.ts';
import { ruleCheck } from './adapters/profiles/ruleCheck.ts';
import { createReleaseVault } from './adapters/vault/createReleaseVault.ts';
import { enterBackup, enterRestore } from './app/audit/installationActs.ts';
import { sealerWarning } from './app/audit/sealerWarning.ts';
import { countCommits } from './app/countCommits.ts';
import { demonstrationPassword } from './app/demonstration/seedAccounts.ts';
import { seedDemonstration } from './app/demonstration/seedDemonstration.ts';
import type { Seeding } from './app/demonstration/seeder.ts';
import { seeders } from './app/demonstration/seeders.ts';
import { createInstallationRules } from './app/installationRules.ts';
import type { Parts } from './app/parts.ts';
import type { BackupCheck, BackupOrder, BackupReport, RestoreReport } from './app/ports/backups.ts';
import { CannotStart } from './app/ports/cannotStart.ts';
import type { SettableClock } from './app/ports/clock.ts';
import type { EventStore } from './app/ports/eventStore.ts';
import type { Tasks } from './app/ports/tasks.ts';
import { Unavailable } from './app/ports/unavailable.ts';
import { renewStates } from './app/renewStates.ts';
import { createRuleBook } from './app/ruleBook.ts';
import { runClock } from './app/runClock.ts';
import { runJob, tasks } from './app/runJob.ts';
import type { Service } from './cli/service.ts';
import { type Config, readConfig } from './config.ts';
import type { OrganId } from './core/role.ts';
import { loadAssets } from './web/assets.ts';
import { createWeb } from './web/web.ts';

const root = join(import.meta.dirname, '..');
/** How often the procedure looks at the clock, in milliseconds. */
const clockRest = 5_000;

interface Installation {
  readonly database: Database;
  readonly mode: Mode;
}

/** Opens the database of the settings; an empty one is given a mode. */
async function openInstallation(config: Config, wanted: Mode, onTaken: () => void): Promise<Installation> {
  const folder = prepareDataFolder(config.dataFolder);
  const database = await openDatabase(serverOf(config), onTaken);
  return whileOpen(database, async () => {
    await settleRestore(folder, database.owner);
    return { database, mode: await establishMode(database.owner, wanted, realClock.real()) };
  });
}

/** The server of the settings; the data folder must be there. */
const serverOf = ({ databaseUrl, dataFolder }: Config): DatabaseServer =>
  databaseUrl ? externalServer(databaseUrl) : embeddedServer(resolve(dataFolder));

/** Closes what was opened if the next step fails. */
async function whileOpen<Result>({ close }: Pick<Database, 'close'>, next: () => Promise<Result>): Promise<Result> {
  try {
    return await next();
  } catch (error) {
    await close();
    throw error;
  }
}

/** What went wrong inside, for who looks after the machine. */
const report = (error: unknown, where: string): void => console.error(`${new Date().toISOString()} ${where}:`, error);

/** States are written anew once by each build of the program: its first file names the others by their contents. */
async function renewAfterChange(events: EventStore, organs: readonly OrganId[], done: Seeding): Promise<void> {
  const program = readFileSync(join(root, 'dist', 'main.js'));
  const name = `states-${createHash('sha256').update(program).digest('hex').slice(0, 16)}`;
  if (await done.isDone(name)) return;
  await renewStates({ events }, organs);
  await done.record(name, realClock.real());
}

const shippedRules = () => createRuleBook(loadProfiles(join(root, 'profiles')), ruleCheck);

/** The parts of the program on an open installation. `settable` is the clock of a demonstration. */
async function assemble({ dataFolder }: Config, { application }: Database, settable: SettableClock | null) {
  const folder = resolve(dataFolder);
  const clock = settable ?? realClock;
  const shipped = shippedRules();
  const { events, rules, load } = createInstallationRules(shipped, createPostgresEventStore(application, clock), clock);
  await renewAfterChange(events, shipped.organs, seedingIn(application));
  await load();
  return {
    clock,
    rules,
    holidays: japaneseHolidays(),
    anonymizer: createEngineAnonymizer(),
    events: countCommits(events),
    files: await createFileStore(join(folder, 'files')),
    keys: createOrganKeyFiles(join(folder, 'keys')),
    vault: await createReleaseVault(folder),
    progress: createMemoryProgress(),
    printer: createPrinter(),
    identity: createIdentity(createPostgresAccountStore(application), clock),
    drafts: createPostgresDraftStore(application),
  };
}

/** Every task, to be tried again when another act came between. */
const workOn = (parts: Parts): Tasks =>
  Object.fromEntries(
    Object.keys(tasks).map((task) => [
      task,
      async (organ, payload) => {
        const done = await runJob(parts, organ, { task, payload });
        if (done?.outcome === 'conflict') throw new Error(`${task} met another act on ${done.stream.kind}`);
      },
    ]),
  );

/** Does what is due by the clock, organ by organ. */
const followClock = (parts: Parts) =>
  repeat(
    async () => {
      for (const organ of parts.rules.organs) await runClock(parts, organ);
    },
    clockRest,
    (error) => report(error, 'clock'),
  );

async function serve(config: Config, { database, mode }: Installation, broken: Promise<string>): Promise<Service> {
  const clock = mode === 'demonstration' ? await openDemonstrationClock(aheadIn(database.application)) : null;
  const parts = await assemble(config, database, clock);
  if (clock) await seedDemonstration(seeders, { ...parts, clock }, seedingIn(database.application));
  const demonstration = clock && { clock, password: demonstrationPassword };
  const { publicOrigin } = config;
  const { organs } = parts.rules;
  const db = database.application;
  const sealer = createSealer({ db, organs, clock: realClock, folder: resolve(config.dataFolder), alarm });
  const audit = createPostgresAuditLog(db);
  const web = createWeb({ ...parts, audit, sealer, demonstration, publicOrigin, assets: loadAssets(root), report });
  const http = await serveHttp(web.fetch, config);
  const worker = startWorker(database.owner, workOn(parts));
  const clockwork = followClock(parts);
  await sealer.start();
  const accounts = await Promise.all(organs.map((organ) => parts.identity.accounts(organ)));
  return {
    address: publicOrigin ?? http.address,
    demonstration: demonstration && { password: demonstration.password, accounts: accounts.flat() },
    broken,
    async close() {
      await http.close();
      await clockwork.stop();
      await worker.stop();
      await parts.printer.stop();
      await sealer.stop();
      await database.close();
    },
  };
}

/** Says that the audit log of an organ is not chained any more; what no one expects is reported with its place. */
function alarm({ organ, state, file, error }: SealerAlarm): void {
  const warning = sealerWarning(state, file);
  if (warning) console.error(`${new Date().toISOString()} ${warning.title} (${organ}): ${warning.text}`);
  if (state.state === 'failing' && !(error instanceof Unavailable)) report(error, `audit ${organ}`);
}

/**
 * Opens the installation, the worker and the web; an empty folder becomes a demonstration.
 * @throws CannotStart when a setting, the database or the port cannot be used.
 */
export async function openService(): Promise<Service> {
  const config = readConfig(process.env);
  const taken = Promise.withResolvers<string>();
  const installation = await openInstallation(config, 'demonstration', () =>
    taken.resolve('別のプログラムがデータベースを使い始めたため、終了します。'),
  );
  return whileOpen(installation.database, () => serve(config, installation, taken.promise));
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
        'ここにはデモンストレーション用のデータがあり、本番用に変えることはできません。DATA_DIR (または DATABASE_URL) に空の場所を指定してください。',
      );
    if (await hasAccounts(database.owner))
      throw new CannotStart(
        'ここには本番用のデータがあり、管理者も登録されています。「tokumei start」で起動してください。',
      );
    const identity = createIdentity(createPostgresAccountStore(database.application), realClock);
    return `${config.publicOrigin ?? addressOf(config)}/setup/${await identity.issueSetupToken()}`;
  } finally {
    await database.close();
  }
}

/** An earlier backup is never written over, and one beside the data would be lost with it. */
function refusePlace(file: string, dataFolder: string): void {
  if (existsSync(file))
    throw new CannotStart(`「${file}」はすでにあります。上書きはしません。別の名前 (日付など) を指定してください。`);
  if (!relative(dataFolder, file).startsWith('..'))
    throw new CannotStart(`「${file}」は DATA_DIR の中です。データと一緒に失われない、別の場所を指定してください。`);
}

/** The audit logs of every organ. */
const logsIn = (application: Database['application']) => ({
  events: createPostgresEventStore(application, realClock),
  clock: realClock,
  organs: shippedRules().organs,
});

/**
 * Writes a backup of the installation of the settings, whether its server runs or not.
 * @throws CannotStart when there is none, or the file cannot be written.
 */
export async function backUpInstallation(order: BackupOrder): Promise<BackupReport> {
  const config = readConfig(process.env);
  const dataFolder = resolve(config.dataFolder);
  for (const file of [order.file, order.keysFile]) if (file !== null) refusePlace(file, dataFolder);
  if (!config.databaseUrl && !existsSync(join(dataFolder, 'postgres', 'PG_VERSION')))
    throw new CannotStart(`「${dataFolder}」には、まだ何もありません。DATA_DIR に、使っている場所を指定してください。`);
  const server = serverOf(config);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  try {
    return await writeBackup(
      {
        server,
        dataFolder,
        program: version,
        now: realClock.real(),
        enter: (application, backup) => enterBackup(logsIn(application), backup),
      },
      order,
    );
  } finally {
    await stopIfUnused(server);
  }
}

/** Looks at all of a backup, by the keys of the installation of the settings if it has any. @throws CannotStart BackupDamaged */
export const checkBackupFile = (order: BackupOrder): Promise<BackupCheck> =>
  checkBackup(resolve(readConfig(process.env).dataFolder), order);

/**
 * Brings a backup back to the empty installation of the settings.
 * @throws CannotStart BackupDamaged
 */
export function restoreInstallation(order: BackupOrder): Promise<RestoreReport> {
  const config = readConfig(process.env);
  return restoreBackup(
    {
      dataFolder: resolve(config.dataFolder),
      server: () => serverOf(config),
      keyDestroyed: 'keyDestroyed',
      renewStates: (application) =>
        renewStates({ events: createPostgresEventStore(application, realClock) }, shippedRules().organs),
      enter: (application, backup) => enterRestore(logsIn(application), backup),
    },
    order,
  );
}
