import { readFile } from 'node:fs/promises';
import { describeCommands } from '../app/fields/describeCommands.ts';
import { readScenario } from '../app/scenario/readScenario.ts';
import { runScenario, type ScenarioParts, type ScenarioReport } from '../app/scenario/runScenario.ts';
import type { Command, Io } from './command.ts';

const usage =
  '使い方: tokumei scenario run ファイル… [--documents フォルダ] [--json] / tokumei scenario commands [--json]';

interface Arguments {
  readonly files: readonly string[];
  readonly json: boolean;
}

/** `tokumei scenario`: plays whole cases from files, each against a fresh system, or lists the commands. */
export const scenarioCommand =
  (freshSystem: () => ScenarioParts): Command =>
  async ([action, ...args], io) => {
    if (action === 'commands') return listCommands(args.includes('--json'), io);
    const read = action === 'run' ? argumentsOf(args) : { error: usage };
    if ('error' in read) {
      io.error(read.error);
      return 2;
    }
    let worst = 0;
    for (const file of read.files) worst = Math.max(worst, await runFile(file, read, freshSystem, io));
    return worst;
  };

function argumentsOf(args: readonly string[]): Arguments | { readonly error: string } {
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json');
  if (unknown) return { error: `「${unknown}」という指定はありません。${usage}` };
  const files = args.filter((arg) => !arg.startsWith('--'));
  return files.length === 0 ? { error: usage } : { files, json: args.includes('--json') };
}

async function runFile(file: string, { json }: Arguments, freshSystem: () => ScenarioParts, io: Io): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: Error) => error);
  if (text instanceof Error) {
    io.error(`${file}: 読めません (${text.message})。`);
    return 2;
  }
  const scenario = readScenario(text);
  if ('errors' in scenario) {
    for (const { message } of scenario.errors) io.error(`${file}: ${message}`);
    return 2;
  }
  const report = await runScenario(scenario.value, freshSystem());
  if (json) io.out(JSON.stringify({ file, title: scenario.value.title, ...report }));
  else printReport(file, scenario.value.title, report, io);
  return printEnd(file, report, io);
}

function printReport(file: string, title: string, { steps }: ScenarioReport, io: Io): void {
  io.out(`${file}: ${title}`);
  for (const step of steps) {
    const what = step.refusal ? `拒否 ${step.refusal.code}` : step.events.map((event) => event.type).join('、');
    io.out(`  ${step.step === 0 ? '前提' : step.step} ${step.at} ${step.as} ${step.do} → ${what}`);
  }
}

function printEnd(file: string, report: ScenarioReport, io: Io): number {
  if (report.outcome === 'asExpected') return 0;
  if (report.outcome === 'unusable') {
    for (const message of report.messages) io.error(`${file}: ${report.place}: ${message}`);
    return 2;
  }
  const { path, wanted, got } = report.mismatch;
  io.error(
    `${file}: ${report.step} 番目の操作: ${path} は ${JSON.stringify(wanted)} のはずが ${JSON.stringify(got)} でした。`,
  );
  return 1;
}

function listCommands(json: boolean, io: Io): number {
  const commands = describeCommands();
  if (json) io.out(JSON.stringify(commands, null, 2));
  else for (const { name, roles, states } of commands) io.out(`${name}: ${roles.join('、')} (${states.join('、')})`);
  return 0;
}
