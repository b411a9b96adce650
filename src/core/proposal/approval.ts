import { happened } from '../decision.ts';
import type { ApproveDraft, DraftAct, RecordApproval, ReturnDraft } from './contractCommands.ts';
import type { ApprovableAct, ApprovalWay } from './contractState.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** 起案: one at a time for each act; a new draft takes the place of an approved one. */
export function draftAct({ do: _, ...draft }: DraftAct, state: ProposalState, facts: Known): Decided {
  const standing = draftOf(state, draft.act);
  if (standing && standing.approval === null)
    return no('alreadyDrafted', { act: draft.act, draftedOn: standing.draftedOn });
  return happened({ type: 'actDrafted', data: { ...draft, draftedOn: todayOf(facts), by: facts.actor.person } });
}

/** 決裁: never by the drafter; a 代決 says in whose absence. */
export function approveDraft(command: ApproveDraft, state: ProposalState, facts: Known): Decided {
  const { act, way, post, reason } = command;
  const draft = pendingOf(state, act);
  if (draft === null) return no('draftMissing', { act });
  if (draft.by === facts.actor.person) return no('approverIsDrafter', { act });
  const absent = absenceRefusal(way, reason);
  if (absent) return absent;
  return happened({
    type: 'draftApproved',
    data: { act, way, post, reason, on: todayOf(facts), by: facts.actor.person },
  });
}

export function returnDraft({ act, reason }: ReturnDraft, state: ProposalState, facts: Known): Decided {
  if (pendingOf(state, act) === null) return no('draftMissing', { act });
  return happened({ type: 'draftReturned', data: { act, reason, by: facts.actor.person } });
}

/** An approval given on paper or elsewhere, as it stands there. */
export function recordApproval(command: RecordApproval, facts: Known): Decided {
  const { act, draftedOn, note, way, post, on, reason } = command;
  if (on < draftedOn) return no('approvalBeforeDraft', { on, draftedOn });
  const absent = absenceRefusal(way, reason);
  if (absent) return absent;
  const approval = { way, post, on, reason };
  return happened({
    type: 'approvalRecorded',
    data: { act, draftedOn, note, files: [], by: facts.actor.person, approval },
  });
}

const absenceRefusal = (way: ApprovalWay, reason: string | null) =>
  way === 'substituteApproval' && isBlank(reason) ? no('absenceMissing') : null;

const draftOf = ({ life }: ProposalState, act: ApprovableAct) => life.drafts.find((draft) => draft.act === act) ?? null;

function pendingOf(state: ProposalState, act: ApprovableAct) {
  const draft = draftOf(state, act);
  return draft?.approval === null ? draft : null;
}

/** What was drafted here goes out only when it was approved, and not on an earlier day. */
export function approvalRefusal(state: ProposalState, act: ApprovableAct, on: string) {
  const draft = draftOf(state, act);
  if (draft === null) return null;
  if (draft.approval === null) return no('notApproved', { act, draftedOn: draft.draftedOn });
  return on < draft.approval.on ? no('issuedBeforeApproval', { act, on, approvedOn: draft.approval.on }) : null;
}
