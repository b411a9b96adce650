import type { AnyEvent } from '../../src/app/aggregates.ts';
import { type FigureId, figuresOf } from '../../src/app/figures/yearlyFigures.ts';
import { idsOf, kinds, streamOf, type World } from './world.ts';

/** Which event counts for which figure, and the member of its data that says on which day. */
const counting: Readonly<Record<string, readonly [figure: FigureId, day: string, amount?: string]>> = {
  correctionRequested: ['corrections', 'requestedOn'],
  proposalWithdrawn: ['withdrawn', 'on'],
  proposalLapsed: ['lapsed', 'on'],
  paymentConfirmed: ['feesYen', 'paidOn', 'yen'],
  feeRefunded: ['refundsYen', 'on', 'yen'],
  changeNoticeReceived: ['changeNotices', 'receivedOn'],
  breachRecorded: ['breaches', 'foundOn'],
  contractCancelled: ['cancellations', 'cancelledOn'],
  reportedToCommission: ['commissionReports', 'reportedOn'],
  provisionRecorded: ['provided', 'providedOn'],
  complaintReceived: ['complaints', 'receivedOn'],
  complaintReferred: ['complaintReferrals', 'on'],
  leakDiscovered: ['leaks', 'knownOn'],
  otherHandedOver: ['otherProvisions', 'handedOverOn'],
};

type Occurrence = readonly [figure: FigureId, on: string, amount: number];

/** What the events of one case count for, by the events alone. */
function occurrencesIn(events: readonly AnyEvent[]): readonly Occurrence[] {
  const said = (event: AnyEvent) => event.data as Readonly<Record<string, unknown>>;
  const last = (types: readonly string[], member: string) =>
    events
      .filter(({ type }) => types.includes(type))
      .flatMap((event) => ((said(event)[member] ?? resultOf(event)?.[member]) as string | null) ?? [])
      .at(-1);
  const of = (type: string) => events.find((event) => event.type === type);
  const received = of('proposalReceived');
  const isCreated = received !== undefined && said(received).created !== null;
  const one = (figure: FigureId, on: string | undefined): readonly Occurrence[] => (on ? [[figure, on, 1]] : []);
  const notices = ['conformingNoticeIssued', 'nonConformingNoticeIssued'];
  return [
    ...events.flatMap((event): Occurrence[] => {
      const [figure, day = '', amount] = counting[event.type] ?? [];
      return figure ? [[figure, String(said(event)[day]), amount ? Number(said(event)[amount]) : 1]] : [];
    }),
    ...(of('callOpened') ? one('calls', last(['callDrafted', 'callRevised'], 'opensOn')) : []),
    ...one(isCreated ? 'createdProposals' : 'proposals', last(['proposalReceived', 'typingCorrected'], 'receivedOn')),
    ...notices.flatMap((type) =>
      of(type)
        ? one(type === notices[0] ? 'conforming' : 'nonConforming', last([type, 'typingCorrected'], 'noticeDate'))
        : [],
    ),
    ...one(isCreated ? 'createdContracts' : 'contracts', last(['contractConcluded'], 'concludedOn')),
    ...(of('verificationSigned') && of('releasePlanned') ? one('created', last(['dataCreated'], 'createdOn')) : []),
  ];
}

const resultOf = ({ type, data }: AnyEvent) =>
  type === 'typingCorrected' ? (data as { readonly result: Readonly<Record<string, unknown>> }).result : null;

/** The 年度 of a day, by its month alone. */
const yearOf = (day: string): number => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0);

/** Figures of a year that are not what the events count; what was entered twice and joined counts once. */
export function wrongFigures(world: World): readonly string[] {
  const cases = kinds.flatMap((kind) =>
    idsOf(world, kind).flatMap((id) => {
      const stream = streamOf(world, { kind, id });
      return stream ? [{ kind, id, ...stream }] : [];
    }),
  );
  const expected = new Map<string, number>();
  for (const { events, state } of cases)
    for (const [figure, on, amount] of state.stage === 'joined' ? [] : occurrencesIn(events))
      expected.set(`${figure} ${yearOf(on)}`, (expected.get(`${figure} ${yearOf(on)}`) ?? 0) + amount);
  return [2024, 2025, 2026, 2027].flatMap((year) =>
    figuresOf(cases, year)
      .filter(({ figure, total }) => total !== (expected.get(`${figure} ${year}`) ?? 0))
      .map(({ figure }) => `the figures of a year are what the events count: ${figure}`),
  );
}
