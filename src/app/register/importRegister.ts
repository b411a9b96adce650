import { denied } from '../../core/access.ts';
import { decideIn } from '../../core/aggregate.ts';
import type { Refusal } from '../../core/decision.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { RegisterCommand } from '../../core/register/commands.ts';
import { register } from '../../core/register/register.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import { noAssurance } from '../../messages/noAssurance.ts';
import { refusalText } from '../../messages/refusalText.ts';
import type { AnyEvent } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import { policy } from '../policy.ts';
import type { StreamCommit } from '../ports/eventStore.ts';
import { foldEntry } from './foldEntry.ts';
import { type CellNote, type ImportedEntry, readRegister } from './readRegister.ts';
import type { RegisterRows } from './registerRows.ts';

export interface RegisterImport {
  readonly organ: OrganId;
  readonly actor: Actor;
  readonly commandId: string;
  /** The file's rows. */
  readonly file: RegisterRows;
  /** The day on which the entries are published with the import; null = they wait for their publication. */
  readonly publishedOn: string | null;
}

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly entries: readonly string[]; readonly warnings: readonly CellNote[] }
  /** Nothing was stored: these rows have to be put right first. */
  | { readonly outcome: 'rejected'; readonly errors: readonly CellNote[]; readonly warnings: readonly CellNote[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** The same import was done before, or someone registered one of the numbers meanwhile. */
  | { readonly outcome: 'repeated' | 'conflict' };

/** Takes a register over, all rows in one commit or none. */
export async function importRegister(parts: Parts, order: RegisterImport): Promise<ImportOutcome> {
  const { organ, actor, commandId } = order;
  const refusal = policy({ actor, organ, act: { command: 'registerFile' } });
  if (refusal) return { outcome: 'refused', refusal };
  if (await parts.events.committed(organ, commandId)) return { outcome: 'repeated' };
  const now = parts.clock.procedure();
  const rules = parts.rules.inForce(organ, now.slice(0, 10));
  if (rules === null)
    return { outcome: 'refused', refusal: denied('notConfigured', { organ, day: now.slice(0, 10) }).refusal };
  const preview = readRegister(order.file, rules);
  const decided = await Promise.all(preview.entries.map((entry) => registration(parts, order, entry, rules)));
  const errors = [...preview.errors, ...decided.flatMap((one) => ('message' in one ? [one] : []))];
  if (errors.length > 0 || decided.length === 0)
    return {
      outcome: 'rejected',
      errors: errors.toSorted((one, other) => one.line - other.line),
      warnings: preview.warnings,
    };
  const streams = decided.flatMap((one) => ('message' in one ? [] : [one]));
  const facts = { entries: streams.length };
  const audit = { act: 'importRegister', outcome: 'done', stream: null, facts } as const;
  const result = await parts.events.commit({ organ, commandId, actor, at: now, streams, audit, jobs: [] });
  if (result.outcome !== 'committed') return { outcome: result.outcome };
  return { outcome: 'imported', entries: streams.map(({ stream }) => stream.id), warnings: preview.warnings };
}

async function registration(
  parts: Parts,
  { organ, actor, publishedOn }: RegisterImport,
  { id: given, command, line }: ImportedEntry,
  rules: RuleSet,
): Promise<StreamCommit | CellNote> {
  const noteOf = (message: string): CellNote => ({ line, column: '', value: command.contents.fileName, message });
  const id = given ?? `file-${await parts.events.nextNumber(organ, 'register')}`;
  const before = await parts.events.state(organ, { kind: 'register', id });
  // A number whose registration was undone is free again; its history stays.
  if (before && (before.state as RegisterState).stage !== 'undone')
    return noteOf(`登録番号「${id}」は既に登録されています。`);
  const now = parts.clock.procedure();
  const closedDays = { ...parts.holidays, yearEnd: rules.deadlines.yearEnd?.value ?? null };
  const facts = { now, actor, ruleDay: now.slice(0, 10), closedDays, entry: id, created: null, noAssurance };
  const commands: RegisterCommand[] = [command, ...(publishedOn ? [{ do: 'publishEntry', publishedOn } as const] : [])];
  const events: AnyEvent[] = [];
  let state: ReturnType<typeof register.evolve> | null = null;
  for (const one of commands) {
    const decision = decideIn(register, one, state, rules, facts);
    if ('refusal' in decision) return noteOf(refusalText(decision.refusal));
    events.push(...decision.events);
    for (const event of decision.events) state = register.evolve(state, event);
  }
  if (state === null) throw new Error('a registration makes an entry');
  return {
    stream: { kind: 'register', id },
    expectedVersion: before?.version ?? 0,
    events,
    state,
    searchText: foldEntry(state),
  };
}
