import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type {
  AdviseNewProposal,
  JudgeHandlerChange,
  ReceiveChangeNotice,
  ReportHandlerChange,
  ReportHandlers,
} from './contractCommands.ts';
import { type BusinessChange, businessChanges, type MinorChange } from './contractState.ts';
import { type Decided, isBlank, type Known } from './facts.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** 取扱従事者の通知 (STP-26): once; what changes later comes as a change. */
export function reportHandlers({ receivedOn, toldOn, handlers }: ReportHandlers, { life }: ProposalState): Decided {
  if (life.handlers.length > 0) return no('handlersReportedBefore');
  if (handlers.length === 0) return no('handlersMissing');
  const active = handlers.map((_, at) => ({
    handler: `handler:${at + 1}`,
    stage: 'active' as const,
    from: receivedOn,
    replaces: null,
  }));
  return happened({
    type: 'handlersReported',
    data: { receivedOn, toldOn, handlers: active },
    personal: { handlers },
  });
}

/** DDL-10: a replacement is told before it; an addition or a new name at once, which no number of days defines. */
export function reportHandlerChange(command: ReportHandlerChange, { life }: ProposalState, rules: RuleSet): Decided {
  const { change, receivedOn, effectiveOn, person, reason, toldOn } = command;
  const basis = rules.deadlines.promptActs.changeNotice.word?.text;
  const known = life.handlers.find(({ handler, stage }) => handler === command.handler && stage === 'active');
  if (change !== 'added' && !known) return no('handlerUnknown', { handler: command.handler });
  if (change !== 'left' && person === null) return no('handlerPersonMissing');
  if (isBlank(reason)) return no('handlerReasonMissing', {}, basis);
  if (change === 'replaced' && receivedOn >= effectiveOn)
    return no('handlerReplacedTooLate', { receivedOn, effectiveOn }, basis);
  const comes = change === 'added' || change === 'replaced';
  const handler = comes ? `handler:${life.handlers.length + 1}` : (known?.handler ?? '');
  const replaces = change === 'replaced' ? (known?.handler ?? null) : null;
  return happened({
    type: 'handlerChangeReported',
    data: { change, receivedOn, effectiveOn, handler, replaces, reason, toldOn },
    personal: { person },
  });
}

/** 理由が適正であるかの確認: nobody handles the data before it. */
export function judgeHandlerChange(
  { handler, proper, reason }: JudgeHandlerChange,
  { life }: ProposalState,
  { actor }: Known,
): Decided {
  const pending = life.handlers.some((one) => one.handler === handler && one.stage === 'pending');
  if (!pending) return no('handlerNotPending', { handler });
  if (isBlank(reason)) return no('handlerReasonMissing');
  return happened({ type: 'handlerChangeJudged', data: { handler, proper, reason, by: actor.person } });
}

/** 記載事項変更通知書 (STP-22): what is no change of the business; that needs a proposal of its own. */
export function receiveChangeNotice(command: ReceiveChangeNotice, _state: ProposalState, rules: RuleSet): Decided {
  const { receivedOn, changes, reason, copyKept, beforeProvision } = command;
  const { amendment } = rules.contract;
  if (amendment?.value === 'none') return no('amendmentForbidden', {}, amendment.text);
  if (changes.length === 0) return no('changeMissing', {}, amendment?.text);
  const business = changes.map(({ item }) => item).filter(isBusiness);
  if (business.length > 0) return no('businessChangeNeedsProposal', { items: business }, amendment?.text);
  if (isBlank(reason)) return no('changeReasonMissing', {}, amendment?.text);
  if (!copyKept && rules.intake.receiptStamp?.value === true) return no('changeCopyNotKept', {}, amendment?.text);
  const items = changes.map(({ item }) => item).filter((item): item is MinorChange => !isBusiness(item));
  return happened({
    type: 'changeNoticeReceived',
    data: { receivedOn, items, reason, beforeProvision },
    personal: { texts: changes.map(({ text }) => text), befores: changes.map(({ before = null }) => before) },
  });
}

const isBusiness = (item: string): item is BusinessChange => businessChanges.some((one) => one === item);

export const adviseNewProposal = ({ on, items }: AdviseNewProposal): Decided =>
  items.length === 0
    ? no('changeMissing')
    : happened({ type: 'newProposalAdvised', data: { on, items: [...new Set(items)] } });
