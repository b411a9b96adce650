import type { Aggregate, Circumstances, Permission } from '../core/aggregate.ts';
import type { Event, StreamKind } from '../core/event.ts';
import type { RegisterCommand } from '../core/register/commands.ts';
import type { RegisterFacts } from '../core/register/decide.ts';
import type { RegisterEvent } from '../core/register/events.ts';
import { registerPermissions } from '../core/register/permissions.ts';
import type { RegisterRefusal } from '../core/register/refusals.ts';
import { register } from '../core/register/register.ts';
import type { RegisterState } from '../core/register/state.ts';
import { foldEntry } from './register/foldEntry.ts';

/** Every command of the procedure. */
export type Command = RegisterCommand;
export type CommandName = Command['do'];
export type AnyEvent = Event<string, unknown, unknown>;
export type AnyState = { readonly stage: string };

/** The table of all commands: their permission, and the aggregate that decides them. */
export const permissionsOf = { register: registerPermissions } as const;
export type CaseKind = keyof typeof permissionsOf;

/** An aggregate among others: what is common to all of them. */
export type AnyAggregate = Aggregate<Command, AnyState, AnyEvent, object, string>;

/** Forgets which aggregate this is; whoever uses it takes command, state and facts of the same one. */
const erase = <C extends { readonly do: string }, S extends AnyState, E extends AnyEvent, F, R extends string>(
  aggregate: Aggregate<C, S, E, F, R>,
): AnyAggregate => aggregate as unknown as AnyAggregate;

export const aggregates: Readonly<Record<CaseKind, AnyAggregate>> = {
  register: erase<RegisterCommand, RegisterState, RegisterEvent, RegisterFacts, RegisterRefusal>(register),
};

const kinds = Object.keys(permissionsOf) as CaseKind[];

/** The kind of stream that a command belongs to; null for a name that no aggregate knows. */
export const kindOf = (command: string): CaseKind | null =>
  kinds.find((kind) => Object.hasOwn(permissionsOf[kind], command)) ?? null;

/** Who may give a command, and in which stages. */
export const permissionOf = (command: CommandName): Permission<string> =>
  aggregates[kindOf(command) ?? 'register'].permissions[command];

/** Folded text in which searches look for a case; undefined = it can't be searched. Holds no personal data. */
export function searchTextOf(kind: StreamKind, state: AnyState): string | undefined {
  return kind === 'register' ? foldEntry(state as RegisterState) : undefined;
}

export type AnyFacts = object & Circumstances;
