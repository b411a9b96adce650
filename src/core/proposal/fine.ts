import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ImposeFine } from './contractCommands.ts';
import { type Decided, isBlank } from './facts.ts';
import { no } from './refusals.ts';

type FineRule = NonNullable<RuleSet['penalties']['feeFraudFine']>['value'];

/** FEE-12: so many times what was evaded, or the floor of the ceiling where that is less. Amounts in yen. */
export const fineCeiling = (evadedYen: number, { multiple, floorYen }: FineRule): number =>
  Math.max(multiple * evadedYen, floorYen);

/** 過料: at most the ceiling; there is no least amount. */
export function imposeFine({ do: _, ...fine }: ImposeFine, { penalties }: RuleSet): Decided {
  const rule = penalties.feeFraudFine;
  if (rule === null) return no('noFine');
  const ceiling = fineCeiling(fine.evadedYen, rule.value);
  if (fine.yen > ceiling) return no('fineTooHigh', { yen: fine.yen, ceiling }, rule.text);
  if (isBlank(fine.reason)) return no('fineReasonMissing', {}, rule.text);
  return happened({ type: 'fineImposed', data: fine });
}
