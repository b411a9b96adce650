import type { RuleSet } from '../organ/ruleSet.ts';
import { arrivalRefusal, channelRefusal, type FilingWindow } from './arrival.ts';
import type { Decided, Known, ProposalFacts } from './facts.ts';
import type { ReceiveCreatedProposal } from './intakeCommands.ts';
import { type Paper, paperRefusal, partyRefusal, received } from './receive.ts';
import { no } from './refusals.ts';

/**
 * 作成された行政機関等匿名加工情報についての提案 (法118条; STP-24): no call, only the period that the register shows where the
 * organ has one, and a form without the file's name and the number of persons (FRM-18).
 */
export function receiveCreatedProposal(command: ReceiveCreatedProposal, rules: RuleSet, facts: Known): Decided {
  const paper = paperOf(command);
  return paperRefusal(paper, rules) ?? receivedOnCreated(command.release, paper, rules, facts);
}

/** A filing on created data, over the desk or by the filer's own account. */
export function receivedOnCreated(release: string, paper: Paper, rules: RuleSet, facts: Known): Decided {
  const { created, entry } = facts;
  if (entry === null || created === null) return no('createdDataUnknown', { release });
  const { agents, proposalPeriod } = rules.createdData;
  if (paper.agent !== null && agents?.value !== true) return no('agentNotProvided', {}, agents?.text);
  const window = windowOf(created);
  if (window === null && proposalPeriod?.value === true)
    return no('createdPeriodMissing', { release }, proposalPeriod.text);
  return (
    channelRefusal(paper, rules) ??
    arrivalRefusal(paper, window, rules, facts) ??
    partyRefusal(paper, rules) ??
    received(paper, { call: null, created: { release, name: created.name }, guidelineVersion: null }, rules, facts)
  );
}

/** 提案をすることができる期間 as the register shows it. */
export const windowOf = ({ period }: NonNullable<ProposalFacts['created']>): FilingWindow | null =>
  period && { opensOn: period.from, closesOn: period.to };

/** The paper as the desk enters it. */
function paperOf({ do: _, release: __, form, ...filed }: ReceiveCreatedProposal): Paper {
  return { ...filed, form: { ...form, fileName: null, persons: null } };
}
