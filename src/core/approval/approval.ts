import type { Circumstances } from '../aggregate.ts';
import { type Decision, happened } from '../decision.ts';
import type { StreamKind } from '../event.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { ApprovalCommand, ApproveDraft, DraftAct, NumberedAct, RecordApproval, ReturnDraft } from './commands.ts';
import type { ApprovalEvent } from './events.ts';
import { actOf, actsOf, type OutgoingAct, outgoing } from './outgoingActs.ts';
import { type ApprovalRefusal, no } from './refusals.ts';
import type { Approvable, ApprovalWay } from './state.ts';

type Decided = Decision<ApprovalEvent, ApprovalRefusal>;

const isBlank = (text: string | null) => text === null || text.trim() === '';
const today = ({ now }: Circumstances) => now.slice(0, 10);

/** Decides on 起案 and 決裁 in a case of any kind. */
export function decideApproval(
  command: ApprovalCommand,
  kind: StreamKind,
  state: Approvable,
  facts: Circumstances,
): Decided {
  if (!actsOf(kind).includes(command.act)) return no('actOfOtherCase', { act: command.act });
  switch (command.do) {
    case 'draftAct':
      return draftAct(command, state, facts);
    case 'approveDraft':
      return approveDraft(command, state, facts);
    case 'returnDraft':
      return returnDraft(command, state, facts);
    case 'recordApproval':
      return recordApproval(command, facts);
    default:
      return unreachable(command);
  }
}

/** 起案: one at a time for each act; a new draft takes the place of an approved one. */
function draftAct({ do: _, ...draft }: DraftAct, state: Approvable, facts: Circumstances): Decided {
  const standing = draftOf(state, draft.act);
  if (standing && standing.approval === null)
    return no('alreadyDrafted', { act: draft.act, draftedOn: standing.draftedOn });
  return happened({ type: 'actDrafted', data: { ...draft, draftedOn: today(facts), by: facts.actor.person } });
}

/** 決裁: never by the drafter. Who holds another's office for the day approves by 代決; any other 代決 says in whose absence. */
function approveDraft(command: ApproveDraft, state: Approvable, facts: Circumstances): Decided {
  const { act, way, post, reason } = command;
  const draft = pendingOf(state, act);
  if (draft === null) return no('draftMissing', { act });
  if (draft.by === facts.actor.person) return no('approverIsDrafter', { act });
  const { person, inPlaceOf } = facts.actor;
  const signed = { act, post, reason, on: today(facts), by: person };
  if (inPlaceOf !== undefined)
    return happened({ type: 'draftApproved', data: { ...signed, way: 'substituteApproval', inPlaceOf } });
  return absenceRefusal(way, reason) ?? happened({ type: 'draftApproved', data: { ...signed, way } });
}

function returnDraft({ act, reason }: ReturnDraft, state: Approvable, { actor }: Circumstances): Decided {
  if (pendingOf(state, act) === null) return no('draftMissing', { act });
  return happened({ type: 'draftReturned', data: { act, reason, by: actor.person } });
}

/** An approval given on paper or elsewhere, as it stands there. */
function recordApproval(command: RecordApproval, { actor }: Circumstances): Decided {
  const { act, draftedOn, note, way, post, on, reason, documentNumber = null } = command;
  if (on < draftedOn) return no('approvalBeforeDraft', { on, draftedOn });
  const absent = absenceRefusal(way, reason);
  if (absent) return absent;
  const approval = { way, post, on, reason };
  return happened({
    type: 'approvalRecorded',
    data: { act, draftedOn, note, files: [], documentNumber, by: actor.person, approval },
  });
}

const absenceRefusal = (way: ApprovalWay, reason: string | null) =>
  way === 'substituteApproval' && isBlank(reason) ? no('absenceMissing') : null;

const draftOf = ({ drafts }: Approvable, act: OutgoingAct) => drafts.find((draft) => draft.act === act) ?? null;

function pendingOf(state: Approvable, act: OutgoingAct) {
  const draft = draftOf(state, act);
  return draft?.approval === null ? draft : null;
}

/**
 * 施行 of a command that is to be done: what was drafted here goes out only when it was approved, and not on an earlier
 * day; what the organ routes here (`letters.routedActs`) never goes out without. Everything else needs no record.
 */
export function issue(
  kind: StreamKind,
  command: { readonly do: string },
  state: Approvable,
  { letters }: RuleSet,
  facts: Circumstances,
): Decided {
  const act = actOf(kind, command);
  if (act === null || facts.actor.role === 'system') return happened();
  const draft = draftOf(state, act);
  const { routedActs } = letters;
  const said = command as Readonly<Record<string, unknown>>;
  const on = String(said[outgoing(act).day ?? ''] ?? today(facts));
  if (draft === null)
    return routedActs?.value.includes(act)
      ? no('approvalMissing', { act }, routedActs.text)
      : numberedOnly(act, on, said.documentNumber);
  const { draftedOn, approval } = draft;
  if (approval === null) return no('notApproved', { act, draftedOn });
  if (on < approval.on) return no('issuedBeforeApproval', { act, on, approvedOn: approval.on });
  const number = said.documentNumber ?? draft.documentNumber ?? null;
  const documentNumber = number === null ? null : String(number);
  return happened({ type: 'actIssued', data: { act, on, documentNumber, draftedOn, approval } });
}

/** What went out without 起案 here keeps the number that its paper bears, where its own event does not. */
const numberedOnly = (act: OutgoingAct, on: string, documentNumber: unknown): Decided =>
  outgoing(act).numbered && typeof documentNumber === 'string'
    ? happened({ type: 'actNumbered', data: { act, on, documentNumber } })
    : happened();

/** A command without the 文書番号 that only the record of its 施行 keeps. */
export function unnumbered<Command extends { readonly do: string }>(kind: StreamKind, command: Command): Command {
  const act = actOf(kind, command);
  if (act === null || !outgoing(act).numbered) return command;
  const { documentNumber: _, ...rest } = command as Command & NumberedAct;
  return rest as unknown as Command;
}
