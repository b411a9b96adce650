import type { Circumstances } from '../aggregate.ts';
import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type {
  AddClosedDay,
  ChangeDivisions,
  ChangeService,
  HandOverWork,
  LogOutOfPurposeUse,
  NameSubstitute,
} from './commands.ts';
import type { Decided } from './council.ts';
import { no } from './refusals.ts';
import type { CaseRef, OfficeState } from './state.ts';

/** What a decision about the office knows from the cases: the open work of the person whose work is handed over, or of everybody. */
export interface OfficeFacts {
  readonly openWork: readonly CaseRef[];
}

const isBlank = (text: string) => text.trim() === '';

/** 事務引継: every open case of the person at once, none is left behind. */
export function handOverWork({ do: _, ...given }: HandOverWork, { openWork }: OfficeFacts): Decided {
  if (given.from === given.to) return no('handedOverToSelf', { person: given.from });
  if (isBlank(given.reason)) return no('officeReasonMissing');
  if (openWork.length === 0) return no('nothingToHandOver', { person: given.from });
  return happened({ type: 'workHandedOver', data: { ...given, cases: openWork } });
}

export function nameSubstitute({ do: _, ...substitute }: NameSubstitute): Decided {
  const { person, substitute: other, from, to, reason } = substitute;
  if (person === other) return no('handedOverToSelf', { person });
  if (isBlank(reason)) return no('officeReasonMissing');
  return to < from ? no('substituteDaysWrong', { from, to }) : happened({ type: 'substituteNamed', data: substitute });
}

/** 離任: nobody takes the own access away. */
export function changeService({ do: _, ...change }: ChangeService, { actor }: Circumstances): Decided {
  if (change.person === actor.person) return no('ownService');
  return isBlank(change.reason) ? no('officeReasonMissing') : happened({ type: 'serviceChanged', data: change });
}

/** 組織の改正: from a day that is still to come, or today; the cases follow on that day. */
export function changeDivisions({ do: _, ...change }: ChangeDivisions, { now }: Circumstances): Decided {
  const today = now.slice(0, 10);
  const from = [...new Set(change.from)].filter((name) => !isBlank(name) && name !== change.to);
  if (from.length === 0 || isBlank(change.to)) return no('divisionsMissing');
  if (isBlank(change.reason)) return no('officeReasonMissing');
  if (change.on < today) return no('divisionChangePast', { on: change.on, today });
  return happened({ type: 'divisionsChanged', data: { ...change, from } });
}

export const isOwnClosedDay = ({ closedDays }: OfficeState, day: string): boolean =>
  closedDays.some((one) => one.day === day && one.withdrawnOn === null);

/** 閉庁日: days that were printed before stay as they are; they are listed. */
export function addClosedDay({ do: _, ...added }: AddClosedDay, state: OfficeState, { now }: Circumstances): Decided {
  const today = now.slice(0, 10);
  if (isOwnClosedDay(state, added.day)) return no('closedDayKnown', { day: added.day });
  if (added.decidedOn > today) return no('closedDayDecidedLater', { decidedOn: added.decidedOn, today });
  return happened({ type: 'closedDayAdded', data: added });
}

/** SEC-14: only by law, for the proper running of the office, or in the public interest once the council was heard. */
export function logOutOfPurposeUse({ do: _, ...use }: LogOutOfPurposeUse, { creation }: RuleSet): Decided {
  const council = creation.councilOpinion;
  if (council === null && use.ground !== 'law') return no('noOutOfPurposeUse', { ground: use.ground });
  const unheard = use.councilHeardOn === null || use.councilHeardOn > use.on;
  if (use.ground === 'publicInterest' && unheard) return no('publicInterestWithoutCouncil', {}, council?.text);
  return happened({ type: 'outOfPurposeUseLogged', data: use });
}
