import type { Aggregate, Permission } from '../core/aggregate.ts';
import type { ApprovalCommand } from '../core/approval/commands.ts';
import { type OutgoingAct, outgoing, outgoingActIds } from '../core/approval/outgoingActs.ts';
import { approvalPermissions } from '../core/approval/routed.ts';
import { call } from '../core/call/call.ts';
import type { CallCommand } from '../core/call/commands.ts';
import { callPermissions } from '../core/call/permissions.ts';
import type { ComplaintCommand } from '../core/complaint/commands.ts';
import { complaint } from '../core/complaint/complaint.ts';
import { complaintPermissions } from '../core/complaint/permissions.ts';
import type { Event, StreamKind } from '../core/event.ts';
import type { LeakCommand } from '../core/leak/commands.ts';
import { leak } from '../core/leak/leak.ts';
import { leakPermissions } from '../core/leak/permissions.ts';
import type { OfficeCommand } from '../core/office/commands.ts';
import { office } from '../core/office/office.ts';
import { officePermissions } from '../core/office/permissions.ts';
import type { OtherProvisionCommand } from '../core/otherProvision/commands.ts';
import { otherProvision } from '../core/otherProvision/otherProvision.ts';
import { otherProvisionPermissions } from '../core/otherProvision/permissions.ts';
import type { PapersCommand } from '../core/papers/commands.ts';
import { papers } from '../core/papers/papers.ts';
import { papersPermissions } from '../core/papers/permissions.ts';
import type { ProposalCommand } from '../core/proposal/commands.ts';
import { proposalPermissions } from '../core/proposal/permissions.ts';
import { proposal } from '../core/proposal/proposal.ts';
import type { RegisterCommand } from '../core/register/commands.ts';
import { registerPermissions } from '../core/register/permissions.ts';
import { register } from '../core/register/register.ts';
import type { RegisterState } from '../core/register/state.ts';
import type { ReleaseCommand } from '../core/release/commands.ts';
import { releasePermissions } from '../core/release/permissions.ts';
import { release } from '../core/release/release.ts';
import type { SettingsCommand } from '../core/settings/commands.ts';
import { settingsPermissions } from '../core/settings/permissions.ts';
import { settings } from '../core/settings/settings.ts';
import { foldEntry } from './register/foldEntry.ts';

/** Every command of the procedure. */
export type Command =
  | ApprovalCommand
  | RegisterCommand
  | CallCommand
  | ProposalCommand
  | ReleaseCommand
  | SettingsCommand
  | OfficeCommand
  | ComplaintCommand
  | LeakCommand
  | OtherProvisionCommand
  | PapersCommand;
export type CommandName = Command['do'];
export type AnyEvent = Event<string, unknown, unknown>;
export type AnyState = { readonly stage: string };

type Permissions = Readonly<Record<string, Permission<string>>>;

const withApproval = <Own extends Permissions>(kind: StreamKind, own: Own) => ({
  ...own,
  ...approvalPermissions(kind, own),
});

/** Who may give which command in which stage, by the kind of case. */
export const permissionsOf = {
  register: withApproval('register', registerPermissions),
  call: withApproval('call', callPermissions),
  proposal: withApproval('proposal', proposalPermissions),
  release: withApproval('release', releasePermissions),
  organ: settingsPermissions,
  office: withApproval('office', officePermissions),
  complaint: withApproval('complaint', complaintPermissions),
  leak: withApproval('leak', leakPermissions),
  otherProvision: withApproval('otherProvision', otherProvisionPermissions),
  papers: papersPermissions,
} as const;
export type AggregateKind = keyof typeof permissionsOf;
/** What officials work on; the settings of an organ and the papers of a case are no cases of their own. */
export type CaseKind = Exclude<AggregateKind, 'organ' | 'papers'>;

/** An aggregate among others: what is common to all of them. */
export type AnyAggregate = Aggregate<Command, AnyState, AnyEvent, object, string>;

/** Forgets which aggregate this is; whoever uses it takes command, state and facts of the same one. */
const erase = <C extends { readonly do: string }, S extends AnyState, E extends AnyEvent, F, R extends string>(
  aggregate: Aggregate<C, S, E, F, R>,
): AnyAggregate => aggregate as unknown as AnyAggregate;

export const aggregates: Readonly<Record<AggregateKind, AnyAggregate>> = {
  register: erase(register),
  call: erase(call),
  proposal: erase(proposal),
  release: erase(release),
  organ: erase(settings),
  office: erase(office),
  complaint: erase(complaint),
  leak: erase(leak),
  otherProvision: erase(otherProvision),
  papers: erase(papers),
};

export const aggregateKinds = Object.keys(permissionsOf) as AggregateKind[];

const permissionIn = (kind: AggregateKind, command: string): Permission<string> | null => {
  const known: Permissions = permissionsOf[kind];
  return Object.hasOwn(known, command) ? (known[command] ?? null) : null;
};

/** Whether a kind of case knows a command. */
export const knows = (kind: AggregateKind, command: string): boolean => permissionIn(kind, command) !== null;

/**
 * The kind of stream that a command belongs to; null for a name that no aggregate knows. What every kind knows
 * (起案, 決裁) goes where its act is of.
 */
export function kindOf(command: string, { act }: { readonly act?: unknown } = {}): AggregateKind | null {
  const [first = null, ...others] = aggregateKinds.filter((kind) => knows(kind, command));
  if (others.length === 0) return first;
  const known = outgoingActIds.find((id: OutgoingAct) => id === act);
  return known === undefined ? first : (outgoing(known).kind as AggregateKind);
}

/** Who may give a command, and in which stages; of one that several kinds know, `kind` says where. */
export function permissionOf(command: CommandName, kind: AggregateKind | null = kindOf(command)): Permission<string> {
  const permission = kind && permissionIn(kind, command);
  if (permission === null) throw new Error(`${kind} knows no ${command}`);
  return permission;
}

/** Folded text in which searches look for a case; undefined = it can't be searched. Holds no personal data. */
export function searchTextOf(kind: StreamKind, state: AnyState): string | undefined {
  return kind === 'register' ? foldEntry(state as RegisterState) : undefined;
}
