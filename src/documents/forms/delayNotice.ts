import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 提供が遅れる見込みの通知 (FRM-25, EXC-5). */
export interface DelayNoticeFacts extends LetterFacts {
  readonly contractOn: string;
  readonly subject: string;
  /** 提供期限 of the contract; null = the contract has none. */
  readonly provisionDeadline: string | null;
  readonly expectedOn: string;
  readonly reason: string;
}

export function delayNotice(rules: RuleSet, facts: DelayNoticeFacts): OfficialDocument {
  const { data } = organWords(rules);
  const { contractOn, subject, provisionDeadline, expectedOn, reason } = facts;
  return letter(rules, 'delayNotice', facts, {
    required: { 提供することができる見込みの日: expectedOn, 遅れる理由: reason },
    body: [
      {
        type: 'paragraph',
        text: `${printedDay(rules, contractOn)}に締結した契約に基づく${data}の提供については、やむを得ない事情により遅れることが見込まれるので、下記のとおり通知します。`,
      },
      { type: 'record' },
      fieldTable([
        [`${data}の名称等`, subject],
        ['契約に定める提供期限', provisionDeadline === null ? '定めていない。' : printedDay(rules, provisionDeadline)],
        ['提供することができる見込みの日', printedDay(rules, expectedOn)],
        ['遅れる理由', reason],
      ]),
      { type: 'end' },
    ],
  });
}
