import { atPath, isTree } from '../organ/rulePath.ts';
import type { RuleSet, Sourced } from '../organ/ruleSet.ts';
import { type PrintedBefore, printedMembers } from './commands.ts';

/** What makes a rule set this one and no other; new days come with a new rule set. */
const fixed: readonly string[] = ['effectiveFrom', 'sourceDate', 'supersedes'];

const isSourced = (value: unknown): value is NonNullable<Sourced<unknown>> =>
  isTree(value) && 'value' in value && 'source' in value;

/** A form has its name and number where other values have `value`. */
export const isForm = (setting: string): boolean => setting.startsWith('forms.');

/** Whether a path leads to a value that can be set: one with its source, or one that is unset; never a whole part or list. */
export function canBeSet(rules: RuleSet, setting: string): boolean {
  if (fixed.includes(setting)) return false;
  const found = atPath(rules, setting);
  return found === null || isSourced(found) || (isForm(setting) && isTree(found));
}

/** A value with its source, as it stands at a path; null = unset. */
export function standingAt(rules: RuleSet, setting: string): NonNullable<Sourced<unknown>> | null {
  const found = atPath(rules, setting);
  if (isSourced(found)) return found;
  if (!isForm(setting) || !isTree(found)) return null;
  const { text, source, law: _, ...value } = found;
  return { value, text: String(text), source: String(source) };
}

/** A value in the form in which the rule set has it at this path. */
export function asStands(setting: string, value: unknown, text: string): unknown {
  const cited = { text, source: '設定' };
  return isForm(setting) && isTree(value) ? { ...value, ...cited } : { value, ...cited };
}

/** What is printed of a place: its citation, and label and wording where it has them; null where nothing is. */
export function printedAt(rules: RuleSet, setting: string): PrintedBefore | null {
  const found = atPath(rules, setting);
  if (!isTree(found) || !('source' in found)) return null;
  const members = printedMembers.filter((name) => Object.hasOwn(found, name));
  return Object.fromEntries(members.map((name) => [name, found[name] as string | null]));
}

/** The paths of all values that can be set, in the order of the rule set; those that are unset among them. */
export function settablePaths(rules: RuleSet): readonly string[] {
  const visit = (part: unknown, path: string): readonly string[] => {
    if (path !== '' && canBeSet(rules, path)) return [path];
    if (!isTree(part)) return [];
    return Object.entries(part).flatMap(([name, inner]) => visit(inner, path === '' ? name : `${path}.${name}`));
  };
  return visit(rules, '');
}

/** The paths of the places whose print can be corrected besides values: items of lists and forms. */
export function provisionPaths(rules: RuleSet): readonly string[] {
  const visit = (part: unknown, path: string): readonly string[] => {
    if (Array.isArray(part))
      return part.flatMap((item, index) => {
        const name = isTree(item) && typeof item.id === 'string' ? item.id : String(index);
        return isTree(item) && 'source' in item ? [`${path}.${name}`] : [];
      });
    if (!isTree(part) || isSourced(part)) return [];
    return Object.entries(part).flatMap(([name, inner]) => visit(inner, path === '' ? name : `${path}.${name}`));
  };
  return visit(rules, '');
}

/** The paths of the values that no source gives and no official has set. */
export const unsetPaths = (rules: RuleSet): readonly string[] =>
  settablePaths(rules).filter((path) => atPath(rules, path) === null);
