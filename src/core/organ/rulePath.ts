import type { RuleSet } from './ruleSet.ts';

type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an item of a list answers to a name: its id, or its place where it has none. */
const isNamed = (item: unknown, index: number, name: string): boolean =>
  isTree(item) && typeof item.id === 'string' ? item.id === name : String(index) === name;

/** What stands at a path of the rule set (`intake.arrivalRule`, `review.criteria.CRI-2`); undefined = there is no such path. */
export function atPath(rules: RuleSet, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => {
    if (Array.isArray(part)) return part.find((item, index) => isNamed(item, index, name));
    return isTree(part) && Object.hasOwn(part, name) ? part[name] : undefined;
  }, rules);
}

/** The rule set with something else at a path that it has. */
export function withAtPath(rules: RuleSet, path: string, value: unknown): RuleSet {
  return replaced(rules, path.split('.'), value) as RuleSet;
}

function replaced(part: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(part))
    return part.map((item, index) => (isNamed(item, index, name) ? replaced(item, rest, value) : item));
  if (!isTree(part)) throw new Error(`a rule set has nothing at ${name}`);
  return { ...part, [name]: replaced(part[name], rest, value) };
}
