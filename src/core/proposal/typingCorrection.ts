import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import type { DropTypingCorrection, ProposeTypingCorrection } from './intakeCommands.ts';
import { corrected, previewCorrection } from './previewCorrection.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';
import type { TypingChanges } from './typingChanges.ts';

/** 誤記の訂正の申出: with its reason and with what it would move; nothing changes before another person confirms it. */
export function proposeTypingCorrection(
  { changes, reason }: ProposeTypingCorrection,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const today = todayOf(facts);
  if (isBlank(reason)) return no('typingWithoutReason');
  if (state.pendingTyping) return no('typingPending', { by: state.pendingTyping.by });
  if (!changesSomething(changes, state)) return no('nothingRetyped');
  if (changes.noticeDate !== null && state.notice === null) return no('noNoticeToCorrect');
  const days = [changes.receivedOn, changes.dispatchedOn, changes.noticeDate];
  const future = days.find((day) => day !== null && day > today);
  if (future) return no('typingInFuture', { day: future, today });
  if (state.channel === 'online' && (changes.receivedOn ?? changes.receivedTime) !== null)
    return no('serverTimeStands', { receivedOn: state.receivedOn, receivedTime: state.receivedTime });
  const preview = previewCorrection(changes, state, rules, facts);
  return happened({
    type: 'typingCorrectionProposed',
    data: { changes, reason, by: facts.actor.person, preview },
  });
}

function changesSomething({ form, ...changes }: TypingChanges, state: ProposalState): boolean {
  const standing = { ...state, noticeDate: state.notice?.noticeDate ?? null };
  const named = Object.entries(changes) as [keyof typeof changes, unknown][];
  const boxes = Object.entries(form) as [keyof typeof form, unknown][];
  return (
    named.some(([name, value]) => value !== null && value !== standing[name]) ||
    boxes.some(([name, value]) => JSON.stringify(value) !== JSON.stringify(state.form[name]))
  );
}

/** A second person confirms; what it moves is computed again, and has to be what was shown. */
export function confirmTypingCorrection(state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { pendingTyping } = state;
  if (pendingTyping === null) return no('noTypingPending');
  if (pendingTyping.by === facts.actor.person) return no('secondPersonMissing', { by: pendingTyping.by });
  const preview = previewCorrection(pendingTyping.changes, state, rules, facts);
  if (JSON.stringify(preview) !== JSON.stringify(pendingTyping.preview)) return no('typingPreviewStale');
  const result = corrected(pendingTyping.changes, state, rules, facts);
  return happened({ type: 'typingCorrected', data: { ...pendingTyping, confirmedBy: facts.actor.person, result } });
}

export function dropTypingCorrection({ reason }: DropTypingCorrection, state: ProposalState, facts: Known): Decided {
  if (state.pendingTyping === null) return no('noTypingPending');
  if (isBlank(reason)) return no('typingWithoutReason');
  return happened({ type: 'typingCorrectionDropped', data: { reason, by: facts.actor.person } });
}
