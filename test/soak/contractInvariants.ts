import { actOf, type OutgoingAct } from '../../src/core/approval/outgoingActs.ts';
import type { Approvable, Approval } from '../../src/core/approval/state.ts';
import type { ConfirmPayment } from '../../src/core/proposal/commands.ts';
import { ichikawaFee, newFee, sharedFee } from '../twin/fees.ts';
import { lastDayOfMonths, openDayFrom, shift } from '../twin/periods.ts';
import { type Happening, hasText, type Invariant, mayBe, on, twoYearsFrom } from './invariant.ts';
import { idsOf, proposalIn, type Ref, streamOf, type World } from './world.ts';

const isAomori = ({ rules }: World) => rules.organ === 'aomori-police';
const dayOf = ({ now }: World) => now.slice(0, 10);
const draftsIn = (world: World, ref: Ref) =>
  (streamOf(world, ref)?.state as Partial<Approvable> | undefined)?.drafts ?? [];
const eventsOf = (world: World, id: string) => streamOf(world, { kind: 'proposal', id })?.events ?? [];

/** What the formula of the organ makes of whole minutes; null where it has none. */
function feeByTwin({ rules }: World, { minutes, outsourcingYen, persons, parties }: FeeBasis): number | null {
  if (rules.organ === 'kumamoto') return null;
  if (rules.organ === 'ichikawa') return Number(ichikawaFee(outsourcingYen, persons ?? 0));
  return Number(parties > 1 ? sharedFee(minutes, outsourcingYen, parties) : newFee(minutes, outsourcingYen));
}

interface FeeBasis {
  readonly minutes: readonly number[];
  readonly outsourcingYen: number | null;
  readonly persons: number | null;
  readonly parties: number;
}

/** The flat fee of whoever holds a contract on created data, as the five texts have it. */
const flatFees: Readonly<Record<string, number>> = {
  yokohama: 12_600,
  ichikawa: 21_000,
  'aomori-police': 12_600,
  'hokkaido-university': 12_600,
};

/** What two persons do: nobody agrees to what they began. */
const isAnother = (begunBy: string | undefined, person: string) => begunBy !== undefined && begunBy !== person;

