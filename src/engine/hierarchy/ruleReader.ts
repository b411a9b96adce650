import type { AreaTable } from '../../japan/areaTable.ts';
import type { RuleChoice } from '../recipe/recipe.ts';
import { unreachable } from '../unreachable.ts';
import { bandReader } from './bandReader.ts';
import { builtInReader } from './builtInReader.ts';
import type { LabelReader } from './labelReader.ts';
import { redactReader } from './redactReader.ts';

/**
 * The reader of a hierarchy that no file lists.
 *
 * @param values the distinct values that occur.
 * @throws InputError for a rule that can't be used as given.
 */
export function ruleReader(
  column: string,
  rule: RuleChoice,
  values: readonly (string | null)[],
  areas: AreaTable | null,
): LabelReader {
  switch (rule.kind) {
    case 'bands':
      return bandReader(column, rule);
    case 'builtIn':
      return builtInReader(column, rule.builtIn, areas);
    case 'redact':
      return redactReader(column, values);
    default:
      return unreachable(rule);
  }
}
