import { fiscalYearSpan } from '../../core/calendar/fiscalYear.ts';
import type { CallState } from '../../core/call/state.ts';
import type { ComplaintState } from '../../core/complaint/state.ts';
import type { LeakState } from '../../core/leak/state.ts';
import type { OtherProvisionState } from '../../core/otherProvision/state.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { CaseKind } from '../aggregates.ts';
import type { Parts } from '../parts.ts';

/** What is counted of a 年度 (法165条): each by the day on which it happened. */
export const figureIds = [
  'calls',
  'proposals',
  'createdProposals',
  'corrections',
  'conforming',
  'nonConforming',
  'withdrawn',
  'lapsed',
  'contracts',
  'createdContracts',
  'feesYen',
  'refundsYen',
  'created',
  'provided',
  'changeNotices',
  'breaches',
  'cancellations',
  'commissionReports',
  'complaints',
  'complaintReferrals',
  'leaks',
  'otherProvisions',
] as const;
export type FigureId = (typeof figureIds)[number];

/** One occurrence that a figure counts: the case, the day, and how much of it (1, or yen). */
interface Occurrence {
  readonly figure: FigureId;
  readonly kind: CaseKind;
  readonly id: string;
  readonly on: string;
  readonly amount: number;
}

/** A figure with the cases that it is made of; their amounts add up to it. */
export interface Figure {
  readonly figure: FigureId;
  readonly total: number;
  readonly cases: readonly { readonly kind: CaseKind; readonly id: string; readonly amount: number }[];
}

/** A case that may count for a figure. */
export interface CountedCase {
  readonly kind: CaseKind;
  readonly id: string;
  readonly state: unknown;
}

/** The figures of one 年度 of an organ, each leading to its cases (scenario 99). */
export async function yearlyFigures(
  { events }: Pick<Parts, 'events'>,
  organ: OrganId,
  fiscalYear: number,
): Promise<readonly Figure[]> {
  const cases = await Promise.all(
    (Object.keys(countersOf) as CaseKind[]).map(async (kind) => {
      const { records } = await events.states(organ, { kind });
      return records.map(({ stream, state }): CountedCase => ({ kind, id: stream.id, state }));
    }),
  );
  return figuresOf(cases.flat(), fiscalYear);
}

/** The figures of one 年度 that cases make. */
export function figuresOf(counted: readonly CountedCase[], fiscalYear: number): readonly Figure[] {
  const { from, through } = fiscalYearSpan(fiscalYear);
  const occurrences = counted.flatMap(occurrencesOf).filter(({ on }) => from <= on && on <= through);
  return figureIds.map((figure) => {
    const cases = occurrences
      .filter((one) => one.figure === figure)
      .map(({ kind, id, amount }) => ({ kind, id, amount }));
    return { figure, total: cases.reduce((sum, { amount }) => sum + amount, 0), cases };
  });
}

type Counted = readonly (readonly [FigureId, string | null | undefined, number?])[];

const occurrencesOf = ({ kind, id, state }: CountedCase): readonly Occurrence[] =>
  (countersOf[kind]?.(state) ?? []).flatMap(([figure, on, amount = 1]) =>
    on ? [{ figure, kind, id, on, amount }] : [],
  );

/** What each kind of case counts for, and on which day. */
const countersOf: Readonly<Partial<Record<CaseKind, (state: unknown) => Counted>>> = {
  call: (state) => ofCall(state as CallState),
  proposal: (state) => ofProposal(state as ProposalState),
  release: (state) => ofRelease(state as ReleaseState),
  complaint: (state) => {
    const { receivedOn, referral } = state as ComplaintState;
    return [
      ['complaints', receivedOn],
      ['complaintReferrals', referral?.on],
    ];
  },
  leak: (state) => [['leaks', (state as LeakState).knownOn]],
  otherProvision: (state) => [['otherProvisions', (state as OtherProvisionState).handedOverOn]],
};

const ofCall = ({ stage, opensOn }: CallState): Counted =>
  ['open', 'closed'].includes(stage) ? [['calls', opensOn]] : [];

/** What was entered twice counts once: with the proposal that it was joined to. */
function ofProposal(state: ProposalState): Counted {
  if (state.stage === 'joined') return [];
  const { created, notice, contract, payment, cancellation, life, ending, stage, corrections } = state;
  return [
    [created === null ? 'proposals' : 'createdProposals', state.receivedOn],
    ...corrections.map(({ requestedOn }) => ['corrections', requestedOn] as const),
    [notice?.conforming === false ? 'nonConforming' : 'conforming', notice?.noticeDate],
    ['withdrawn', stage === 'withdrawn' ? ending?.on : null],
    ['lapsed', stage === 'lapsed' ? ending?.on : null],
    [created === null ? 'contracts' : 'createdContracts', contract?.concludedOn],
    ['feesYen', payment?.paidOn, payment?.yen ?? 0],
    ['refundsYen', life.refund?.on, life.refund?.yen ?? 0],
    ...life.changeNotices.map(({ receivedOn }) => ['changeNotices', receivedOn] as const),
    ...life.breaches.map(({ foundOn }) => ['breaches', foundOn] as const),
    ['cancellations', cancellation?.cancelledOn],
    ...life.reports.map(({ reportedOn }) => ['commissionReports', reportedOn] as const),
  ];
}

/** Data that is provided again was created once. */
const ofRelease = ({ of, verification, createdOn, provision }: ReleaseState): Counted => [
  ['created', of === null && verification ? createdOn : null],
  ['provided', provision?.providedOn],
];
