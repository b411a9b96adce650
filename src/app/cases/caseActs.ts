import { denied } from '../../core/access.ts';
import type { Approvable } from '../../core/approval/state.ts';
import type { Refusal } from '../../core/decision.ts';
import type { StreamRef } from '../../core/event.ts';
import type { OfficeState } from '../../core/office/state.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import { type AnyState, type CaseKind, type CommandName, permissionOf, permissionsOf } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import { type Asked, policy } from '../policy.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { unrecordedReleases } from '../register/unrecordedReleases.ts';
import { refusalOf } from '../rehearse.ts';
import { probes } from './probes.ts';

/** An act that a person's roles allow on a case: possible now, or not yet, with the reason. */
export interface CaseAct {
  readonly command: CommandName;
  readonly actor: Actor;
  readonly obstacle: Refusal | null;
}

/** The person in each role that the account holds, and then in those of whom the person stands in for. */
export const actorsOf = ({ standsInFor = [], ...own }: Account): readonly Actor[] => [
  ...inOffice(own),
  ...standsInFor.flatMap((absent) =>
    inOffice(absent).map((actor) => ({ ...actor, person: own.person, inPlaceOf: absent.person })),
  ),
];

const inOffice = ({ person, organ, division, roles }: Account): readonly Actor[] =>
  roles.map((role): Actor => ({ person, role, organ, ...(division === null ? {} : { division }) }));

/** The person in the first role that the policy lets through, or why none is. */
export function actorOn(
  account: Account,
  organ: OrganId,
  act: Asked,
  subject?: AnyState | null,
): { readonly actor: Actor } | { readonly refusal: Refusal } {
  let refusal: Refusal = denied('notPermitted', { role: '', roles: [] }).refusal;
  for (const actor of actorsOf(account)) {
    const answer = policy({ actor, organ, act, ...(subject === undefined ? {} : { subject }) });
    if (answer === null) return { actor };
    if (refusal.code === 'notPermitted') refusal = answer;
  }
  return { refusal };
}

/** The commands of a kind of case that someone gives by hand. */
export const manualCommands = (kind: CaseKind): readonly CommandName[] =>
  (Object.keys(permissionsOf[kind]) as CommandName[]).filter((command) =>
    permissionOf(command, kind).roles.some((role) => role !== 'system'),
  );

/** All acts on a case that the person's roles know, in the order of the procedure. */
export async function caseActs(
  parts: Parts,
  account: Account,
  { stream, state }: StateRecord,
): Promise<readonly CaseAct[]> {
  const kind = stream.kind as CaseKind;
  const commands = manualCommands(kind).filter(
    (command) =>
      permissionOf(command, kind).stages.some((stage) => stage !== 'absent') && !isDone(command, state as AnyState),
  );
  const acts = await Promise.all(
    commands.map(async (command): Promise<CaseAct[]> => {
      if (command === 'recordCreatedData' && !(await hasUnrecorded(parts, account.organ, stream, state))) return [];
      const held = actorsOf(account).find(({ role }) => permissionOf(command, kind).roles.includes(role));
      if (!held) return [];
      const allowed = actorOn(account, account.organ, { command, kind }, state as AnyState);
      if ('refusal' in allowed) return [{ command, actor: held, obstacle: allowed.refusal }];
      const obstacle = await obstacleOf(parts, allowed.actor, stream, state as AnyState, command);
      return [{ command, actor: allowed.actor, obstacle }];
    }),
  );
  return acts.flat();
}

/** What stands against a command although its stage allows it; null when nothing does. */
export async function obstacleOf(
  parts: Parts,
  actor: Actor,
  stream: StreamRef,
  state: AnyState,
  command: CommandName,
): Promise<Refusal | null> {
  const probe = probes[command];
  if (!probe) return null;
  const best = probe(state, parts.clock.procedure().slice(0, 10));
  return refusalOf(parts, { organ: actor.organ, actor, commandId: '', stream, expectedVersion: null, command: best });
}

const hasUnrecorded = async (parts: Parts, organ: OrganId, { id }: StreamRef, state: unknown): Promise<boolean> =>
  (await unrecordedReleases(parts, organ, id, state as RegisterState)).length > 0;

/** What is given once only and was, or has nothing to be given on. */
const isDone = (command: CommandName, state: AnyState): boolean => idle[command]?.(state) ?? false;

const hasNoDraft = (state: AnyState): boolean =>
  !(state as Partial<Approvable>).drafts?.some(({ approval }) => approval === null);
const hasNoIntent = (state: AnyState): boolean => (state as ProposalState).life.intent === null;

const idle: Partial<Record<CommandName, (state: AnyState) => boolean>> = {
  approveDraft: hasNoDraft,
  returnDraft: hasNoDraft,
  confirmPayment: (state) => (state as ProposalState).payment !== null,
  withdrawClosedDay: (state) => !(state as OfficeState).closedDays.some(({ withdrawnOn }) => withdrawnOn === null),
  settleFeeDifference: (state) => (state as ProposalState).life.feeDifference === null,
  judgeHandlerChange: (state) => !(state as ProposalState).life.handlers.some(({ stage }) => stage === 'pending'),
  agreeToCancellation: hasNoIntent,
  dropCancellation: hasNoIntent,
  flagForSolicitation: (state) => (state as RegisterState).flagged,
  unflagForSolicitation: (state) => !(state as RegisterState).flagged,
};
