import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { caseCover } from '../../documents/forms/caseCover.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import type { AnyState, CaseKind } from '../aggregates.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import { retentionOf } from './retention.ts';
import { rulesOf } from './rulesOf.ts';
import { listedCase } from './searchCases.ts';

/** 表紙 of a case as it stands. */
export async function caseCoverOf(
  parts: Parts,
  rules: RuleSet,
  { stream, state }: StateRecord,
): Promise<OfficialDocument> {
  const kind = stream.kind as CaseKind;
  const { number, title, division, stage } = listedCase(kind, stream.id, state as AnyState);
  const { years, endedOn, through } = retentionOf(rulesOf(parts, rules.organ, null) ?? rules, kind, state as AnyState);
  const named = `${caseWords.lists[kind].short}　${stream.id}`;
  return caseCover(rules, {
    date: parts.clock.procedure().slice(0, 10),
    number: number ? timelineWords.numberOf(number.fiscalYear, number.serial) : named,
    subject: title || named,
    division,
    days: [
      ...(kind === 'proposal' ? await daysOf(parts, rules, stream.id, state as ProposalState) : []),
      { label: '終結の日', on: endedOn },
    ],
    stage: stageWord(stage),
    retention: { years, through },
  });
}

async function daysOf(parts: Parts, rules: RuleSet, id: string, { receivedOn, notice, contract }: ProposalState) {
  const release = await loadCase(parts, rules.organ, 'release', id);
  return [
    { label: '受付の日', on: receivedOn },
    { label: '審査結果の通知の日', on: notice?.noticeDate ?? null },
    { label: '契約を締結した日', on: contract?.concludedOn ?? null },
    { label: '提供した日', on: release?.provision?.providedOn ?? null },
  ];
}
