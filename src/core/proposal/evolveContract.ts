import { unreachable } from '../unreachable.ts';
import type { ContractLifeEvent } from './contractEvents.ts';
import type { AuthorizedHandler, ContractLife } from './contractState.ts';

type DataOf<Type extends ContractLifeEvent['type']> = Extract<ContractLifeEvent, { type: Type }>['data'];

const types = {
  notifiedFeeCorrected: true,
  feeDifferenceSettled: true,
  feeRefunded: true,
  applicationForwarded: true,
  handlersReported: true,
  handlerChangeReported: true,
  handlerChangeJudged: true,
  changeNoticeReceived: true,
  newProposalAdvised: true,
  actualEffortRecorded: true,
  breachRecorded: true,
  reportedToCommission: true,
  cancellationIntended: true,
  cancellationAgreed: true,
  cancellationDropped: true,
  fineImposed: true,
  proposalMoved: true,
} as const satisfies Record<ContractLifeEvent['type'], true>;

/** Whether an event of a proposal is one of the contract's life. */
export const isOfContract = (event: { readonly type: string }): event is ContractLifeEvent => event.type in types;

/** What an event from the notice on changes in the contract's life. */
export function evolveContract(life: ContractLife, event: ContractLifeEvent): ContractLife {
  switch (event.type) {
    case 'notifiedFeeCorrected': {
      const { difference, ...correction } = event.data;
      return {
        ...life,
        feeCorrections: [...life.feeCorrections, correction],
        feeDifference: difference,
      };
    }
    case 'feeDifferenceSettled':
      return { ...life, feeDifference: null };
    case 'feeRefunded':
      return { ...life, refund: event.data };
    case 'applicationForwarded':
      return { ...life, applicationForwardedOn: event.data.forwardedOn };
    case 'handlersReported':
      return { ...life, handlers: event.data.handlers };
    case 'handlerChangeReported':
      return { ...life, handlers: handlersAfter(life.handlers, event.data) };
    case 'handlerChangeJudged':
      return { ...life, handlers: judged(life.handlers, event.data) };
    case 'changeNoticeReceived':
      return { ...life, changeNotices: [...life.changeNotices, event.data] };
    case 'newProposalAdvised':
      return { ...life, advices: [...life.advices, event.data] };
    case 'actualEffortRecorded':
      return {
        ...life,
        actualEffort: event.data.tasks,
        actualOutsourcingYen: event.data.outsourcingYen ?? null,
      };
    case 'breachRecorded':
      return { ...life, breaches: [...life.breaches, event.data] };
    case 'reportedToCommission':
      return { ...life, reports: [...life.reports, event.data] };
    case 'cancellationIntended':
      return { ...life, intent: { ...event.data, agreed: null } };
    case 'cancellationAgreed':
      return { ...life, intent: life.intent && { ...life.intent, agreed: event.data } };
    case 'cancellationDropped':
      return { ...life, intent: null };
    case 'proposalMoved':
      return life;
    case 'fineImposed':
      return { ...life, fine: { on: event.data.on, yen: event.data.yen } };
    default:
      return unreachable(event);
  }
}

/** Someone who comes waits for the judgement; someone who is replaced goes on until then. */
function handlersAfter(
  handlers: readonly AuthorizedHandler[],
  { change, handler, replaces, effectiveOn }: DataOf<'handlerChangeReported'>,
): readonly AuthorizedHandler[] {
  if (change === 'renamed') return handlers;
  if (change === 'left') return handlers.map((one) => (one.handler === handler ? { ...one, stage: 'left' } : one));
  return [...handlers, { handler, stage: 'pending', from: effectiveOn, replaces }];
}

function judged(
  handlers: readonly AuthorizedHandler[],
  { handler, proper }: DataOf<'handlerChangeJudged'>,
): readonly AuthorizedHandler[] {
  const replaced = handlers.find((one) => one.handler === handler)?.replaces ?? null;
  return handlers.map((one) => {
    if (one.handler === handler) return { ...one, stage: proper ? 'active' : 'rejected' };
    return proper && one.handler === replaced ? { ...one, stage: 'left' } : one;
  });
}
