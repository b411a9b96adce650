import type { Refusal } from '../../core/decision.ts';
import type { StreamRef } from '../../core/event.ts';
import { publicEntry } from '../../core/register/publicEntry.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { OrganId } from '../../core/role.ts';
import { type AnyState, kindOf } from '../aggregates.ts';
import { execute, type Outcome } from '../execute.ts';
import { readCommand } from '../fields/commandFields.ts';
import type { Expectation, ScenarioFile, ScenarioStep } from '../fields/scenario.ts';
import type { Parts } from '../parts.ts';
import type { SettableClock } from '../ports/clock.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { actorOf } from './actorOf.ts';
import { type Mismatch, mismatchOf, orderMismatch } from './mismatchOf.ts';
import { createTargets, type Targets } from './targets.ts';

/** A fresh system with a clock of its own. */
export type ScenarioParts = Parts & { readonly clock: SettableClock };

/** What a step did. */
export interface StepReport {
  /** 1 for the first of `steps`; 0 for a step of `given`. */
  readonly step: number;
  readonly at: string;
  readonly as: string;
  readonly do: string;
  readonly events: readonly StoredEvent[];
  readonly refusal: Refusal | null;
  readonly state: string | null;
}

export type ScenarioReport =
  | { readonly outcome: 'asExpected'; readonly steps: readonly StepReport[] }
  | {
      readonly outcome: 'different';
      readonly steps: readonly StepReport[];
      readonly step: number;
      readonly mismatch: Mismatch;
    }
  /** The file can't be played as it is written. */
  | {
      readonly outcome: 'unusable';
      readonly steps: readonly StepReport[];
      readonly place: string;
      readonly messages: readonly string[];
    };

interface Stage {
  readonly parts: ScenarioParts;
  readonly organ: OrganId;
  readonly targets: Targets;
  readonly steps: StepReport[];
}

/** Plays a scenario on a fresh system, step by step, and stops at the first expectation that does not hold. */
export async function runScenario(scenario: ScenarioFile, parts: ScenarioParts): Promise<ScenarioReport> {
  const organ = scenario.organ as OrganId;
  if (!parts.rules.organs.includes(organ))
    return { outcome: 'unusable', steps: [], place: 'organ', messages: [`「${organ}」という機関はありません。`] };
  const start = scenario.asOf ?? scenario.given[0]?.at ?? scenario.steps[0]?.at ?? '2025-04-01';
  const stage: Stage = { parts: pinned(parts, start.slice(0, 10)), organ, targets: createTargets(), steps: [] };
  await parts.clock.setProcedure(`${start.slice(0, 10)}T00:00`);
  for (const [index, step] of scenario.given.entries()) {
    const ended = await play(stage, step, 0, `given[${index}]`);
    if (ended) return ended;
  }
  for (const [index, step] of scenario.steps.entries()) {
    const ended = await play(stage, step, index + 1, `steps[${index}]`);
    if (ended) return ended;
  }
  return { outcome: 'asExpected', steps: stage.steps };
}

/** The rule set of one day applies to the whole scenario. */
const pinned = (parts: ScenarioParts, day: string): ScenarioParts => ({
  ...parts,
  rules: { organs: parts.rules.organs, inForce: (organ) => parts.rules.inForce(organ, day) },
});

async function play(stage: Stage, step: ScenarioStep, number: number, place: string): Promise<ScenarioReport | null> {
  const { parts, organ, steps } = stage;
  const unusable = (...messages: string[]): ScenarioReport => ({ outcome: 'unusable', steps, place, messages });
  if (step.at < parts.clock.procedure())
    return unusable(`日時 ${step.at} は、前の操作の ${parts.clock.procedure()} より前です。`);
  const kind = kindOf(step.do);
  if (kind === null) return unusable(`「${step.do}」という操作はありません。`);
  const { stream, fields } = stage.targets.take(kind, step.with);
  const command = readCommand(step.do, fields);
  if ('errors' in command) return unusable(...command.errors.map((error) => error.message));
  await parts.clock.setProcedure(step.at);
  const commandId = `${place}:${step.do}`;
  const actor = actorOf(step, organ);
  const outcome = await execute(parts, {
    organ,
    actor,
    commandId,
    stream,
    expectedVersion: null,
    command: command.value,
  });
  const state = await stateOf(parts, organ, stream);
  const report = reportOf(step, number, outcome, state);
  steps.push(report);
  const mismatch = await differenceOf(stage, step.expect ?? {}, report, state, stream);
  if (mismatch && number === 0) return unusable(`前提の操作が拒否されました: ${JSON.stringify(mismatch.got)}`);
  return mismatch ? { outcome: 'different', steps, step: number, mismatch } : null;
}

const stateOf = async (parts: Parts, organ: OrganId, stream: StreamRef) =>
  ((await parts.events.state(organ, stream))?.state ?? null) as AnyState | null;

function reportOf(step: ScenarioStep, number: number, outcome: Outcome, state: AnyState | null): StepReport {
  return {
    step: number,
    at: step.at,
    as: step.as,
    do: step.do,
    events: 'events' in outcome ? outcome.events : [],
    refusal: 'refusal' in outcome ? outcome.refusal : null,
    state: state?.stage ?? null,
  };
}

async function differenceOf(
  { parts, organ }: Stage,
  expected: Expectation,
  { events, refusal }: StepReport,
  state: AnyState | null,
  stream: StreamRef,
): Promise<Mismatch | null> {
  const refusalDiffers = mismatchOf('refusal', expected.refusal ?? null, refusal);
  if (refusalDiffers) return refusalDiffers;
  const names = events.map((event) => event.type);
  const entry = expected.register === undefined ? null : await registerOf(parts, organ, state, stream);
  return (
    (expected.events && orderMismatch('events', expected.events, names)) ??
    (expected.state === undefined ? null : mismatchOf('state', expected.state, state?.stage ?? null)) ??
    (expected.register === undefined ? null : mismatchOf('register', expected.register, entry))
  );
}

/** What the public reads in the register about the file of a case. */
async function registerOf(parts: Parts, organ: OrganId, state: AnyState | null, stream: StreamRef) {
  const id = stream.kind === 'register' ? stream.id : ((state as { entry?: string } | null)?.entry ?? '');
  const entry = (await stateOf(parts, organ, { kind: 'register', id })) as RegisterState | null;
  return entry && publicEntry(entry);
}
