import type { Event } from '../event.ts';
import type {
  AuthorizedHandler,
  Breach,
  CancellationIntent,
  ChangeNotice,
  FeeCorrection,
  FeeDifference,
  FeeRefund,
  HandlerChange,
  NewProposalAdvice,
  ReportToCommission,
} from './contractState.ts';
import type { Handler } from './form.ts';
import type { EffortTask } from './reviewState.ts';

/** Events from the notice on; names and accounts of people stand in `personal` alone. */
export type ContractLifeEvent =
  | Event<'notifiedFeeCorrected', FeeCorrection & { readonly difference: FeeDifference | null }>
  | Event<'feeDifferenceSettled', FeeDifference & { readonly on: string }>
  | Event<'feeRefunded', FeeRefund>
  | Event<'applicationForwarded', { readonly forwardedOn: string }>
  | Event<
      'handlersReported',
      { readonly receivedOn: string; readonly toldOn: string; readonly handlers: readonly AuthorizedHandler[] },
      { readonly handlers: readonly Handler[] }
    >
  | Event<
      'handlerChangeReported',
      {
        readonly change: HandlerChange;
        readonly receivedOn: string;
        readonly effectiveOn: string;
        readonly handler: string;
        readonly replaces: string | null;
        readonly reason: string;
        readonly toldOn: string;
      },
      { readonly person: Handler | null }
    >
  | Event<
      'handlerChangeJudged',
      { readonly handler: string; readonly proper: boolean; readonly reason: string; readonly by: string }
    >
  | Event<
      'changeNoticeReceived',
      ChangeNotice,
      /** `befores` is absent in notices that came in before it was asked for. */
      { readonly texts: readonly string[]; readonly befores?: readonly (string | null)[] }
    >
  | Event<'newProposalAdvised', NewProposalAdvice>
  | Event<
      'actualEffortRecorded',
      { readonly tasks: readonly EffortTask[]; readonly outsourcingYen?: number | null; readonly on: string }
    >
  | Event<'breachRecorded', Breach, { readonly account: string }>
  | Event<'reportedToCommission', ReportToCommission>
  | Event<'cancellationIntended', Omit<CancellationIntent, 'agreed'>>
  | Event<'cancellationAgreed', { readonly on: string; readonly by: string }>
  | Event<
      'fineImposed',
      { readonly on: string; readonly evadedYen: number; readonly yen: number; readonly reason: string }
    >
  | Event<'proposalMoved', { readonly to: string; readonly on: string }>
  | Event<'cancellationDropped', { readonly reason: string; readonly by: string }>;
