import { denied } from '../core/access.ts';
import { decideIn } from '../core/aggregate.ts';
import type { Refusal } from '../core/decision.ts';
import type { StreamRef } from '../core/event.ts';
import { officeStream } from '../core/office/office.ts';
import { standsInFor, unkept } from '../core/office/state.ts';
import type { Actor, OrganId } from '../core/role.ts';
import { type AggregateKind, type AnyState, aggregates, type Command, knows, searchTextOf } from './aggregates.ts';
import { closedDaysOf } from './closedDaysOf.ts';
import { gatherFacts } from './gatherFacts.ts';
import { loadCase } from './loadCase.ts';
import { namedRefusal } from './office/namedPeople.ts';
import type { Parts } from './parts.ts';
import { policy } from './policy.ts';
import type { CommitResult, Job, StateRecord, StoredEvent, StreamCommit } from './ports/eventStore.ts';
import { followUps, jobsOf, printingOf } from './reactions.ts';

/** A command as it arrives. */
export interface Order {
  readonly organ: OrganId;
  readonly actor: Actor;
  /** Idempotency key: the same order given twice is done once. */
  readonly commandId: string;
  readonly stream: StreamRef;
  /** The version of the case that the giver saw; null = whatever stands now (the clock, a scenario). */
  readonly expectedVersion: number | null;
  readonly command: Command;
}

