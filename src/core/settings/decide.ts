import { type Circumstances, type CommonRefusal, commonRefusals } from '../aggregate.ts';
import { type Decision, happened, refusing } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { CorrectCitation, PrintedBefore, SetRuleValue, SettingsCommand, WithdrawSetting } from './commands.ts';
import { printedMembers } from './commands.ts';
import type { SettingsEvent } from './events.ts';
import { nationalValue } from './nationalValues.ts';
import { no, type SettingsRefusal } from './refusals.ts';
import { canBeSet, printedAt, standingAt } from './settable.ts';
import type { SettingsState } from './state.ts';

export interface SettingsFacts {
  /** What is wrong with the rule set once the command is done, by the check of the profiles; empty = nothing. */
  readonly mistakes: readonly string[];
  /** In words, what the value has to look like. */
  readonly expected: string;
}

type Decided = Decision<SettingsEvent, SettingsRefusal | CommonRefusal>;
type Known = SettingsFacts & Circumstances;

/** Decides a command on the settings of an organ; `rules` are the organ's of today, with what was set before. */
export function decide(command: SettingsCommand, state: SettingsState | null, rules: RuleSet, facts: Known): Decided {
  const { setting } = command;
  if (isBlank(command.reason)) return no('settingReasonMissing', { setting });
  switch (command.do) {
    case 'setRuleValue':
      return setRuleValue(command, rules, facts);
    case 'correctCitation':
      return correctCitation(command, rules, facts);
    case 'withdrawSetting':
      return withdrawSetting(command, state, facts);
    default:
      return unreachable(command);
  }
}

const isBlank = (text: string) => text.trim() === '';

/** Values of the rule set are plain JSON, and their members stand in the order of its check. */
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function setRuleValue(command: SetRuleValue, rules: RuleSet, facts: Known): Decided {
  const { do: _, correctsSource, ...recorded } = command;
  const { setting, value, text } = command;
  if (!canBeSet(rules, setting)) return no('settingUnknown', { setting });
  if (isBlank(text)) return no('settingReasonMissing', { setting });
  if (facts.mistakes.length > 0)
    return no('settingNotAcceptable', { setting, value: shown(value), expected: facts.expected });
  const before = standingAt(rules, setting);
  const refused = nationalRefusal(command, rules) ?? sourceRefusal(command, before);
  if (refused) return refused;
  const standing = before && { value: before.value, text: before.text, source: before.source };
  return happened({
    type: 'ruleValueSet',
    data: { ...recorded, before: standing, by: facts.actor.person, at: facts.now },
  });
}

/** The Act's values are not the organ's to change; a longer window than the least is. */
function nationalRefusal({ setting, value }: SetRuleValue, rules: RuleSet) {
  const national = nationalValue(rules, setting);
  if (national === null) return null;
  const { basis, atLeast } = national;
  const standing = standingAt(rules, setting)?.value;
  if (atLeast === undefined)
    return same(standing, value)
      ? null
      : no('valueFixedByLaw', { setting, standing: shown(standing), value: shown(value) }, basis);
  return Number(value) < atLeast ? no('valueBelowLaw', { setting, atLeast, value: shown(value) }, basis) : null;
}

/** A value of a source is replaced only by one who knows that the source gives it; both are shown. */
function sourceRefusal({ setting, value, text, correctsSource }: SetRuleValue, before: ReturnType<typeof standingAt>) {
  if (before === null) return null;
  if (same(before.value, value) && before.text === text)
    return no('valueUnchanged', { setting, standing: shown(value) });
  if (before.source === '設定' || correctsSource) return null;
  return no('sourceGivesValue', {
    setting,
    standing: shown(before.value),
    citation: before.text,
    value: shown(value),
  });
}

function correctCitation(command: CorrectCitation, rules: RuleSet, { mistakes, actor, now }: Known): Decided {
  const { do: _, ...recorded } = command;
  const { setting, printed } = command;
  const before = printedAt(rules, setting);
  if (before === null) return no('nothingPrinted', { setting });
  const given = printedMembers.filter((name) => printed[name] !== undefined);
  const foreign = given.filter((name) => name !== 'law' && before[name] === undefined);
  if (foreign.length > 0 || mistakes.length > 0)
    return no('settingNotAcceptable', { setting, value: foreign.join('、'), expected: Object.keys(before).join('、') });
  if (given.every((name) => before[name] === printed[name])) return no('printUnchanged', { setting });
  const standing: PrintedBefore = Object.fromEntries(
    given.flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]]])),
  );
  return happened({
    type: 'citationCorrected',
    data: { ...recorded, before: standing, by: actor.person, at: now },
  });
}

function withdrawSetting(
  { setting, reason }: WithdrawSetting,
  state: SettingsState | null,
  { actor, now }: Known,
): Decided {
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: 'withdrawSetting' });
  if (!isMade(state, setting)) return no('settingNotMade', { setting });
  return happened({ type: 'settingWithdrawn', data: { setting, reason, by: actor.person, at: now } });
}

/** Whether something was set for a path since it was last withdrawn. */
export function isMade({ values, corrections, withdrawals }: SettingsState, setting: string): boolean {
  const newest = (recordings: readonly { readonly setting: string; readonly order: number }[]) =>
    recordings.findLast((one) => one.setting === setting)?.order ?? -1;
  return Math.max(newest(values), newest(corrections)) > newest(withdrawals);
}
