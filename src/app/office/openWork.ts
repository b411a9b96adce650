import { officeStream } from '../../core/office/office.ts';
import type { CaseRef } from '../../core/office/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { AnyState } from '../aggregates.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';

/** Stages in which nothing is left to do, whatever the kind of case. */
const ended: readonly string[] = [
  'deleted',
  'withdrawn',
  'nonConforming',
  'cancelled',
  'lapsed',
  'joined',
  'merged',
  'settled',
  'ended',
  'handedOver',
];
const kinds = ['register', 'call', 'proposal', 'release', 'complaint', 'leak', 'otherProvision'] as const;

/** A case that is still open, and who works on it: who was named for it, else who acted on it last. */
export interface OpenWork extends CaseRef {
  readonly state: AnyState;
  readonly person: string | null;
}

/** Every open case of an organ with the person who works on it. */
export async function openWork(parts: Pick<Parts, 'events'>, organ: OrganId): Promise<readonly OpenWork[]> {
  const assignments = (await loadCase(parts, organ, 'office', officeStream.id))?.assignments ?? [];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const { records } = await parts.events.states(organ, { kind });
      const open = records.filter(({ state }) => !ended.includes((state as AnyState).stage));
      return Promise.all(
        open.map(async ({ stream: { id }, state }): Promise<OpenWork> => {
          const named = assignments.find((one) => one.kind === kind && one.id === id)?.person;
          const person = named ?? (await lastActor(parts, organ, { kind, id }));
          return { kind, id, state: state as AnyState, person };
        }),
      );
    }),
  );
  return found.flat();
}

async function lastActor({ events }: Pick<Parts, 'events'>, organ: OrganId, ref: CaseRef): Promise<string | null> {
  const acts = await events.read(organ, ref);
  return acts.findLast(({ actor }) => actor.role !== 'system')?.actor.person ?? null;
}

/** The open cases of one person. */
export async function openWorkOf(
  parts: Pick<Parts, 'events'>,
  organ: OrganId,
  person: string,
): Promise<readonly CaseRef[]> {
  const all = await openWork(parts, organ);
  return all.filter((one) => one.person === person).map(({ kind, id }) => ({ kind, id }));
}
