import { rebuild } from '../../src/core/aggregate.ts';
import { type CriterionId, criterionIds } from '../../src/core/organ/provision.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { ProposalCommand, RecordFinding } from '../../src/core/proposal/commands.ts';
import { decide } from '../../src/core/proposal/decide.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import { proposal } from '../../src/core/proposal/proposal.ts';
import type { ProposalState } from '../../src/core/proposal/state.ts';
import type { Role } from '../../src/core/role.ts';
import { play as playOn } from './play.ts';
import { proposalFacts, proposalReceipt, throughIntake } from './proposals.ts';
import { circumstances, rulesOf } from './shippedRules.ts';

export const day = '2026-01-20';
export const kumamoto = throughIntake(rulesOf('kumamoto'));
export const aomori = throughIntake(rulesOf('aomori-police'));
export const hokkaido = throughIntake(rulesOf('hokkaido-university'));
export const setBy = <Value>(value: Value) => ({ value, text: '規則', source: '設定' });
export const bareIchikawa = throughIntake(rulesOf('ichikawa', '2019-07-01'));
/** Ichikawa with what its rule sets. */
export const ichikawa: RuleSet = {
  ...bareIchikawa,
  review: {
    ...bareIchikawa.review,
    minPersons: setBy(1000),
    maxUsePeriodMonths: setBy(12),
    criterion7Standard: setBy('架空の基準'),
  },
  thirdPartyProcedure: { ...bareIchikawa.thirdPartyProcedure, opinionDays: setBy(14) },
  disqualification: { ...bareIchikawa.disqualification, furtherExcludedBodies: setBy(['架空の団体']) },
};
export const flagged = (facts: ProposalFacts): ProposalFacts => ({
  ...facts,
  entry: facts.entry && { ...facts.entry, thirdPartyProcedure: true },
});

export interface Setting {
  readonly rules?: RuleSet;
  readonly facts?: ProposalFacts;
  readonly now?: string;
  readonly role?: Role;
}
/** Plays commands, each by the person whose part it is. */
export function play(
  commands: readonly ProposalCommand[],
  { rules = kumamoto, facts, now = '2026-01-26T10:00', role }: Setting = {},
) {
  const byCommittee = rules.review.body?.value === 'committee';
  const actor = (command: ProposalCommand): Role => {
    if (role) return role;
    if (byCommittee && command.do === 'recordFinding') return 'committee';
    return rules.notice.issuedBy?.value === 'head' ? 'head' : 'responsibleDivision';
  };
  return playOn(
    proposal,
    rules,
    commands.map((command) => [command, { ...(facts ?? proposalFacts(day)), ...circumstances(now, actor(command)) }]),
  );
}

export const receipt = proposalReceipt(day);
export const identified: ProposalCommand = {
  do: 'checkIdentity',
  party: 'proposer:1',
  document: 'registryCertificate',
  documentNumber: null,
  validThrough: null,
  madeOn: '2025-12-01',
  matches: true,
  otherReason: '試験のため',
};
export const inReview: ProposalCommand[] = [receipt, identified, { do: 'confirmCompleteness' }];
export const finding = (criterion: CriterionId, given: Partial<RecordFinding> = {}): RecordFinding => ({
  do: 'recordFinding',
  criterion,
  met: true,
  reason: '認められる。',
  evidence: [],
  flaw: null,
  ...given,
});
export const allFound = criterionIds.map((id) => finding(id));
export const fee = (outsourcingYen: number | null = null): ProposalCommand => ({
  do: 'determineFee',
  minutes: [780],
  outsourcingYen,
  outsourcedPersons: null,
  identicalProposals: 1,
  holderOf: null,
  yen: null,
  reason: null,
});
export const typed = (value: string) => ({ value, reason: '定めがないため。' });
export const conforming: ProposalCommand = {
  do: 'issueConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第1号',
  contractParty: typed('相手方'),
  feePayment: typed('納入通知書'),
  applicationDeadline: typed('2026-03-02'),
  feeDeadline: typed('2026-03-02'),
  printedFeeYen: null,
};
export const nonConforming: ProposalCommand = {
  do: 'issueNonConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第2号',
};
export const referral: ProposalCommand = {
  do: 'referToCommittee',
  referredOn: '2026-01-21',
  papers: [{ name: '提案書.pdf', digest: 'a'.repeat(64), bytes: 10 }],
};
export const report = (found: boolean): ProposalCommand => ({
  do: 'fileCommitteeReport',
  reportedOn: '2026-01-25',
  conforming: found,
  file: null,
});
export const codes = (...given: Parameters<typeof play>) => play(...given).refusals.map(({ code }) => code);

export function createdIn(
  rules: RuleSet,
  facts: ProposalFacts,
  commands: readonly ProposalCommand[] = [],
): ProposalState {
  const begun = play(inReview, { rules, facts }).events.map((event) =>
    event.type === 'proposalReceived'
      ? { ...event, data: { ...event.data, created: { release: 'r-1', name: '作成済み' } } }
      : event,
  );
  const state = rebuild(proposal.evolve, begun);
  if (!state) throw new Error('nothing was received');
  const five = (['CRI-1', 'CRI-4', 'CRI-5', 'CRI-6', 'CRI-7'] as const).map((id) => finding(id));
  return [...commands, ...five, fee()].reduce((now, command) => {
    const decision = proposal.decide(command, now, rules, known(facts, command, rules));
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    return decision.events.reduce(proposal.evolve, now);
  }, state);
}
export const known = (facts: ProposalFacts, command: ProposalCommand, rules: RuleSet) => {
  const byCommittee = rules.review.body?.value === 'committee' && command.do === 'recordFinding';
  const createdTerms = { firstFeeYen: 72350, holdings: [] };
  return { ...facts, createdTerms, ...circumstances('2026-01-26T10:00', byCommittee ? 'committee' : 'head') };
};
export function judgedOn(
  state: ProposalState,
  command: ProposalCommand,
  rules: RuleSet,
  facts: ProposalFacts,
): string | null {
  const open = { ...rules, notice: { ...rules.notice, issuedBy: null } };
  const decision = decide(command, state, open, known(facts, command, rules));
  return 'refusal' in decision ? decision.refusal.code : null;
}
