import {
  type Aggregate,
  type Circumstances,
  type CommonRefusal,
  commonRefusals,
  type Permission,
} from '../aggregate.ts';
import { type Decision, happened, refusing } from '../decision.ts';
import type { Event } from '../event.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import { hasSetting } from './applySettings.ts';

/** 規程の値の設定: a value that no source gives, or that replaces a printed one, set by an official from a day on. */
export interface SetRuleValue {
  readonly do: 'setRuleValue';
  /** Path of the value in the rule set: `intake.arrivalRule`. */
  readonly setting: string;
  /** In the shape that the rule set has for it. */
  readonly value: unknown;
  /** The decision or provision it rests on, as it is to be cited. */
  readonly text: string;
  readonly from: string;
  readonly reason: string;
}

export interface ClearRuleValue {
  readonly do: 'clearRuleValue';
  readonly setting: string;
  readonly reason: string;
}

export type SettingsCommand = SetRuleValue | ClearRuleValue;

/** A value as it was set. */
export interface Setting {
  readonly setting: string;
  readonly value: unknown;
  readonly text: string;
  readonly from: string;
  readonly reason: string;
  readonly by: string;
}

export type SettingsEvent =
  | Event<'ruleValueSet', Setting>
  | Event<'ruleValueCleared', { readonly setting: string; readonly reason: string; readonly by: string }>;

export const settingsStages = ['set'] as const;

/** The settings of one organ, oldest first; a later one of the same path takes the place of an earlier one from its day on. */
export interface SettingsState {
  readonly stage: (typeof settingsStages)[number];
  readonly settings: readonly Setting[];
}

export const settingsPermissions = {
  setRuleValue: { roles: ['administrator'], stages: ['absent', 'set'] },
  clearRuleValue: { roles: ['administrator'], stages: ['set'] },
} as const satisfies Record<SettingsCommand['do'], Permission<SettingsState['stage']>>;

/** Refusals of a setting, each with what it rests on. */
export const settingsRefusals = {
  settingUnknown: 'STP-29',
  settingNotAcceptable: 'STP-29',
  settingReasonMissing: 'STP-29',
  settingNotMade: 'STP-29',
} as const;
export type SettingsRefusal = keyof typeof settingsRefusals;

/** What is wrong with the rule set once the value stands in it; empty = nothing. */
export interface SettingsFacts {
  readonly mistakes: readonly string[];
}

const no = refusing(settingsRefusals);
const isBlank = (text: string) => text.trim() === '';

function decide(
  command: SettingsCommand,
  state: SettingsState | null,
  rules: RuleSet,
  { actor, mistakes }: SettingsFacts & Circumstances,
): Decision<SettingsEvent, SettingsRefusal | CommonRefusal> {
  const { setting, reason } = command;
  if (isBlank(reason)) return no('settingReasonMissing', { setting });
  if (command.do === 'setRuleValue') {
    if (!hasSetting(rules, setting)) return no('settingUnknown', { setting });
    if (isBlank(command.text)) return no('settingReasonMissing', { setting });
    if (mistakes.length > 0) return no('settingNotAcceptable', { setting, mistakes });
    const { do: _, ...value } = command;
    return happened({ type: 'ruleValueSet', data: { ...value, by: actor.person } });
  }
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  if (!state.settings.some((one) => one.setting === setting)) return no('settingNotMade', { setting });
  return happened({ type: 'ruleValueCleared', data: { setting, reason, by: actor.person } });
}

function evolve(state: SettingsState | null, event: SettingsEvent): SettingsState {
  const settings = state?.settings ?? [];
  switch (event.type) {
    case 'ruleValueSet':
      return { stage: 'set', settings: [...settings, event.data] };
    case 'ruleValueCleared':
      return { stage: 'set', settings: settings.filter(({ setting }) => setting !== event.data.setting) };
    default:
      return unreachable(event);
  }
}

/** What an organ's officials set of its rules (STP-29): one stream for each organ. */
export const settings: Aggregate<SettingsCommand, SettingsState, SettingsEvent, SettingsFacts, SettingsRefusal> = {
  kind: 'organ',
  permissions: settingsPermissions,
  decide,
  evolve,
};
