import { rebuild } from '../../src/core/aggregate.ts';
import type { ApprovalCommand } from '../../src/core/approval/commands.ts';
import { criterionIds } from '../../src/core/organ/provision.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { ProposalCommand } from '../../src/core/proposal/commands.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import { proposal } from '../../src/core/proposal/proposal.ts';
import type { Role } from '../../src/core/role.ts';
import { play } from './play.ts';
import { companyIdentity, proposalFacts, proposalReceipt, throughIntake } from './proposals.ts';
import { circumstances, rulesOf } from './shippedRules.ts';

/** A command by a person in a role on a day of the procedure. */
export interface Given {
  readonly command: ProposalCommand | ApprovalCommand;
  readonly role: Role;
  readonly person?: string;
  readonly now?: string;
}

const setBy = <Value>(value: Value) => ({ value, text: '規則', source: '設定' });

/** The five organs, each with what its seed leaves open set so far that a proposal can be reviewed. */
export const organs: Readonly<Record<string, RuleSet>> = Object.fromEntries(
  ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto'].map((organ) => {
    const rules = throughIntake(rulesOf(organ));
    const { review } = rules;
    return [
      organ,
      {
        ...rules,
        intake: { ...rules.intake, receiptStamp: rulesOf(organ).intake.receiptStamp },
        review: {
          ...review,
          minPersons: review.minPersons ?? setBy(1000),
          maxUsePeriodMonths: organ === 'ichikawa' ? setBy(60) : review.maxUsePeriodMonths,
          criterion7Standard: organ === 'ichikawa' ? setBy('架空の基準') : review.criterion7Standard,
        },
        disqualification: { ...rules.disqualification, furtherExcludedBodies: setBy(['架空の団体']) },
      },
    ];
  }),
);

export const organ = (name: string): RuleSet => {
  const rules = organs[name];
  if (!rules) throw new Error(`no organ ${name}`);
  return rules;
};

const by = (role: Role, command: ProposalCommand): Given => ({ command, role });

const typed = (value: string) => ({ value, reason: '定めがないため。' });

/** 12.2 hours, or the typed 72,350 yen where there is no formula; at Ichikawa 21,000 yen. */
export const determineFee = (rules: RuleSet, changed: object = {}): ProposalCommand => ({
  do: 'determineFee',
  minutes: rules.fee.newProposal === null ? [] : [192, 294, 246],
  outsourcingYen: null,
  outsourcedPersons: null,
  identicalProposals: 1,
  holderOf: null,
  yen: rules.fee.newProposal === null ? 72_350 : null,
  reason: rules.fee.newProposal === null ? '条例による。' : null,
  ...changed,
});

export const issuerOf = ({ notice }: RuleSet): Role =>
  notice.issuedBy?.value === 'head' ? 'head' : 'responsibleDivision';

/** A conforming notice of 2026-01-30 with what the rules leave open typed. */
export const conformingNotice = (rules: RuleSet, changed: object = {}): ProposalCommand => ({
  do: 'issueConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第1号',
  contractParty: rules.notice.contractParty === null ? typed('市長') : null,
  feePayment: rules.fee.payment === null ? typed('納入通知書') : null,
  applicationDeadline: rules.deadlines.contractApplication === null ? typed('2026-03-02') : null,
  feeDeadline: rules.deadlines.fee?.value === 'sameAsApplication' ? null : typed('2026-03-02'),
  printedFeeYen: null,
  ...changed,
});

/** A proposal of 2026-01-20 through its review, with every criterion found; the notice is the next step. */
export function reviewed(rules: RuleSet, fee: ProposalCommand = determineFee(rules)): readonly Given[] {
  const byCommittee = rules.review.body?.value === 'committee';
  const finder: Role = byCommittee ? 'committee' : 'responsibleDivision';
  return [
    by('centralDesk', proposalReceipt('2026-01-20')),
    by('centralDesk', companyIdentity),
    by('centralDesk', { do: 'confirmCompleteness' }),
    ...(byCommittee ? [by('head', { do: 'referToCommittee', referredOn: '2026-01-21', papers: [] })] : []),
    ...criterionIds.map((criterion) =>
      by(finder, { do: 'recordFinding', criterion, met: true, reason: '認められる。', evidence: [], flaw: null }),
    ),
    ...(byCommittee
      ? [by('committee', { do: 'fileCommitteeReport', reportedOn: '2026-01-25', conforming: true, file: null })]
      : []),
    by('responsibleDivision', fee),
  ];
}

export const noticed = (rules: RuleSet, changed: object = {}): readonly Given[] => [
  ...reviewed(rules),
  by(issuerOf(rules), conformingNotice(rules, changed)),
];

/** The way of payment that the notice names. */
export const payment = (rules: RuleSet, changed: object = {}): ProposalCommand => {
  const way = rules.fee.payment?.value[0] ?? '納入通知書';
  return {
    do: 'confirmPayment',
    paidOn: '2026-02-10',
    yen: rules.fee.newProposal?.value.kind === 'cumulativePersons' ? 21_000 : 72_350,
    way,
    handedIn: way === 'prefecturalRevenueStamp' ? 'brought' : null,
    mailReason: null,
    ...changed,
  };
};

export const application: ProposalCommand = { do: 'receiveContractApplication', receivedOn: '2026-02-10', copies: 2 };

export const contract = (changed: object = {}): ProposalCommand => ({
  do: 'concludeContract',
  concludedOn: '2026-02-13',
  copies: 2,
  copyReturnedOn: '2026-02-13',
  provisionDeadline: null,
  stillEligible: true,
  stampedCopies: null,
  ...changed,
});

export const contracted = (rules: RuleSet): readonly Given[] => [
  ...noticed(rules),
  by('centralDesk', application),
  by('centralDesk', payment(rules)),
  by('centralDesk', contract()),
];

/** Gives commands in turn on one proposal; the facts are those of a call that closed on 2026-01-20. */
export function playContract(rules: RuleSet, given: readonly Given[], facts: Partial<ProposalFacts> = {}) {
  const known = { ...proposalFacts('2026-01-20'), ...facts };
  return play(
    proposal,
    rules,
    given.map(
      ({ command, role, person, now }) =>
        [command, { ...known, ...circumstances(now ?? '2026-02-20T10:00', role, person ?? `${role}:1`) }] as const,
    ),
  );
}

export const rebuilt = (events: Parameters<typeof proposal.evolve>[1][]) => rebuild(proposal.evolve, events);
