import type { RuleSet } from '../organ/ruleSet.ts';
import type { Actor } from '../role.ts';
import { arrivalRefusal, channelRefusal } from './arrival.ts';
import { type Decided, type Known, todayOf } from './facts.ts';
import type { SubmitCreatedProposal, SubmitProposal } from './intakeCommands.ts';
import { type Paper, partyRefusal, received } from './receive.ts';
import { no } from './refusals.ts';

/** 電子情報処理組織による提案: the filer's own account, the server's clock, and the guideline that was shown (SEC-15). */
export function submitProposal(command: SubmitProposal, rules: RuleSet, facts: Known): Decided {
  const { call, actor } = facts;
  if (call === null) return no('callUnknown', { call: command.call });
  if (!call.entries.includes(command.entry)) return no('fileNotSolicited', { entry: command.entry });
  if (actor.role === 'agent' && command.agent === null) return no('agentNotNamed');
  const paper = paperOf(command, rules, facts);
  const target = { call: command.call, created: null, guidelineVersion: call.guidelineVersion };
  return (
    channelRefusal(paper, rules) ??
    (call.stage === 'open' || call.stage === 'closed' ? null : no('callNotOpened', { stage: call.stage })) ??
    arrivalRefusal(paper, call, rules, facts) ??
    guidelineRefusal(command.acceptedGuideline, call.guidelineVersion) ??
    partyRefusal(paper, rules) ??
    received(paper, target, rules, facts)
  );
}

const guidelineRefusal = (accepted: string, inForce: string | null) =>
  accepted === inForce ? null : no('guidelineNotAccepted', { accepted, inForce });

type Submission = Omit<SubmitProposal | SubmitCreatedProposal, 'form'> & Pick<Paper, 'form'>;

/** The filing as it came: received now, by the server's clock, in as many copies as the organ wants. */
export function paperOf(submission: Submission, { intake }: RuleSet, facts: Known): Paper {
  const { entry, form, attachments } = submission;
  return {
    entry,
    form,
    attachments,
    ...ownAccounts(submission, facts.actor),
    channel: 'online',
    copies: intake.copies?.value ?? 1,
    receivedOn: todayOf(facts),
    receivedTime: facts.now.slice(11),
    dispatchedOn: null,
    envelopeNoted: null,
  };
}

/** Whoever files is bound to the filing by the account in use; nobody can bind another's. */
function ownAccounts({ proposers, agent }: Pick<Submission, 'proposers' | 'agent'>, { role, person }: Actor) {
  const asAgent = role === 'agent';
  return {
    proposers: proposers.map((party, index) => ({ ...party, account: !asAgent && index === 0 ? person : null })),
    agent: agent && { ...agent, account: asAgent ? person : null },
  };
}
