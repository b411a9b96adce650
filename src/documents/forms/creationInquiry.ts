import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 照会 (FRM-25, A 第９-1(1)): what is unclear while the data is made. */
export interface CreationInquiryFacts extends LetterFacts {
  readonly contractOn: string;
  readonly subject: string;
  readonly questions: readonly string[];
  /** Null = no day is set. */
  readonly answerBy: string | null;
}

export function creationInquiry(rules: RuleSet, facts: CreationInquiryFacts): OfficialDocument {
  const { data } = organWords(rules);
  const { contractOn, subject, questions, answerBy } = facts;
  return letter(rules, 'creationInquiry', facts, {
    required: { 照会する事項: questions },
    body: [
      {
        type: 'paragraph',
        text: `${printedDay(rules, contractOn)}に締結した契約に基づく${data}（${subject}）の作成に当たり、下記の点を確認したいので、${answerBy === null ? '' : `${printedDay(rules, answerBy)}までに`}回答してください。`,
      },
      { type: 'record' },
      { type: 'list', items: questions.map((text, index) => ({ label: String(index + 1), text })) },
      { type: 'end' },
    ],
  });
}
