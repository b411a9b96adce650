import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { under } from '../wording/cited.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 説明又は訂正の求め (STP-09). */
export interface CorrectionRequestFacts extends LetterFacts {
  readonly proposalDate: string;
  readonly number: string;
  readonly points: readonly { readonly part: string; readonly text: string }[];
  readonly deadline: string;
}

/** What is missing or unclear, box by box, and until when it is to be explained or corrected. */
export function correctionRequest(rules: RuleSet, facts: CorrectionRequestFacts): OfficialDocument {
  const { proposalDate, number, points, deadline } = facts;
  return letter(rules, 'correctionRequest', facts, {
    required: { 説明又は訂正を求める事項: points, 期限: deadline },
    body: [
      {
        type: 'paragraph',
        text: `${printedDay(rules, proposalDate)}付けで提出された提案の書類（受付番号${number}）について、記載が不十分であるなどの点がありますので、${under(rules, 'correction')}次のとおり説明又は訂正を求めます。`,
      },
      { type: 'record' },
      { type: 'heading', text: '１　説明又は訂正を求める事項' },
      {
        type: 'table',
        widths: [1, 5, 9],
        header: ['番号', '書類又は欄', '内容'],
        rows: points.map(({ part, text }, index) => [String(index + 1), part, text]),
      },
      { type: 'heading', text: '２　期限' },
      { type: 'paragraph', text: `${printedDay(rules, deadline)}まで` },
      { type: 'end' },
    ],
  });
}
