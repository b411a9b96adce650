import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { CancelContract } from './commands.ts';
import { type Decided, isBlank, type Known } from './facts.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** 契約の解除 (CAN-1..5). A ground of the contract alone is one only where the organ says so, and bars nobody (CAN-4). */
export function cancelContract(command: CancelContract, _state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { cancelledOn, ground, reason } = command;
  const { cancelledBy, cancellableOnContractGrounds } = rules.contract;
  const by = cancelledBy?.value ?? 'city';
  if (by !== 'city' && by !== facts.actor.role)
    return no('wrongCanceller', { role: facts.actor.role, by }, cancelledBy?.text);
  if (isBlank(reason)) return no('cancellationReasonMissing');
  if (ground === 'contract' && cancellableOnContractGrounds?.value !== true)
    return no('contractGroundNotAdmitted', {}, cancellableOnContractGrounds?.text);
  return happened({ type: 'contractCancelled', data: { cancelledOn, ground, reason } });
}
