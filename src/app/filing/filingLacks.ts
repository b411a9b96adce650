import type { ReceiveCorrection } from '../../core/proposal/commands.ts';
import { correctedPart } from '../../core/proposal/correct.ts';
import type { SubmitCreatedProposal, SubmitProposal } from '../../core/proposal/intakeCommands.ts';
import { missingParts, solicitedNames } from '../../core/proposal/missingParts.ts';
import { filedPart } from '../../core/proposal/receive.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { Command } from '../aggregates.ts';
import { readCommand } from '../fields/commandFields.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { Account } from '../ports/identity.ts';
import { commandOf, type FilingTarget } from './filing.ts';
import type { FilingSubject } from './filingSubject.ts';

type Fields = Readonly<Record<string, unknown>>;
/** What the parts of a proposal are looked up in. */
type Filed = Parameters<typeof missingParts>[0];

/**
 * What the papers would lack if they were sent as they are (CHK-DOC), by the names of `missingParts`. Copies and the
 * identity check are the desk's, and not among it. What cannot be read counts as not written.
 */
export async function filingLacks(
  parts: Parts,
  account: Account,
  target: FilingTarget,
  subject: FilingSubject,
  fields: Fields,
): Promise<readonly string[]> {
  const state = (subject.record?.state ?? null) as ProposalState | null;
  const today = parts.clock.procedure().slice(0, 10);
  const rules = parts.rules.inForce(account.organ, state?.ruleDay ?? today);
  const command = readable(target, fields);
  if (rules === null || command === null) return [];
  const entryId = target.kind === 'correction' ? (state?.entry ?? '') : target.entry;
  const entry = await loadCase(parts, account.organ, 'register', entryId);
  const callId = target.kind === 'call' ? target.call : (state?.call ?? null);
  const call = callId === null ? null : await loadCase(parts, account.organ, 'call', callId);
  const group = call?.groups.find(({ entries }) => entries.includes(entryId))?.name;
  const names = solicitedNames(entry?.contents.fileName, group);
  const items = entry?.contents.recordItems.map(({ name }) => name) ?? null;
  const lacking = missingParts(filedState(command, state, today), rules, names, items);
  const byAgent = account.roles.includes('agent') && 'agent' in command && command.agent === null && state === null;
  return [...(byAgent ? ['agent'] : []), ...lacking].filter(
    (part) => part !== 'copies' && !part.startsWith('identity:'),
  );
}

function filedState(command: Command, state: ProposalState | null, today: string): Filed {
  if (state !== null) {
    const corrected = { ...(command as ReceiveCorrection), copies: null };
    return { ...state, ...correctedPart(corrected, state) };
  }
  const filing = command as SubmitProposal | SubmitCreatedProposal;
  const created = filing.do === 'submitCreatedProposal' ? { release: filing.release, name: '' } : null;
  const form = { fileName: null, persons: null, ...filing.form };
  return { ...filedPart({ ...filing, copies: 0 }, form, today), created, identityChecks: [] };
}

const nobody = { kind: 'corporation', name: '' } as const;

/** The fields as a command, without those that are wrong; null when nothing can be read. */
function readable(target: FilingTarget, fields: Fields): Command | null {
  let rest: Fields = fields;
  for (let tries = 0; tries < 3; tries += 1) {
    const read = readCommand(commandOf(target), rest);
    if (!('errors' in read)) return read.value;
    rest = read.errors.reduce(withoutWrong, rest);
  }
  return null;
}

function withoutWrong(fields: Fields, { field }: { readonly field: string }): Fields {
  const [name = '', box = ''] = field.split(/[.[]/);
  if (name === 'proposers') return { ...fields, proposers: [nobody] };
  if (name === 'agent') return { ...fields, agent: null };
  if (name === 'attachments') return { ...fields, attachments: [] };
  if (name !== 'form') return { ...fields, [name]: '-' };
  const { [box]: _, ...form } = fields.form as Fields;
  return { ...fields, form };
}
