import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { DetermineFee } from './commands.ts';
import type { Holding } from './contractState.ts';
import { type Decided, isBlank, type Known } from './facts.ts';
import { type Fee, holderFee, sameAsFirstFee } from './fee.ts';
import { no } from './refusals.ts';

/**
 * The fee of a proposal on created data: the flat amount for one who holds a contract on it (FEE-07), else what the first
 * contractor had to pay (FEE-06), which an official may replace with a reason (1c-10).
 */
export function determineCreatedFee(command: DetermineFee, { fee }: RuleSet, { createdTerms }: Known): Decided {
  const { yen, reason } = command;
  if (fee.createdByOther === null || fee.createdByHolder === null)
    return yen === null || isBlank(reason)
      ? no('feeTypedWithoutReason', { yen })
      : determined({ total: yen, lines: [], derivation: [] }, reason);
  const held = holdingOf(command, fee.createdByHolder, createdTerms?.holdings ?? []);
  if (held && 'refusal' in held) return held;
  if (held) return determined(holderFee(fee.createdByHolder.value.yen), null);
  if (yen !== null && !isBlank(reason)) return determined({ ...sameAsFirstFee(yen) }, reason);
  if (yen !== null) return no('feeTypedWithoutReason', { yen });
  const first = createdTerms?.firstFeeYen ?? null;
  return first === null ? no('firstFeeUnknown', {}, fee.createdByOther.text) : determined(sameAsFirstFee(first), null);
}

type HolderRule = NonNullable<RuleSet['fee']['createdByHolder']>;

/** The contract that makes the proposer a holder; null = none is named and none is sure to be there. */
function holdingOf({ holderOf }: DetermineFee, rule: HolderRule, holdings: readonly Holding[]) {
  const counting = holdings.filter(({ isFirst }) => rule.value.holder === 'anyHolder' || isFirst);
  if (holderOf === null) {
    const sure = counting.filter(({ certain }) => certain).map(({ proposal }) => proposal);
    return sure.length > 0 ? no('holderNotNamed', { contracts: sure }, rule.text) : null;
  }
  if (!holdings.some(({ proposal }) => proposal === holderOf)) return no('holdingUnknown', { contract: holderOf });
  return (
    counting.find(({ proposal }) => proposal === holderOf) ??
    no('holdingDoesNotCount', { contract: holderOf }, rule.text)
  );
}

const determined = ({ total, lines, derivation }: Fee, reason: string | null): Decided =>
  happened({
    type: 'feeDetermined',
    data: { yen: total, lines, derivation, minutes: [], outsourcingYen: null, identicalProposals: 1, reason },
  });
