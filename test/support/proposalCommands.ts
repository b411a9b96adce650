import { criterionIds } from '../../src/core/organ/provision.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { PartyInput, ProposalCommand, ReceiveProposal } from '../../src/core/proposal/commands.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import { proposal } from '../../src/core/proposal/proposal.ts';
import type { Role } from '../../src/core/role.ts';
import { play as playOn } from './play.ts';
import { circumstances, rulesOf } from './shippedRules.ts';

export const kumamoto = rulesOf('kumamoto');
export const aomori = rulesOf('aomori-police');
export const hokkaido = rulesOf('hokkaido-university');

export const persons = (uniquePersons: number, cumulativePersons = uniquePersons) => ({
  uniquePersons,
  cumulativePersons,
  countedOn: '2026-01-20',
});
export const facts: ProposalFacts = {
  call: {
    stage: 'closed',
    opensOn: '2025-12-19',
    closesOn: '2026-01-20',
    entries: ['e-1'],
    group: null,
    guidelineVersion: '第1版',
    personsAtClose: persons(5000),
  },
  entry: {
    fileName: '学童保育システム',
    responsibleOrganization: '架空課',
    recordItems: ['住所', '年齢'],
    persons: persons(5100),
    thirdPartyProcedure: null,
  },
  created: null,
  other: null,
  birthDates: [],
  createdTerms: null,
  sameCallProposals: null,
  proposals: {},
  number: { fiscalYear: 2025, serial: 1 },
  cancellations: [],
};

/** Words that stand in the personal parts alone; the state may hold none of them. */
export const company: PartyInput = {
  kind: 'corporation',
  account: null,
  name: '秘名株式会社',
  kana: null,
  address: '秘町1-1',
  representative: '秘代表',
  birthDate: null,
  phone: '000-0000-0001',
  email: 'hi@himitsu.example',
  section: null,
  contactPerson: '秘担当',
};
export const person: PartyInput = { ...company, kind: 'individual', representative: null, birthDate: '1990-01-01' };

export const receipt: ReceiveProposal = {
  do: 'receiveProposal',
  call: 'c-1',
  entry: 'e-1',
  channel: 'post',
  copies: 2,
  receivedOn: '2026-01-20',
  receivedTime: null,
  dispatchedOn: '2026-01-19',
  envelopeNoted: true,
  proposers: [company],
  agent: null,
  form: {
    fileName: '学童保育システム',
    persons: 5000,
    items: [{ name: '住所', detail: '町名まで' }],
    purpose: '需要の見積り',
    method: '集計',
    business: '見通しサービス',
    period: { from: '2026-04-01', to: '2027-03-31' },
    handlers: [{ name: '秘従事者', affiliation: '分析課', post: '主任' }],
    placeOfUse: '秘町1-1 分析室',
    environment: '外部と接続しない',
    placeOfStorage: '秘町1-1 保管庫',
    management: '入退室の記録',
    measures: '取扱規程',
    medium: 'CD-R',
    delivery: 'counter',
  },
  attachments: [
    { kind: 'pledge', of: 1, file: null },
    { kind: 'usefulness', of: null, file: null },
  ],
};
export const withForm = (form: Partial<ReceiveProposal['form']>): ReceiveProposal => ({
  ...receipt,
  form: { ...receipt.form, ...form },
});
export const identity: ProposalCommand = {
  do: 'checkIdentity',
  party: 'proposer:1',
  document: 'registryCertificate',
  documentNumber: '秘番号',
  validThrough: null,
  madeOn: '2025-12-01',
  matches: true,
  otherReason: null,
};
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
export const inReview: readonly ProposalCommand[] = [receipt, identity, complete];
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
