import type { Refusal } from '../core/decision.ts';
import type { StreamRef } from '../core/event.ts';
import type { OfficeEvent } from '../core/office/events.ts';
import type { CaseRef } from '../core/office/state.ts';
import type { ProposalEvent } from '../core/proposal/events.ts';
import type { TypingCorrection } from '../core/proposal/state.ts';
import type { TypingPreview } from '../core/proposal/typingChanges.ts';
import type { OrganId } from '../core/role.ts';
import type { OfficialDocument } from '../documents/block.ts';
import type { AggregateKind, AnyState } from './aggregates.ts';
import { documentsOf } from './documents/documentsOf.ts';
import { decideAll, type Order, type Plan } from './execute.ts';
import type { Parts } from './parts.ts';
import { policy } from './policy.ts';
import type { StateRecord, StoredEvent } from './ports/eventStore.ts';

/** What an order would do: its refusal, or the papers that would arise. Nothing is kept. */
export type Rehearsal =
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | {
      readonly outcome: 'admitted';
      readonly papers: readonly OfficialDocument[];
      /** What the correction of a typing error would move; null for every other command. */
      readonly typing: TypingPreview | null;
      /** The open cases that would go to another person (事務引継); none with every other command. */
      readonly handedOver: readonly (CaseRef & { readonly state: AnyState })[];
    };

/** Whether a command would be refused now. Asks the policy and the decider, keeps nothing and writes no audit entry. */
export async function refusalOf(parts: Parts, order: Order): Promise<Refusal | null> {
  const plan = await planOf(parts, order);
  return 'refusal' in plan ? plan.refusal : null;
}

/** Plays an order without keeping it, so that its papers can be seen before it is given. */
export async function rehearse(parts: Parts, order: Order): Promise<Rehearsal> {
  const plan = await planOf(parts, order);
  if ('refusal' in plan) return { outcome: 'refused', refusal: plan.refusal };
  const happened = imagined(parts, order, plan);
  const after = withStates(parts, order.organ, plan, happened);
  const papers = await Promise.all(happened.map((event) => documentsOf(after, order.organ, event)));
  const handedOver = await handedOverBy(parts, order.organ, plan);
  return { outcome: 'admitted', papers: papers.flat(), typing: typingOf(plan), handedOver };
}

async function handedOverBy({ events }: Parts, organ: OrganId, { streams }: Plan) {
  const given = streams.flatMap((part) => part.events as readonly OfficeEvent[]);
  const cases = given.flatMap((event) => (event.type === 'workHandedOver' ? event.data.cases : []));
  const records = await Promise.all(cases.map((ref) => events.state(organ, ref)));
  return cases.flatMap((ref, at) => {
    const record = records[at];
    return record ? [{ ...ref, state: record.state as AnyState }] : [];
  });
}

const typingOf = ({ streams }: Plan): TypingPreview | null => {
  const events = streams.flatMap((part) => part.events as readonly ProposalEvent[]);
  const typed = events.find(({ type }) => type === 'typingCorrectionProposed' || type === 'typingCorrected');
  return typed ? (typed.data as TypingCorrection).preview : null;
};

async function planOf(parts: Parts, order: Order): Promise<Plan | { readonly refusal: Refusal }> {
  const { organ, actor, stream, command } = order;
  const record = await parts.events.state(organ, stream);
  const subject = (record?.state ?? null) as AnyState | null;
  const refusal = policy({ actor, organ, act: { command: command.do, kind: stream.kind as AggregateKind }, subject });
  return refusal ? { refusal } : decideAll(parts, order, record);
}

/** The parts with the states and events that the plan would leave. */
function withStates(parts: Parts, organ: OrganId, { streams }: Plan, happened: readonly StoredEvent[]): Parts {
  const imagine = (asked: OrganId, { kind, id }: StreamRef): StateRecord | null => {
    const found = streams.find(({ stream }) => asked === organ && stream.kind === kind && stream.id === id);
    return found
      ? { stream: found.stream, version: found.expectedVersion + found.events.length, state: found.state }
      : null;
  };
  const events = {
    ...parts.events,
    state: async (asked: OrganId, stream: StreamRef) => imagine(asked, stream) ?? parts.events.state(asked, stream),
    read: async (asked: OrganId, { kind, id }: StreamRef) => [
      ...(await parts.events.read(asked, { kind, id })),
      ...happened.filter(({ organ: of, stream }) => of === asked && stream.kind === kind && stream.id === id),
    ],
  };
  return { ...parts, events };
}

const imagined = (parts: Parts, { organ, actor, commandId }: Order, { streams }: Plan): StoredEvent[] =>
  streams.flatMap(({ stream, events, expectedVersion }) =>
    events.map(({ type, data, personal }, at) => ({
      id: '',
      organ,
      stream,
      version: expectedVersion + at + 1,
      type,
      schemaVersion: 1,
      data,
      personal: personal ?? null,
      at: parts.clock.procedure(),
      recordedAt: '',
      actor,
      commandId,
    })),
  );
