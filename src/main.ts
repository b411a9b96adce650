import type { ScenarioParts } from './app/scenario/runScenario.ts';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Command, Io } from './cli/command.ts';

/** The shipped profiles, beside src/ and dist/ alike. */
const profiles = fileURLToPath(new URL('../profiles', import.meta.url));

/** Every command, loaded only when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  anonymize: async () => (await import('./cli/anonymize.ts')).anonymizeCommand,
  init: async () => (await import('./cli/init.ts')).createInit((await import('./server.ts')).initializeProduction),
  start: async () => (await import('./cli/start.ts')).createStart((await import('./server.ts')).openService),
  package: async () => (await import('./cli/package.ts')).packageCommand,
      import('./adapters/calendar/japaneseHolidays.ts'),
      import('./adapters/profiles/loadProfiles.ts'),
      import('./cli/rules.ts'),
    ]);
    const [{ rulesCommand }, { loadProfiles }, { japaneseHolidays }] = await Promise.all([
    return rulesCommand({ profiles: loadProfiles(profiles), holidays: japaneseHolidays() });
  rules: async () => {
  scenario: async () => (await import('./cli/scenario.ts')).scenarioCommand(await scenarioSystems()),
  verify: async () => (await import('./cli/verify.ts')).verifyCommand,
  },
};

/** Fresh systems for scenarios: everything in memory, on the shipped profiles, with a clock that the scenario sets. */
async function scenarioSystems(): Promise<() => ScenarioParts> {
  const [
    { createMemoryClock },
    { createMemoryEventStore },
    { createMemoryFileStore },
    { loadProfiles },
    { createRuleBook },
  ] = await Promise.all([
    import('./adapters/memory/memoryClock.ts'),
    import('./adapters/memory/memoryEventStore.ts'),
    import('./adapters/memory/memoryFileStore.ts'),
    import('./adapters/profiles/loadProfiles.ts'),
    import('./app/ruleBook.ts'),
  ]);
  const rules = createRuleBook(loadProfiles(join(import.meta.dirname, '..', 'profiles')));
  return () => {
    const clock = createMemoryClock('2025-04-01T00:00');
    return { clock, rules, events: createMemoryEventStore(clock), files: createMemoryFileStore() };
  };
}

const io: Io = {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  input: () => process.stdin,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    io.error(`「${name}」という命令はありません。使える命令: ${Object.keys(commands).join('、')}`);
    return 2;
  }
  return (await load())(args, io);
}

process.channel?.unref();
process.exitCode = await main(process.argv.slice(2));
