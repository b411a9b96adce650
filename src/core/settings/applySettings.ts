import type { RuleSet } from '../organ/ruleSet.ts';
import type { Setting } from './settings.ts';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined where the rule set has no such path. */
function at(tree: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return tree;
  return isTree(tree) && Object.hasOwn(tree, name) ? at(tree[name], rest) : undefined;
}

/** Whether a path leads to a value with its source, set or unset; whole parts and lists can't be set. */
export function hasSetting(rules: RuleSet, setting: string): boolean {
  const found = at(rules, setting.split('.'));
  return found === null || (isTree(found) && 'value' in found && 'source' in found);
}

function withValue(tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): Tree {
  const inner = tree[name];
  return { ...tree, [name]: rest.length === 0 || !isTree(inner) ? value : withValue(inner, rest, value) };
}

/**
 * The rule set with what officials set: a value that was unset is filled for every case, since without it the step is
 * refused; a printed value is replaced for cases from the setting's day on.
 */
export function applySettings(rules: RuleSet, settings: readonly Setting[], day: string): RuleSet {
  const applied = settings
    .filter(
      ({ setting, from }) => hasSetting(rules, setting) && (from <= day || at(rules, setting.split('.')) === null),
    )
    .reduce<Tree>(
      (tree, { setting, value, text }) => withValue(tree, setting.split('.'), { value, text, source: '設定' }),
      rules as unknown as Tree,
    );
  return applied as unknown as RuleSet;
}
