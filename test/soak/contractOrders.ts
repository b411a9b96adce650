import type { Command } from '../../src/app/aggregates.ts';
import { actsOf } from '../../src/core/approval/outgoingActs.ts';
import type { Approvable } from '../../src/core/approval/state.ts';
import { addDays, type Day } from '../../src/core/calendar/day.ts';
import { businessChanges, handlerChanges, minorChanges } from '../../src/core/proposal/contractState.ts';
import { cancellationGrounds, type ProposalState } from '../../src/core/proposal/state.ts';
import type { Role } from '../../src/core/role.ts';
import { dayNear, reasonOf } from './choices.ts';
import type { Tape } from './tape.ts';
import type { World } from './world.ts';

/** A command and whose part it is; null = anyone of its roles. */
export interface Cast {
  readonly command: Command;
  readonly role: Role | null;
}
const cast = (command: Command, role: Role | null = null): Cast => ({ command, role });
const today = ({ now }: World) => now.slice(0, 10) as Day;

/** What an official would do next from the notice on. */
export function nextOfContract(world: World, tape: Tape, state: ProposalState): Cast {
  switch (state.stage) {
    case 'conforming':
    case 'applied':
      return towardsContract(world, tape, state);
    case 'contracted':
      return tape.once(3) ? handling(world, tape, state) : towardsCancellation(world, tape, state);
    default:
      return cast({
        do: 'refundFee',
        on: today(world),
        yen: tape.one([0, 36_000, 72_350, 999_999]),
        reason: reasonOf(tape),
      });
  }
}

/** A misprinted fee set right, then application, payment and signature. */
function towardsContract(world: World, tape: Tape, state: ProposalState): Cast {
  const { notice, fee, life, stage, payment } = state;
  const isOver = today(world) > (state.applicationDeadline ?? '9') || today(world) > (state.feeDeadline ?? '9');
  if (isOver && !tape.once(3)) return cast({ do: 'lapseProposal', reason: reasonOf(tape) });
  if (life.feeDifference !== null && !tape.once(4))
    return cast({ do: 'settleFeeDifference', on: today(world), yen: life.feeDifference.yen });
  if (notice?.items?.feeYen !== fee?.yen && !tape.once(3)) return cast(corrected(world, tape));
  if (payment === null && (stage === 'applied' || tape.once(3))) return cast(paid(world, tape, state));
  return cast(stage === 'applied' ? concluded(world, tape) : applied(world, tape));
}

const corrected = (world: World, tape: Tape): Command => ({
  do: 'correctNotifiedFee',
  correctedOn: today(world),
  documentNumber: '第3号',
  yen: tape.one([null, null, 50_000]),
  reason: reasonOf(tape),
});

const applied = (world: World, tape: Tape): Command => ({
  do: 'receiveContractApplication',
  receivedOn: tape.one([today(world), today(world), today(world), dayNear(world, tape)]),
  copies: tape.one([2, 2, 2, 1]),
});

function paid(world: World, tape: Tape, { notice }: ProposalState): Command {
  const due = notice?.items?.feeYen ?? 0;
  return {
    do: 'confirmPayment',
    paidOn: tape.one([today(world), today(world), today(world), dayNear(world, tape)]),
    yen: tape.one([due, due, due, due, due - 1]),
    way: tape.one([notice?.items?.feePayment ?? '', notice?.items?.feePayment ?? '', '現金']),
    handedIn: tape.one(['brought', 'brought', 'mail', null]),
    mailReason: tape.one([null, '離島のため。']),
  };
}

const concluded = (world: World, tape: Tape): Command => ({
  do: 'concludeContract',
  concludedOn: tape.one([today(world), today(world), today(world), dayNear(world, tape)]),
  copies: tape.one([2, 2, 2, 1]),
  copyReturnedOn: today(world),
  provisionDeadline: tape.one([null, addDays(today(world), 10), today(world)]),
  stillEligible: !tape.once(12),
  stampedCopies: tape.one([null, 1, 0, 2]),
});

/** Breach, reports, the two persons and the cancellation, one after the other. */
function towardsCancellation(world: World, tape: Tape, { life }: ProposalState): Cast {
  const { rules } = world;
  const canceller = rules.contract.cancelledBy?.value === 'head' ? 'head' : 'responsibleDivision';
  const on = tape.one([today(world), today(world), dayNear(world, tape)]);
  const reported = life.reports.map(({ report }) => report);
  const report = (one: 'violation' | 'cancellationIntent'): Cast =>
    cast({ do: 'reportToCommission', report: one, reportedOn: on, documentNumber: '第9号' });
  if (life.breaches.length === 0 && !tape.once(4)) return cast(breach(world, tape));
  const reports = rules.commissionReports?.value ?? [];
  if (reports.includes('violation') && life.breaches.length > 0 && !reported.includes('violation') && !tape.once(6))
    return report('violation');
  if (life.intent === null) {
    const ground = tape.one(['CAN-3', ...cancellationGrounds] as const);
    return cast(
      { do: 'intendCancellation', ground, reason: reasonOf(tape), on, consultation: tape.one([null, null, '答申']) },
      canceller,
    );
  }
  if (life.intent.agreed === null && !tape.once(6)) return cast({ do: 'agreeToCancellation' }, 'centralDesk');
  if (reports.includes('cancellationIntent') && !reported.includes('cancellationIntent') && !tape.once(4))
    return report('cancellationIntent');
  const ground = tape.once(12) ? tape.one(cancellationGrounds) : life.intent.ground;
  return cast({ do: 'cancelContract', cancelledOn: on, ground, reason: reasonOf(tape) }, canceller);
}