/** From the fee to the cancellation. */
export const contractInvariants: readonly Invariant<Happening>[] = [
  on(
    'feeDetermined',
    'a fee is what the organ’s formula makes of the whole minutes, rounded up once and shared by whole yen; without a formula it has a reason',
    ({ event: { data }, own, order, before }) => {
      if (own.created !== null) return true;
      const { outsourcedPersons: persons = null } = order.command as { readonly outsourcedPersons?: number | null };
      const parties = data.identicalProposals;
      const computed = feeByTwin(before, { ...data, persons, parties });
      return computed === null ? hasText(data.reason) : data.yen === computed && (parties === 1 || isAomori(before));
    },
  ),
  on(
    'feeDetermined',
    'created data costs what the first contractor had to pay, or the flat fee of one who holds a contract, in Yokohama of the first maker alone; another amount has a reason',
    ({ event: { data }, own, order, before }) => {
      if (own.created === null || before.rules.organ === 'kumamoto') return true;
      const { release } = own.created;
      const { holderOf = null } = order.command as { readonly holderOf?: string | null };
      const held = proposalIn(before, holderOf);
      if (holderOf !== null)
        return (
          held?.stage === 'contracted' &&
          (holderOf === release || (held.created?.release === release && before.rules.organ !== 'yokohama')) &&
          data.yen === flatFees[before.rules.organ]
        );
      const first = proposalIn(before, release)?.notice?.items?.feeYen ?? 72_350;
      return data.yen === first || hasText(data.reason);
    },
  ),
  on(
    'conformingNoticeIssued',
    'at Aomori the contract is applied for by the first open day from one month after the morrow of the notice, and the fee is due on the same day',
    ({ event: { data }, before }) => {
      if (!isAomori(before)) return true;
      const { applicationDeadline, feeDeadline, ruleDeadline } = data.items ?? {};
      const byTwin = openDayFrom(lastDayOfMonths(shift(data.noticeDate, 1), 1));
      return ruleDeadline === byTwin && applicationDeadline === feeDeadline;
    },
  ),
  on(
    'conformingNoticeIssued',
    'every item that no rule gives was typed with its reason, and both days lie after the notice',
    ({ event: { data } }) => {
      const { typed, applicationDeadline = '', feeDeadline = '' } = data.items ?? { typed: {} };
      return (
        Object.values(typed).every(hasText) && [applicationDeadline, feeDeadline].every((day) => day > data.noticeDate)
      );
    },
  ),
  [
    'nobody approves what they drafted themselves, and a 代決 says in whose absence',
    ({ event, before, order }) => {
      if (event.type !== 'draftApproved') return true;
      const { act, way, reason } = event.data as Approval & { readonly act: OutgoingAct };
      const draft = draftsIn(before, order.ref).find((one) => one.act === act);
      return isAnother(draft?.by, order.person) && (way !== 'substituteApproval' || hasText(reason));
    },
  ],
  [
    'nothing goes out on a draft that is still to be approved, in any kind of case',
    ({ before, order }) => {
      const act = actOf(order.ref.kind, order.command);
      return draftsIn(before, order.ref).every((draft) => draft.act !== act || draft.approval !== null);
    },
  ],
  on(
    'deadlinesExtended',
    'an extension has a reason, shortens nothing, and at Aomori moves both days together',
    ({ event: { data }, own, before }) =>
      hasText(data.reason) &&
      data.applicationDeadline >= (own.applicationDeadline ?? '') &&
      data.feeDeadline >= (own.feeDeadline ?? '') &&
      (!isAomori(before) || data.applicationDeadline === data.feeDeadline),
  ),
  on(
    'contractApplicationReceived',
    'an application comes by its day, with both copies where the organ wants two',
    ({ event: { data }, own, before }) =>
      data.receivedOn <= (own.applicationDeadline ?? '') &&
      (data.copies === 2 || before.rules.contract.copies === null),
  ),
  on(
    'paymentConfirmed',
    'the fee is paid once, whole, in the notified way and by its day; stamps are brought or mailed for a reason',
    ({ event: { data }, own, order }) => {
      const { handedIn, mailReason } = order.command as ConfirmPayment;
      const isBrought = handedIn === 'brought' || (handedIn === 'mail' && hasText(mailReason));
      return (
        own.payment === null &&
        data.yen === own.notice?.items?.feeYen &&
        data.way === own.notice.items.feePayment &&
        data.paidOn <= (own.feeDeadline ?? '') &&
        (data.way !== 'prefecturalRevenueStamp' || isBrought)
      );
    },
  ),
  on(
    'contractConcluded',
    'no contract is signed before its application came and its fee was paid whole, on no later day, with both copies and 収入印紙 on one at most',
    ({ event: { data }, own, before }) =>
      own.stage === 'applied' &&
      own.payment !== null &&
      own.payment.paidOn <= data.concludedOn &&
      own.life.feeDifference?.direction !== 'collect' &&
      (data.copies === 2 || before.rules.contract.copies === null) &&
      mayBe(data.stampedCopies, null, 1),
  ),
  on('contractConcluded', 'nothing bars the counterparty on the day of the signature', ({ own, before, order }) => {
    const { dismissed } = own.review;
    const cancelled = idsOf(before, 'proposal').flatMap((id) =>
      id === order.ref.id ? [] : (proposalIn(before, id)?.cancellation ?? []),
    );
    const known = before.cancellations.filter(({ id }) => !dismissed.includes(`case:${id}`));
    return (
      known.every(({ cancelledOn }) => twoYearsFrom(cancelledOn) < dayOf(before)) &&
      cancelled.every(({ ground }) => !ground.startsWith('CAN-') || dismissed.length > 0)
    );
  }),
  on(
    'proposalLapsed',
    'a proposal lapses only after a day that passed without its application or its fee',
    ({ own, before }) =>
      (own.stage === 'conforming' && dayOf(before) > (own.applicationDeadline ?? '9')) ||
      (own.payment === null && dayOf(before) > (own.feeDeadline ?? '9')),
  ),
  on(
    'notifiedFeeCorrected',
    'only a formal error of the notified fee is set right, to what was determined, and the difference is exact',
    ({ event: { data }, own }) => {
      const paid = own.payment === null || own.life.feeDifference !== null ? null : data.from;
      const difference = paid === null ? null : data.to - paid;
      const told =
        data.difference === null ? 0 : data.difference.yen * (data.difference.direction === 'collect' ? 1 : -1);
      const right = data.to === own.fee?.yen || own.fee?.reason !== null;
      return right && hasText(data.reason) && data.from !== data.to && (difference === null || difference === told);
    },
  ),
  on(
    'feeDifferenceSettled',
    'what is settled is the whole difference that was outstanding',
    ({ event: { data }, own }) => data.yen === own.life.feeDifference?.yen,
  ),
  on(
    'handlerChangeReported',
    'who is replaced is replaced on a day after the notice of it, and every change has its reason',
    ({ event: { data } }) => hasText(data.reason) && (data.change !== 'replaced' || data.receivedOn < data.effectiveOn),
  ),
  on(
    'handlerChangeJudged',
    'only somebody who waits for it is judged to be a proper handler',
    ({ event: { data }, own }) =>
      own.life.handlers.some(({ handler, stage }) => handler === data.handler && stage === 'pending'),
  ),
  on(
    'changeNoticeReceived',
    'a change of the business never comes by a change notice, and Kumamoto’s contract does not change at all',
    ({ event: { data }, before }) =>
      before.rules.organ !== 'kumamoto' &&
      data.items.every((item) => !mayBe(item, 'period', 'purpose', 'method', 'business')),
  ),
  on(
    'breachRecorded',
    'a breach is found on no later day than today',
    ({ event: { data }, before }) => data.foundOn <= dayOf(before),
  ),
  on(
    'reportedToCommission',
    'only Aomori reports, a violation that was found, an intent or a cancellation on the grounds of the Act, and none without its cause',
    ({ event: { data }, own, before }) => {
      const before_ = own.life.reports.filter(({ report }) => report === data.report).length;
      const cause = {
        violation: own.life.breaches.length > before_,
        cancellationIntent: own.life.intent?.ground.startsWith('CAN-') === true,
        cancelled: own.cancellation?.ground.startsWith('CAN-') === true && before_ === 0,
      };
      return isAomori(before) && cause[data.report];
    },
  ),
  on(
    'cancellationIntended',
    'a cancellation is intended by whom the organ names, on a ground that it knows; a material breach was found before it is one',
    ({ event: { data }, own, before, order }) => {
      const { organ } = before.rules;
      const canceller = { 'hokkaido-university': 'head', 'aomori-police': 'responsibleDivision' }[organ as string];
      return (
        (canceller === undefined || order.role === canceller) &&
        (data.ground !== 'contract' || isAomori(before)) &&
        (data.ground !== 'CAN-3' || own.life.breaches.some(({ isMaterial }) => isMaterial)) &&
        (data.consultation === null || organ === 'hokkaido-university')
      );
    },
  ),
  on(
    'cancellationAgreed',
    'two persons agree to a cancellation, at Aomori the desk as the second',
    ({ own, before, order }) =>
      isAnother(own.life.intent?.by, order.person) && (!isAomori(before) || order.role === 'centralDesk'),
  ),
  on(
    'contractCancelled',
    'a contract is cancelled on the ground that two persons agreed to, not before they did, and where it is reported after the reports',
    ({ event: { data }, own, before }) => {
      const { intent, reports, breaches } = own.life;
      const told = reports.map(({ report }) => report);
      const isTold =
        !isAomori(before) ||
        (told.filter((one) => one === 'violation').length >= breaches.length &&
          (!data.ground.startsWith('CAN-') || told.includes('cancellationIntent')));
      return (
        intent?.agreed != null &&
        isAnother(intent.by, intent.agreed.by) &&
        intent.ground === data.ground &&
        data.cancelledOn >= intent.agreed.on &&
        isTold
      );
    },
  ),
  on(
    'contractCancelled',
    'a cancellation on the grounds of the Act bars for two years to the day, one on any other ground bars nobody',
    ({ event: { data } }) =>
      data.barredThrough === (data.ground.startsWith('CAN-') ? twoYearsFrom(data.cancelledOn) : null),
  ),
  on(
    'feeRefunded',
    'only Hokkaido returns a fee, once, when the counterparty is not at fault, and never more than was paid',
    ({ event: { data }, own, before, order }) => {
      const paid = eventsOf(before, order.ref.id).flatMap((event) => {
        const { yen = 0, direction } = event.data as { readonly yen?: number; readonly direction?: string };
        if (event.type === 'paymentConfirmed') return [yen];
        return event.type === 'feeDifferenceSettled' ? [direction === 'collect' ? yen : -yen] : [];
      });
      return (
        before.rules.organ === 'hokkaido-university' &&
        own.cancellation?.ground === 'notAtFault' &&
        own.life.refund === null &&
        data.yen <= paid.reduce((sum, yen) => sum + yen, 0)
      );
    },
  ),
  on(
    'fineImposed',
    'only Ichikawa fines, at most five times what was evaded or 50,000 yen',
    ({ event: { data }, before }) =>
      before.rules.organ === 'ichikawa' && (data.yen <= 50_000 || data.yen <= 5 * data.evadedYen),
  ),
];
