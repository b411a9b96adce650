import { fileURLToPath } from 'node:url';
import type { Command, Io } from './cli/command.ts';

/** The shipped profiles, beside src/ and dist/ alike. */
const profiles = fileURLToPath(new URL('../profiles', import.meta.url));

/** Every command, loaded only when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  anonymize: async () => (await import('./cli/anonymize.ts')).anonymizeCommand,
  init: async () => (await import('./cli/init.ts')).createInit((await import('./server.ts')).initializeProduction),
  start: async () => (await import('./cli/start.ts')).createStart((await import('./server.ts')).openService),
  package: async () => (await import('./cli/package.ts')).packageCommand,
  rules: async () => {
    const [{ rulesCommand }, { loadProfiles }, { japaneseHolidays }] = await Promise.all([
      import('./cli/rules.ts'),
      import('./adapters/profiles/loadProfiles.ts'),
      import('./adapters/calendar/japaneseHolidays.ts'),
    ]);
    return rulesCommand({ profiles: loadProfiles(profiles), holidays: japaneseHolidays() });
  },
  verify: async () => (await import('./cli/verify.ts')).verifyCommand,
};

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
