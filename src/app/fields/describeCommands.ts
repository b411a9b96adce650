import * as z from 'zod';
import type { Role } from '../../core/role.ts';
import { type AggregateKind, type CommandName, kindOf, permissionOf } from '../aggregates.ts';
import { commandFields } from './commandFields.ts';

/** A command as `scenario commands` and the reference describe it. */
export interface CommandDescription {
  readonly name: CommandName;
  readonly case: AggregateKind;
  readonly roles: readonly Role[];
  /** Stages in which it can be given; `absent` = it begins the case. */
  readonly states: readonly string[];
  /** JSON Schema of its fields. */
  readonly fields: object;
}

/** Every command with its roles, states and fields. */
export function describeCommands(): CommandDescription[] {
  return (Object.keys(commandFields) as CommandName[]).map((name) => {
    const { roles, stages } = permissionOf(name);
    const fields = z.toJSONSchema(commandFields[name], { io: 'input', unrepresentable: 'any' });
    return { name, case: kindOf(name) ?? 'register', roles, states: stages, fields };
  });
}
