import type { Refusal } from '../../core/decision.ts';
import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { type AnyState, type Command, kindOf } from '../aggregates.ts';
import { documentsOf } from '../documents/documentsOf.ts';
import { execute, type Outcome } from '../execute.ts';
import { readCommand } from '../fields/commandFields.ts';
import type { ScenarioFile, ScenarioStep } from '../fields/scenario.ts';
import type { Parts } from '../parts.ts';
import type { SettableClock } from '../ports/clock.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { jobsOf } from '../reactions.ts';
import { keepFile } from '../release/keepFile.ts';
import { runJob } from '../runJob.ts';
import { actorOf } from './actorOf.ts';
import { differenceOf } from './differenceOf.ts';
import type { Mismatch } from './mismatchOf.ts';
import { passTime } from './passTime.ts';
import { storeFiles } from './storeFiles.ts';
import { createTargets, type Targets } from './targets.ts';

/** A fresh system with a clock of its own. */
export type ScenarioParts = Parts & { readonly clock: SettableClock };

/** What a step did. */
export interface StepReport {
  /** 1 for the first of `steps`; 0 for a step of `given`. What the clock does before a step carries its number. */
  readonly step: number;
  readonly at: string;
  readonly as: string;
  readonly do: string;
  readonly events: readonly StoredEvent[];
  readonly refusal: Refusal | null;
  readonly state: string | null;
  readonly documents: readonly OfficialDocument[];
}

export type ScenarioReport = { readonly steps: readonly StepReport[] } & (
  | { readonly outcome: 'asExpected' }
  | { readonly outcome: 'different'; readonly step: number; readonly mismatch: Mismatch }
  /** The file can't be played as it is written. */
  | { readonly outcome: 'unusable'; readonly place: string; readonly messages: readonly string[] }
);

interface Stage {
  readonly parts: ScenarioParts;
  readonly organ: OrganId;
  readonly targets: Targets;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly steps: StepReport[];
}

/** A step with its number (0 in `given`) and its place in the file. */
interface Numbered {
  readonly step: ScenarioStep;
  readonly number: number;
  readonly place: string;
}

/**
 * Plays a scenario on a fresh system, step by step, and stops at the first expectation that does not hold.
 * @param readFile reads a file that a step names, by its path relative to the scenario
 */
export async function runScenario(
  scenario: ScenarioFile,
  parts: ScenarioParts,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<ScenarioReport> {
  const organ = scenario.organ as OrganId;
  if (!parts.rules.organs.includes(organ)) return unusable([], 'organ', `「${organ}」という機関はありません。`);
  const all: Numbered[] = [
    ...scenario.given.map((step, index) => ({ step, number: 0, place: `given[${index}]` })),
    ...scenario.steps.map((step, index) => ({ step, number: index + 1, place: `steps[${index}]` })),
  ];
  const start = (scenario.asOf ?? all[0]?.step.at ?? '').slice(0, 10);
  const stage: Stage = { parts: pinned(parts, start), organ, targets: createTargets(), readFile, steps: [] };
  if (start !== '') await parts.clock.setProcedure(`${start}T00:00`);
  for (const numbered of all) {
    const ended = await play(stage, numbered);
    if (ended) return ended;
  }
  return { outcome: 'asExpected', steps: stage.steps };
}

const unusable = (steps: readonly StepReport[], place: string, ...messages: string[]): ScenarioReport => ({
  outcome: 'unusable',
  steps,
  place,
  messages,
});

/** The rule set of one day applies to the whole scenario. */
const pinned = (parts: ScenarioParts, day: string): ScenarioParts => ({
  ...parts,
  rules: parts.rules.pinned(day),
});

async function play(stage: Stage, numbered: Numbered): Promise<ScenarioReport | null> {
  const { parts, steps } = stage;
  const { step, number, place } = numbered;
  const before = parts.clock.procedure();
  if (step.at < before) return unusable(steps, place, `日時 ${step.at} は、それまでの時刻 ${before} より前です。`);
  const kind = kindOf(step.do, step.with);
  if (kind === null) return unusable(steps, place, `「${step.do}」という操作はありません。`);
  await passTime(parts, stage.organ, step, ({ command }, { events }) => {
    const at = parts.clock.procedure();
    steps.push({ step: number, at, as: 'system', do: command.do, events, refusal: null, state: null, documents: [] });
  });
  const { stream, fields } = stage.targets.take(kind, step.with);
  const keep = (content: Uint8Array) => keepFile(parts, stage.organ, stream, content);
  const stored = await storeFiles(fields, keep, stage.readFile).catch((error: Error) => error);
  if (stored instanceof Error) return unusable(steps, place, stored.message);
  const command = readCommand(step.do, stored);
  if ('errors' in command) return unusable(steps, place, ...command.errors.map(({ message }) => message));
  const outcome = await execute(parts, orderOf(stage, numbered, stream, command.value));
  const report = await reportOf(stage, numbered, outcome, stream);
  steps.push(report);
  const mismatch = await differenceOf(parts, stage.organ, step.expect ?? {}, report, stream);
  if (mismatch === null) return null;
  if (number > 0) return { outcome: 'different', steps, step: number, mismatch };
  return unusable(steps, place, `前提の操作ができませんでした: ${JSON.stringify(mismatch.got)}`);
}

const orderOf = ({ organ }: Stage, { step, place }: Numbered, stream: StreamRef, command: Command) => ({
  organ,
  actor: actorOf(step, organ),
  commandId: `${place}:${step.do}`,
  stream,
  expectedVersion: null,
  command,
});

async function reportOf(
  { parts, organ, targets }: Stage,
  { step, number }: Numbered,
  outcome: Outcome,
  stream: StreamRef,
): Promise<StepReport> {
  const events = 'events' in outcome ? [...outcome.events] : [];
  for (const event of events) {
    targets.note(event.stream);
    for (const job of jobsOf(event, event.stream)) {
      const result = await runJob(parts, organ, job);
      if (result && 'events' in result) events.push(...result.events);
    }
  }
  const documents = await Promise.all(events.map((event) => documentsOf(parts, organ, event)));
  const record = await parts.events.state(organ, stream);
  return {
    step: number,
    at: step.at,
    as: step.as,
    do: step.do,
    events,
    refusal: 'refusal' in outcome ? outcome.refusal : null,
    state: (record?.state as AnyState | undefined)?.stage ?? null,
    documents: documents.flat(),
  };
}
