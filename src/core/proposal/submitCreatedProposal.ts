import type { RuleSet } from '../organ/ruleSet.ts';
import type { Decided, Known } from './facts.ts';
import type { SubmitCreatedProposal } from './intakeCommands.ts';
import { receivedOnCreated } from './receiveCreatedProposal.ts';
import { no } from './refusals.ts';
import { paperOf } from './submitProposal.ts';

/** 作成された情報についての提案 by the filer's own account (法118条; STP-24): the server's clock, within the register's period. */
export function submitCreatedProposal(command: SubmitCreatedProposal, rules: RuleSet, facts: Known): Decided {
  if (facts.actor.role === 'agent' && command.agent === null) return no('agentNotNamed');
  const form = { ...command.form, fileName: null, persons: null };
  return receivedOnCreated(command.release, paperOf({ ...command, form }, rules, facts), rules, facts);
}
