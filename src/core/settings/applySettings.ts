import { atPath, withAtPath } from '../organ/rulePath.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { asStands, canBeSet, printedAt } from './settable.ts';
import type { CitationCorrection, Ordered, SettingsState, ValueSetting } from './state.ts';

/** Of which case, and as it was known when: a decision knows all that is recorded, a paper what was recorded when it was made. */
export interface SettingsView {
  /** The day whose rules the case keeps (`YYYY-MM-DD`). */
  readonly day: string;
  /** `YYYY-MM-DDThh:mm` */
  readonly known: string;
}

type Recording = Ordered<ValueSetting | CitationCorrection>;
type Setting = Ordered<ValueSetting>;

/** The first day for whose cases a setting holds: never before the day on which it was recorded. */
const begins = ({ from, at }: Setting): string => (from > at.slice(0, 10) ? from : at.slice(0, 10));

/** Whether a recording was known, and not withdrawn for cases of this day. */
function stands(
  { setting, at, order }: Recording,
  day: string,
  { withdrawals }: SettingsState,
  known: string,
): boolean {
  const ends = withdrawals
    .filter((one) => one.setting === setting && one.order > order && one.at <= known)
    .map((one) => one.at.slice(0, 10));
  return at <= known && !ends.some((end) => day >= end);
}

const byBeginning = (one: Setting, other: Setting): number =>
  begins(one) === begins(other) ? one.order - other.order : begins(one) < begins(other) ? -1 : 1;

/**
 * The setting of a path that holds for a case; null = none. Where the source leaves the value open, a case from before
 * the first setting takes that one once it is in force, since without it the case could not go on; what came after it
 * changes nothing for that case.
 */
function settingFor(
  settings: readonly Setting[],
  isOpen: boolean,
  state: SettingsState,
  { day, known }: SettingsView,
): Setting | null {
  const inOrder = settings.toSorted(byBeginning);
  const kept = inOrder.findLast((one) => begins(one) <= day && stands(one, day, state, known));
  if (kept || !isOpen) return kept ?? null;
  const today = known.slice(0, 10);
  const first = inOrder.find((one) => begins(one) <= today && stands(one, today, state, known));
  return (
    (first && inOrder.findLast((one) => begins(one) === begins(first) && stands(one, today, state, known))) ?? null
  );
}

function withValues(rules: RuleSet, state: SettingsState, view: SettingsView): RuleSet {
  const byPath = Map.groupBy(state.values, ({ setting }) => setting);
  return [...byPath].reduce((applied, [path, settings]) => {
    if (!canBeSet(applied, path)) return applied;
    const setting = settingFor(settings, atPath(applied, path) === null, state, view);
    return setting ? withAtPath(applied, path, asStands(path, setting.value, setting.text)) : applied;
  }, rules);
}

/** An error of print is corrected in every case; what is printed anew from a day on, in the cases from that day on. */
function withCorrections(rules: RuleSet, state: SettingsState, { day, known }: SettingsView): RuleSet {
  const inForce = state.corrections.filter(
    (one) =>
      stands(one, known.slice(0, 10), state, known) &&
      (one.from === null || (one.from <= day && one.at.slice(0, 10) <= day)),
  );
  return inForce.reduce((applied, { setting, printed }) => {
    if (printedAt(applied, setting) === null) return applied;
    return withAtPath(applied, setting, { ...(atPath(applied, setting) as object), ...printed });
  }, rules);
}

/** The rule set of a case with what officials set and corrected (docs/decisions/0007). */
export const applySettings = (rules: RuleSet, state: SettingsState, view: SettingsView): RuleSet =>
  withCorrections(withValues(rules, state, view), state, view);