const breach = (world: World, tape: Tape): Command => ({
  do: 'recordBreach',
  foundOn: tape.one([today(world), dayNear(world, tape)]),
  isMaterial: !tape.once(4),
  term: '再提供の禁止',
  deskToldOn: today(world),
  account: tape.one(['秘の違反', '秘の違反', ' ']),
});

const handler = { name: '秘従事者', affiliation: '課', post: '主任' };

/** Who handles the data, and who takes whose place. */
function handling(world: World, tape: Tape, { life }: ProposalState): Cast {
  const pending = life.handlers.find(({ stage }) => stage === 'pending');
  const reason = reasonOf(tape);
  if (life.handlers.length === 0 && !tape.once(6)) {
    const handlers = tape.one([[handler, handler], [handler, handler], []]);
    return cast({ do: 'reportHandlers', receivedOn: today(world), toldOn: today(world), handlers });
  }
  if (pending && !tape.once(4))
    return cast({
      do: 'judgeHandlerChange',
      handler: tape.one([pending.handler, pending.handler, 'handler:1']),
      proper: !tape.once(3),
      reason,
    });
  return cast({
    do: 'reportHandlerChange',
    change: tape.one(['replaced', ...handlerChanges]),
    receivedOn: today(world),
    effectiveOn: tape.one([addDays(today(world), 1), today(world)]),
    handler: tape.one(['handler:1', 'handler:2', null]),
    person: tape.one([handler, handler, null]),
    reason,
    toldOn: today(world),
  });
}

/** What may come at any time from the review on. */
export function besideContract(world: World, tape: Tape, state: ProposalState & Approvable): Cast {
  const [on, reason] = [dayNear(world, tape), reasonOf(tape)];
  const pending = state.drafts.find(({ approval }) => approval === null);
  const act = pending && !tape.once(3) ? pending.act : tape.one(actsOf('proposal'));
  if (pending && tape.once(2))
    return cast({
      do: 'approveDraft',
      act,
      way: tape.one(['approval', 'substituteApproval']),
      post: '課長',
      reason: null,
    });
  const later = (days: number) => addDays((state.applicationDeadline ?? today(world)) as Day, days);
  return tape.one<() => Cast>([
    () => cast({ do: 'draftAct', act, note: '', files: [] }),
    () =>
      cast({
        do: 'approveDraft',
        act,
        way: tape.one(['approval', 'substituteApproval']),
        post: '課長',
        reason: tape.one([null, '出張']),
      }),
    () => cast({ do: 'returnDraft', act, reason }),
    () =>
      cast({
        do: 'recordApproval',
        act,
        draftedOn: on,
        note: '',
        on: today(world),
        way: 'delegatedApproval',
        post: '部長',
        reason: null,
      }),
    () =>
      cast({
        do: 'extendDeadlines',
        applicationDeadline: later(tape.one([7, 7, -1])),
        feeDeadline: later(tape.one([7, 7, 8])),
        reason,
      }),
    () => cast({ do: 'lapseProposal', reason }),
    () => cast({ do: 'lapseProposal', reason }),
    () => cast(corrected(world, tape)),
    () => cast({ do: 'settleFeeDifference', on: today(world), yen: state.life.feeDifference?.yen ?? 1 }),
    () => cast({ do: 'forwardApplication', forwardedOn: today(world), copyKept: !tape.once(4) }),
    () => handling(world, tape, state),
    () =>
      cast({
        do: 'receiveChangeNotice',
        receivedOn: on,
        changes: [{ item: tape.one([...minorChanges, ...businessChanges]), text: '秘の変更' }],
        reason,
        copyKept: !tape.once(4),
        beforeProvision: false,
      }),
    () => cast({ do: 'adviseNewProposal', on, items: tape.one([['period'], []]) }),
    () => cast({ do: 'recordActualEffort', tasks: [{ task: 'processing', minutes: 900, note: '' }] }),
    () => cast(breach(world, tape)),
    () =>
      cast({
        do: 'reportToCommission',
        report: tape.one(['violation', 'cancellationIntent', 'cancelled']),
        reportedOn: today(world),
        documentNumber: '第9号',
      }),
    () => cast({ do: 'agreeToCancellation' }),
    () => cast({ do: 'dropCancellation', reason }),
    () => cast({ do: 'refundFee', on, yen: tape.one([0, 21_000, 999_999]), reason }),
    () =>
      cast({
        do: 'imposeFine',
        on,
        evadedYen: tape.one([8_000, 21_000]),
        yen: tape.one([50_000, 50_001, 105_000, 105_001]),
        reason,
      }),
  ])();
}
