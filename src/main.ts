import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { ScenarioParts } from './app/scenario/runScenario.ts';
import type { Command, Io } from './cli/command.ts';
import { type CommandName, usages } from './cli/usages.ts';
import { writeOut } from './cli/writeOut.ts';
import type { ReadDatabase } from './engine/index.ts';

// The second start finds its code compiled; where the folder can't be written, it is compiled again each time.
enableCompileCache(join(import.meta.dirname, '..', '.tokumei', 'compiled'));

/** Every command, loaded only when it is called. */
const commands: Record<CommandName, () => Promise<Command>> = {
  anonymize: async () => (await import('./cli/anonymize.ts')).anonymizeCommand(await areas(), readDatabase),
  audit: async () => (await import('./cli/audit.ts')).auditCommand(openAudit),
  backup: async () => (await import('./cli/backup.ts')).createBackup((await import('./server.ts')).backUpInstallation),
  bundle: async () => {
    const { writeBundle } = await import('./adapters/bundle/writeBundle.ts');
    return (await import('./cli/bundle.ts')).createBundle((order) =>
      writeBundle(join(import.meta.dirname, '..'), order),
    );
  },
  hierarchy: async () => (await import('./cli/hierarchy.ts')).hierarchyCommand(await areas()),
  init: async () => (await import('./cli/init.ts')).createInit((await import('./server.ts')).initializeProduction),
  package: async () => (await import('./cli/package.ts')).packageCommand,
  profile: async () => (await import('./cli/profile.ts')).profileCommand,
  restore: async () =>
    (await import('./cli/restore.ts')).createRestore(
      (await import('./server.ts')).restoreInstallation,
      (await import('./server.ts')).checkBackupFile,
    ),
  rules: async () => (await import('./cli/rules.ts')).rulesCommand(await shippedRules()),
  scenario: async () => (await import('./cli/scenario.ts')).scenarioCommand(await scenarioSystems()),
  start: async () => (await import('./cli/start.ts')).createStart((await import('./server.ts')).openService),
  verify: async () => (await import('./cli/verify.ts')).verifyCommand(await areas(), readDatabase),
};

/** The audit log of the installation that the environment names; the driver is loaded when it is exported. */
async function openAudit() {
  const [{ readConfig }, { openAuditSource }] = await Promise.all([
    import('./config.ts'),
    import('./adapters/postgres/openAuditSource.ts'),
  ]);
  return openAuditSource(readConfig(process.env));
}

/** The reader of the tables of municipalities and towns. */
const areas = async () => (await import('./adapters/areas/japaneseAreas.ts')).japaneseAreas;

/** Reads tables of the database that the environment names; the driver is loaded when a recipe asks for one. */
const readDatabase: ReadDatabase = async (table) => {
  const { databaseReader } = await import('./adapters/postgres/databaseReader.ts');
  return databaseReader(process.env.SOURCE_DATABASE_URL ?? null)(table);
};

/** The rules as shipped: they answer, not an installation's settings. */
async function shippedRules() {
  const [{ loadProfiles }, { japaneseHolidays }] = await Promise.all([
    import('./adapters/profiles/loadProfiles.ts'),
    import('./adapters/calendar/japaneseHolidays.ts'),
  ]);
  return { profiles: loadProfiles(join(import.meta.dirname, '..', 'profiles')), holidays: japaneseHolidays() };
}

/** Fresh systems for scenarios: everything in memory, on the shipped profiles, with a clock that the scenario sets. */
async function scenarioSystems(): Promise<() => ScenarioParts> {
  const [{ createMemorySystem }, { createRuleBook }, { ruleCheck }, { profiles }] = await Promise.all([
    import('./adapters/memory/memorySystem.ts'),
    import('./app/ruleBook.ts'),
    import('./adapters/profiles/ruleCheck.ts'),
    shippedRules(),
  ]);
  const rules = createRuleBook(profiles, ruleCheck);
  return () => createMemorySystem(rules);
}

/** Commands of the engine, whose unfinished work is removed when they are told to end. */
const worksOnDisk = new Set(['anonymize', 'hierarchy', 'profile', 'verify']);
const ending = async (command: Command) => (await import('./cli/endOnSignal.ts')).endOnSignal(command);

const io: Io = {
  out: (text) => writeOut(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  input: () => process.stdin,
};

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
const isHelp = (word: string) => word === '--help' || word === '-h';

/** Every command in a line. */
const overview = () => Object.entries(usages).map(([name, { summary }]) => `  tokumei ${name.padEnd(10)} ${summary}`);

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === 'help' || isHelp(name)) {
    for (const line of ['命令:', ...overview(), '使い方: tokumei 命令 --help']) io.out(line);
    return 0;
  }
  if (!isCommand(name)) {
    const problem = name === '' ? '命令を書いてください。' : `「${name}」という命令はありません。`;
    io.error([`${problem}使える命令:`, ...overview()].join('\n'));
    return 2;
  }
  if (args.some(isHelp)) {
    io.out(usages[name].usage);
    return 0;
  }
  const command = await commands[name]();
  return (worksOnDisk.has(name) ? await ending(command) : command)(args, io);
}

process.channel?.unref();
// A server goes on when nobody reads its words any more.
for (const words of [process.stdout, process.stderr]) words.on('error', () => undefined);
process.exitCode = await main(process.argv.slice(2));
