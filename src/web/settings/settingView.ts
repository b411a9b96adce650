import { atPath } from '../../core/organ/rulePath.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { blockedBy } from '../../core/settings/blockedBy.ts';
import { nationalValue } from '../../core/settings/nationalValues.ts';
import { provisionPaths, settablePaths, standingAt } from '../../core/settings/settable.ts';
import type { Ordered, SettingsState, Withdrawal } from '../../core/settings/state.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { ruleName } from '../../messages/ruleNames.ts';
import { settingWords } from '../../messages/settingWords.ts';
import { valueWords } from '../../messages/valueWords.ts';

/** A value of the rules as the administrator's pages show it. */
export interface SettingRow {
  readonly path: string;
  readonly area: string;
  readonly name: string;
  /** In words; null = unset. */
  readonly value: string | null;
  readonly citation: string;
  readonly state: string;
  /** The acts that wait for it. */
  readonly waits: readonly string[];
}

/** Which rows a list shows. */
export const shownLists = ['unset', 'all', 'print'] as const;
export type ShownList = (typeof shownLists)[number];

/** One value, or one place whose print can be corrected. */
export function settingRow(rules: RuleSet, path: string): SettingRow {
  const standing = standingAt(rules, path);
  const printed = standing === null && atPath(rules, path) !== null ? printedRow(rules, path) : null;
  const [value, citation, source] = standing
    ? [valueWords(standing.value), standing.text, standing.source]
    : (printed ?? [null, '', '']);
  const state = value === null ? settingWords.unset : source === '設定' ? settingWords.set : settingWords.given;
  const waits = value === null ? blockedBy(rules, path).map((command) => commandWords[command].title) : [];
  return { path, ...ruleName(path), value, citation, state, waits };
}

function printedRow(rules: RuleSet, path: string): readonly [value: string, citation: string, source: string] {
  const { label, wording, name, text, source } = atPath(rules, path) as Readonly<
    Record<string, string | null | undefined>
  >;
  return [[label ?? name, wording].filter(Boolean).join(' '), text ?? '', source ?? ''];
}

/** The rows of a list, in the order of the rule set; of the unset ones, those that something waits for come first. */
export function settingRows(rules: RuleSet, list: ShownList): readonly SettingRow[] {
  const paths = list === 'print' ? provisionPaths(rules) : settablePaths(rules);
  const rows = paths.map((path) => settingRow(rules, path));
  if (list !== 'unset') return rows;
  const unset = rows.filter(({ value }) => value === null);
  return [...unset.filter(({ waits }) => waits.length > 0), ...unset.filter(({ waits }) => waits.length === 0)];
}

/** What the law says of a value; null where the organ is free. */
export function nationalWords(rules: RuleSet, path: string): string | null {
  const national = nationalValue(rules, path);
  if (national === null) return null;
  const { basis, atLeast } = national;
  return atLeast === undefined ? settingWords.nationalFixed(basis) : settingWords.nationalAtLeast(basis, atLeast);
}

/** One act of the past: who changed what, from what to what, and why. */
export interface SettingAct {
  readonly path: string;
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly from: string;
  readonly citation: string;
  readonly reason: string;
}

const printedText = (printed: Readonly<Record<string, string | null | undefined>>): string =>
  Object.entries(printed)
    .map(([member, text]) => `${settingWords.printed[member as keyof typeof settingWords.printed]}: ${text ?? ''}`)
    .join('、');

const withdrawn = ({ setting, at, by, reason }: Ordered<Withdrawal>): Omit<SettingAct, 'from' | 'citation'> => ({
  path: setting,
  at,
  by,
  what: settingWords.withdrawAct,
  before: '',
  after: '',
  reason,
});

/** All acts, newest first; of one path if it is named. */
export function settingActs(state: SettingsState | null, path?: string): readonly SettingAct[] {
  const { values = [], corrections = [], withdrawals = [] } = state ?? {};
  const acts = [
    ...values.map(({ order, setting, before, value, text, ...rest }) => ({
      ...{ order, path: setting, what: settingWords.setAct, citation: text },
      ...{ before: before === null ? settingWords.unset : valueWords(before.value), after: valueWords(value) },
      ...{ at: rest.at, by: rest.by, from: rest.from, reason: rest.reason },
    })),
    ...corrections.map(({ order, setting, before, printed, from, at, by, reason }) => ({
      ...{ order, path: setting, what: settingWords.correctAct, citation: '' },
      ...{ before: printedText(before), after: printedText({ ...printed }), at, by, from: from ?? '', reason },
    })),
    ...withdrawals.map((one) => ({ order: one.order, ...withdrawn(one), from: '', citation: '' })),
  ];
  return acts
    .filter((act) => path === undefined || act.path === path)
    .toSorted((one, other) => other.order - one.order);
}
