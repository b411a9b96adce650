import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describeCommands } from '../app/fields/describeCommands.ts';
import { readScenario } from '../app/scenario/readScenario.ts';
import { runScenario, type ScenarioParts, type ScenarioReport } from '../app/scenario/runScenario.ts';
import { makeFolder } from '../engine/index.ts';
import { refusalText } from '../messages/refusalText.ts';
import type { Command, Io } from './command.ts';
import { usages } from './usages.ts';

const { usage } = usages.scenario;

interface Arguments {
  readonly files: readonly string[];
  readonly documents: string | null;
  readonly json: boolean;
}

/** `tokumei scenario`: plays whole cases from files, each against a fresh system, or lists the commands. */
export const scenarioCommand =
  (freshSystem: () => ScenarioParts): Command =>
  async ([action, ...args], io) => {
    if (action === 'commands') return listCommands(args, io);
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
  const files: string[] = [];
  let [documents, json]: [string | null, boolean] = [null, false];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--json') json = true;
    else if (arg === '--documents') {
      index += 1;
      documents = args[index] ?? '';
    } else if (arg.startsWith('--')) return { error: `「${arg}」という指定はありません。${usage}` };
    else files.push(arg);
  }
  if (documents === '') return { error: `--documents にはフォルダを書いてください。${usage}` };
  return files.length === 0 ? { error: usage } : { files, documents, json };
}

async function runFile(file: string, { json, documents }: Arguments, freshSystem: () => ScenarioParts, io: Io) {
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
  const { title } = scenario.value;
  const report = await runScenario(scenario.value, freshSystem(), (path) => readFile(resolve(dirname(file), path)));
  if (json) io.out(JSON.stringify({ file, title, ...report }));
  else printReport(file, title, report, io);
  if (documents !== null) await writeDocuments(documents, report);
  return printEnd(file, report, io);
}

/** Every paper that arose, as text, PDF and Word, numbered by its step. */
async function writeDocuments(folder: string, { steps }: ScenarioReport): Promise<void> {
  const { paperFiles } = await import('../app/documents/paperFiles.ts');
  await makeFolder(folder);
  for (const { step, documents } of steps)
    for (const [index, paper] of documents.entries())
      for (const { extension, content } of await paperFiles(paper)) {
        const copy = documents.length > 1 ? `-${index + 1}` : '';
        const name = `${String(step).padStart(3, '0')}-${paper.kind}${copy}.${extension}`;
        await writeFile(join(folder, name), content);
      }
}

function printReport(file: string, title: string, { steps }: ScenarioReport, io: Io): void {
  io.out(`${file}: ${title}`);
  for (const step of steps) {
    const what = step.refusal
      ? `拒否 ${step.refusal.code}: ${refusalText(step.refusal)}`
      : step.events.map((event) => event.type).join('、');
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

function listCommands(args: readonly string[], io: Io): number {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) {
    io.error(`「${unknown}」という指定はありません。${usage}`);
    return 2;
  }
  const commands = describeCommands();
  if (args.includes('--json')) io.out(JSON.stringify(commands, null, 2));
  else for (const { name, roles, states } of commands) io.out(`${name}: ${roles.join('、')} (${states.join('、')})`);
  return 0;
}
