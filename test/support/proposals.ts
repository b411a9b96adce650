import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { CheckIdentity, PartyInput, ReceiveProposal } from '../../src/core/proposal/commands.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import { rulesOf } from './shippedRules.ts';

/** Words that stand in the personal parts alone; a state may hold none of them. */
export const companyParty: PartyInput = {
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
export const personParty: PartyInput = {
  ...companyParty,
  kind: 'individual',
  representative: null,
  birthDate: '1990-01-01',
};

export const personCount = (uniquePersons: number, cumulativePersons = uniquePersons) => ({
  uniquePersons,
  cumulativePersons,
  countedOn: '2026-01-20',
});

/** A call that is open on a day, and its file of 5,000 persons. */
export const proposalFacts = (day: string): ProposalFacts => ({
  call: {
    stage: 'closed',
    opensOn: day,
    closesOn: day,
    entries: ['e-1'],
    group: null,
    guidelineVersion: '第1版',
    personsAtClose: personCount(5000),
  },
  entry: {
    fileName: '学童保育システム',
    responsibleOrganization: '架空課',
    recordItems: ['住所', '年齢'],
    persons: personCount(5000),
    thirdPartyProcedure: null,
  },
  proposals: {},
  cancellations: [],
  created: null,
  other: null,
  birthDates: [],
  createdTerms: null,
  sameCallProposals: null,
  number: { fiscalYear: 2025, serial: 1 },
});

/** A complete proposal that comes in by post on a day. */
export const proposalReceipt = (day: string): ReceiveProposal => ({
  do: 'receiveProposal',
  call: 'c-1',
  entry: 'e-1',
  channel: 'post',
  copies: 2,
  receivedOn: day,
  receivedTime: null,
  dispatchedOn: day,
  envelopeNoted: true,
  proposers: [companyParty],
  agent: null,
  form: {
    fileName: '学童保育システム',
    persons: 5000,
    items: [{ name: '住所', detail: '町名まで', granularity: null }],
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
});

/** The company shows a paper of the month before. */
export const companyIdentity: CheckIdentity = {
  do: 'checkIdentity',
  party: 'proposer:1',
  document: 'registryCertificate',
  documentNumber: '秘番号',
  validThrough: null,
  madeOn: '2025-12-01',
  matches: true,
  otherReason: null,
};

/** An organ's rules with an intake that every proposal of these tests passes: what they are about comes after it. */
export const throughIntake = (rules: RuleSet): RuleSet => ({
  ...rules,
  intake: rulesOf('kumamoto').intake,
  attachments: rulesOf('kumamoto').attachments.filter(({ id }) => id !== 'identity'),
  identityCheck: { ...rules.identityCheck, identifiedWithAgent: null },
});
