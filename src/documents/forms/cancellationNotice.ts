import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { spelledOut } from '../wording/spelledOut.ts';
import { type StatutoryGround, spelledGround } from './cancellationGround.ts';

/** 契約の解除 (CAN-1..6). */
export interface CancellationNoticeFacts extends LetterFacts {
  readonly contractOn: string;
  readonly subject: string;
  readonly cancelledOn: string;
  /** `contract` = a ground of the contract alone (CAN-4), `notAtFault` = none of the counterparty's (FEE-10): without bar. */
  readonly ground: StatutoryGround | 'contract' | 'notAtFault';
  readonly reason: string;
  /** Last day on which the party can't propose; null on a ground of the contract alone. */
  readonly barredThrough: string | null;
}

/** The contract is ended by a declaration under private law: no 教示. */
export function cancellationNotice(rules: RuleSet, facts: CancellationNoticeFacts): OfficialDocument {
  const { data } = organWords(rules);
  const { contractOn, subject, cancelledOn, ground, reason, barredThrough } = facts;
  const statutory = ground === 'contract' || ground === 'notAtFault' ? null : ground;
  const other =
    ground === 'notAtFault'
      ? '契約の相手方の責めに帰することのできない事由があること。'
      : '契約に定める解除事由に該当したこと。';
  const basis = statutory ? `${spelledOut(rules, cited(rules, 'cancellation'))}の規定` : '当該契約の定め';
  return letter(rules, 'cancellationNotice', facts, {
    required: {
      解除の理由: reason,
      解除の日: cancelledOn,
      ...(statutory ? { 新たな提案をすることができない期間: barredThrough } : {}),
    },
    body: [
      {
        type: 'paragraph',
        text: `${printedDay(rules, contractOn)}に締結した${data}の利用に関する契約を、${basis}により、下記のとおり解除します。`,
      },
      { type: 'record' },
      fieldTable([
        [`${data}の名称等`, subject],
        ['解除の日', printedDay(rules, cancelledOn)],
        ['解除の事由', statutory ? spelledGround(rules, statutory) : other],
        ['解除の理由', reason],
        [
          '解除後の措置',
          `提供を受けた${data}及びその複製の利用をやめ、速やかに消去し、又は返還し、その旨を報告してください。`,
        ],
        ...(statutory && barredThrough
          ? ([['新たな提案', `${printedDay(rules, barredThrough)}までは、新たな提案をすることができません。`]] as const)
          : []),
      ]),
      { type: 'end' },
    ],
  });
}