/** What became of an order. */
export type Outcome =
  | { readonly outcome: 'done'; readonly events: readonly StoredEvent[] }
  /** The same order was done before; these are its events. */
  | { readonly outcome: 'repeated'; readonly events: readonly StoredEvent[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** Someone else changed the case meanwhile. */
  | { readonly outcome: 'conflict'; readonly stream: StreamRef; readonly actualVersion: number };

/**
 * Does one command, wholly or not at all: policy, idempotency, load, decide, commit. What follows in other cases (a
 * contract begins a release) is decided and committed with it. Refusals are kept in the audit log.
 */
export async function execute(parts: Parts, order: Order): Promise<Outcome> {
  const outcome = await attempt(parts, order);
  if (outcome.outcome === 'refused') await auditRefusal(parts, order, outcome.refusal);
  return outcome;
}

const refused = (refusal: Refusal): Outcome => ({ outcome: 'refused', refusal });

async function attempt(parts: Parts, order: Order): Promise<Outcome> {
  const { organ, actor, command, stream, expectedVersion } = order;
  const kind = stream.kind as AggregateKind;
  if (!knows(kind, command.do)) throw new Error(`${command.do} is no command of a ${stream.kind} stream`);
  const act = { command: command.do, kind };
  const early =
    policy({ actor, organ, act }) ??
    (await substituteRefusal(parts, actor)) ??
    (await namedRefusal(parts, organ, command));
  if (early) return refused(early);
  const repeated = await earlier(parts, order);
  if (repeated) return repeated;
  const record = await parts.events.state(organ, stream);
  const subject = (record?.state ?? null) as AnyState | null;
  const late = policy({ actor, organ, act, subject });
  if (late) return refused(late);
  const version = record?.version ?? 0;
  if (expectedVersion !== null && expectedVersion !== version)
    return { outcome: 'conflict', stream, actualVersion: version };
  const plan = await decideAll(parts, order, record);
  if ('refusal' in plan) return refused(plan.refusal);
  if (plan.streams.length === 0) return { outcome: 'done', events: [] };
  return committed(await parts.events.commit(commitOf(parts, order, plan)));
}

/** Who holds another's office does so on the days of the 代理 alone, whatever exit the order came through. */
async function substituteRefusal(parts: Parts, { person, organ, inPlaceOf }: Actor): Promise<Refusal | null> {
  if (inPlaceOf === undefined) return null;
  const office = (await loadCase(parts, organ, 'office', officeStream.id)) ?? unkept;
  const today = parts.clock.procedure().slice(0, 10);
  return standsInFor(office, person, today).includes(inPlaceOf)
    ? null
    : denied('notSubstitute', { name: inPlaceOf }).refusal;
}

/** The outcome of the same order given before; another person's key is answered as if it were not there to be had. */
async function earlier(parts: Parts, { organ, commandId, actor }: Order): Promise<Outcome | null> {
  const events = await parts.events.committed(organ, commandId);
  if (events === null) return null;
  const own = events.every((event) => event.actor.person === actor.person);
  return own ? { outcome: 'repeated', events } : refused(denied('notFound').refusal);
}

/** What one command does in all streams, not yet kept. */
export interface Plan {
  readonly streams: readonly StreamCommit[];
  readonly jobs: readonly Job[];
}

interface Task {
  readonly actor: Actor;
  readonly stream: StreamRef;
  readonly command: Command;
  /** The case as it was loaded for the policy, so that the decision is made on what the giver saw. */
  readonly record?: StateRecord | null;
}

/** Decides the command and everything that follows from it in other cases. */
export async function decideAll(
  parts: Parts,
  order: Order,
  record: StateRecord | null,
): Promise<Plan | { readonly refusal: Refusal }> {
  const streams: StreamCommit[] = [];
  const jobs: Job[] = [];
  const tasks: Task[] = [{ actor: order.actor, stream: order.stream, command: order.command, record }];
  for (const task of tasks) {
    const decided = await decideOne(parts, order.organ, task);
    if ('refusal' in decided) return decided;
    if (decided.events.length === 0) continue;
    streams.push(decided);
    jobs.push(...decided.events.flatMap((event) => [...jobsOf(event, task.stream), ...printingOf(event, task.stream)]));
    for (const event of decided.events)
      tasks.push(
        ...followUps(event, decided.state as AnyState, task.stream).map((next) => asSystem(next, order.organ)),
      );
  }
  return { streams, jobs };
}

const asSystem = (task: Omit<Task, 'actor'>, organ: OrganId): Task => ({
  ...task,
  actor: { person: 'system', role: 'system', organ },
});

async function decideOne(
  parts: Parts,
  organ: OrganId,
  { actor, stream, command, record: loaded }: Task,
): Promise<StreamCommit | { readonly refusal: Refusal }> {
  const aggregate = aggregates[stream.kind as keyof typeof aggregates];
  const record = loaded === undefined ? await parts.events.state(organ, stream) : loaded;
  const state = (record?.state ?? null) as AnyState | null;
  const now = parts.clock.procedure();
  const day = ruleDay(state) ?? now.slice(0, 10);
  const rules = parts.rules.inForce(organ, day);
  if (rules === null) return denied('notConfigured', { organ, day });
  const closedDays = await closedDaysOf(parts, organ, rules);
  const facts = {
    ...(await gatherFacts({ parts, organ, stream, command, state })),
    now,
    actor,
    ruleDay: day,
    closedDays,
  };
  const decision = decideIn(aggregate, command, state, rules, facts);
  if ('refusal' in decision) return decision;
  const next = decision.events.reduce<AnyState | null>(aggregate.evolve, state);
  const searchText = next === null ? undefined : searchTextOf(stream.kind, next);
  return {
    stream,
    expectedVersion: record?.version ?? 0,
    events: decision.events,
    state: next,
    ...(searchText === undefined ? {} : { searchText }),
  };
}

/** A case keeps the rule set under which it was begun. */
const ruleDay = (state: (AnyState & { readonly ruleDay?: string }) | null) => state?.ruleDay ?? null;

function commitOf(parts: Parts, { organ, commandId, actor, stream, command }: Order, { streams, jobs }: Plan) {
  const events = streams.flatMap((part) => part.events.map((event) => event.type));
  return {
    organ,
    commandId,
    actor,
    at: parts.clock.procedure(),
    streams,
    audit: { act: command.do, outcome: 'done' as const, stream, facts: { events } },
    jobs,
  };
}

function committed(result: CommitResult): Outcome {
  if (result.outcome === 'conflict') return result;
  return { outcome: result.outcome === 'committed' ? 'done' : 'repeated', events: result.events };
}

const auditRefusal = (parts: Parts, { organ, actor, command, stream }: Order, { code, basis }: Refusal) =>
  parts.events.audit(organ, actor, parts.clock.procedure(), {
    act: command.do,
    outcome: 'refused',
    stream,
    facts: { code, basis },
  });
