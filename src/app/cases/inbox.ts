import type { ReleaseState } from '../../core/release/state.ts';
import type { AnyState, CaseKind, CommandName } from '../aggregates.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { awaited } from './awaited.ts';
import { actorOn, obstacleOf } from './caseActs.ts';
import { rulesOf } from './rulesOf.ts';
import { viewOf } from './viewOf.ts';

/** One thing that the person may do now and that a case waits for. */
export interface Errand {
  readonly kind: CaseKind;
  readonly id: string;
  readonly state: AnyState;
  readonly command: CommandName;
  readonly due: string | null;
  /** Whose office does it (代理); null = the person's own. */
  readonly inPlaceOf: string | null;
}

/** Stages in which a case waits for someone; an entry of the register is looked at when it has been listed. */
const openStages: Readonly<Record<CaseKind, readonly string[]>> = {
  register: ['registered'],
  call: ['draft', 'published'],
  proposal: ['received', 'correctionRequested', 'inReview', 'conforming', 'applied', 'contracted', 'cancelled'],
  release: ['planned', 'created', 'verified', 'packaged', 'provided'],
  complaint: ['taken'],
  leak: ['known', 'preliminarilyReported', 'finallyReported'],
  otherProvision: ['prepared', 'announced'],
  office: [],
};

/** The most cases of one stage that the inbox looks at. */
const mostCases = 200;

/** What the person has to do, dated things first, each only if it may be done now. */
export async function inbox(parts: Parts, account: Account): Promise<readonly Errand[]> {
  const errands = await Promise.all(
    Object.entries(openStages).flatMap(([kind, stages]) =>
      stages.map((stage) => ofStage(parts, account, kind as CaseKind, stage)),
    ),
  );
  const later = '9999';
  return errands.flat().toSorted((one, other) => ((one.due ?? later) < (other.due ?? later) ? -1 : 1));
}

async function ofStage(parts: Parts, account: Account, kind: CaseKind, stage: string): Promise<readonly Errand[]> {
  if ('refusal' in actorOn(account, account.organ, { view: viewOf[kind] })) return [];
  const { records } = await parts.events.states(account.organ, { kind, where: { stage }, limit: mostCases });
  const errands = await Promise.all(
    records.flatMap((record) => [
      ofCase(parts, account, record),
      ...(stage === 'provided' ? [unrecorded(parts, account, record)] : []),
    ]),
  );
  return errands.flat();
}

async function ofCase(parts: Parts, account: Account, { stream, state }: StateRecord): Promise<readonly Errand[]> {
  const kind = stream.kind as CaseKind;
  const rules = rulesOf(parts, account.organ, state as AnyState);
  if (rules === null) return [];
  const waiting = awaited(kind, state as AnyState, rules, parts.clock.procedure().slice(0, 10));
  const possible = await Promise.all(
    waiting.map(async ({ command, due }): Promise<Errand[]> => {
      const allowed = actorOn(account, account.organ, { command, kind }, state as AnyState);
      if ('refusal' in allowed) return [];
      const obstacle = await obstacleOf(parts, allowed.actor, stream, state as AnyState, command);
      return obstacle
        ? []
        : [{ kind, id: stream.id, state: state as AnyState, command, due, inPlaceOf: allowed.actor.inPlaceOf ?? null }];
    }),
  );
  return possible.flat();
}

/** 法117条: what was provided and does not stand in the register yet. */
async function unrecorded(parts: Parts, account: Account, { stream, state }: StateRecord): Promise<readonly Errand[]> {
  const command = 'recordCreatedData';
  const { entry: id, of } = state as ReleaseState;
  if (of !== null) return [];
  const entry = await loadCase(parts, account.organ, 'register', id);
  if (!entry || entry.createdData.some(({ release }) => release === stream.id)) return [];
  const allowed = actorOn(account, account.organ, { command }, entry);
  if ('refusal' in allowed) return [];
  return [{ kind: 'register', id, state: entry, command, due: null, inPlaceOf: allowed.actor.inPlaceOf ?? null }];
}
