import { criterionIds } from '../../src/core/organ/provision.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { ProposalCommand, ReceiveProposal } from '../../src/core/proposal/commands.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import { proposal } from '../../src/core/proposal/proposal.ts';
import type { Role } from '../../src/core/role.ts';
import { play as playOn } from './play.ts';
import { companyIdentity, personCount, proposalFacts, proposalReceipt } from './proposals.ts';
import { circumstances, rulesOf } from './shippedRules.ts';

export const kumamoto = rulesOf('kumamoto');
export const aomori = rulesOf('aomori-police');
export const hokkaido = rulesOf('hokkaido-university');

/** The call has 5,000 persons; the file has grown since. */
const known = proposalFacts('2026-01-20');
export const facts: ProposalFacts = {
  ...known,
  call: known.call && { ...known.call, opensOn: '2025-12-19' },
  entry: known.entry && { ...known.entry, persons: personCount(5100) },
};

const received = proposalReceipt('2026-01-20');
export const receipt: ReceiveProposal = {
  ...received,
  dispatchedOn: '2026-01-19',
  form: { ...received.form, items: [{ name: '住所', detail: '町名まで' }] },
};
export const withForm = (form: Partial<ReceiveProposal['form']>): ReceiveProposal => ({
  ...receipt,
  form: { ...receipt.form, ...form },
});
export const complete: ProposalCommand = { do: 'confirmCompleteness' };
export const finding = (
  criterion: (typeof criterionIds)[number],
  met = true,
  reason = '認められる。',
): ProposalCommand => ({
  do: 'recordFinding',
  criterion,
  met,
  reason,
  evidence: [],
  flaw: null,
});
export const typedFee: ProposalCommand = {
  do: 'determineFee',
  minutes: [],
  outsourcingYen: null,
  outsourcedPersons: null,
  identicalProposals: 1,
  holderOf: null,
  yen: 72350,
  reason: '条例による。',
};
export const typed = (value: string) => ({ value, reason: '公示に定めがないため。' });
export const notice: ProposalCommand = {
  do: 'issueConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第1号',
  contractParty: typed('市長'),
  feePayment: typed('納入通知書'),
  applicationDeadline: typed('2026-03-02'),
  feeDeadline: typed('2026-03-02'),
  printedFeeYen: null,
};
export const refusalNotice: ProposalCommand = {
  do: 'issueNonConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第2号',
};
export const application: ProposalCommand = { do: 'receiveContractApplication', receivedOn: '2026-02-10', copies: 2 };
export const payment: ProposalCommand = {
  do: 'confirmPayment',
  paidOn: '2026-02-12',
  yen: 72350,
  way: '納入通知書',
  handedIn: null,
  mailReason: null,
};
export const contract: ProposalCommand = {
  do: 'concludeContract',
  concludedOn: '2026-02-13',
  copies: 2,
  copyReturnedOn: '2026-02-13',
  provisionDeadline: null,
  stillEligible: true,
  stampedCopies: null,
};
export const inReview: readonly ProposalCommand[] = [receipt, companyIdentity, complete];
export const reviewed: readonly ProposalCommand[] = [...inReview, ...criterionIds.map((id) => finding(id)), typedFee];

export interface Setting {
  readonly rules?: RuleSet;
  readonly role?: Role;
  readonly facts?: ProposalFacts;
  readonly now?: string;
}

export function play(commands: readonly ProposalCommand[], setting: Setting = {}) {
  const known = { ...(setting.facts ?? facts), ...circumstances(setting.now ?? '2026-01-26T10:00', setting.role) };
  return playOn(
    proposal,
    setting.rules ?? kumamoto,
    commands.map((command) => [command, known] as const),
  );
}

export const stageAfter = (commands: readonly ProposalCommand[], setting?: Setting) =>
  play(commands, setting).state?.stage;
