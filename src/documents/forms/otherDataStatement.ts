import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { under } from '../wording/cited.ts';

/** 匿名加工情報である旨の明示 (FRM-26, H 18(1)): to the recipient. */
export interface OtherDataStatementFacts extends LetterFacts {
  readonly dataName: string;
  readonly items: readonly string[];
  readonly wayOfProvision: string;
}

export function otherDataStatement(rules: RuleSet, facts: OtherDataStatementFacts): OfficialDocument {
  return letter(rules, 'otherDataStatement', facts, {
    required: { 提供する情報: facts.dataName, 個人に関する情報の項目: facts.items },
    body: [
      {
        type: 'paragraph',
        text: `${under(rules, 'otherData')}提供する次の情報が、個人情報の保護に関する法律に規定する匿名加工情報であることを明示します。`,
      },
      { type: 'record' },
      fieldTable([
        ['提供する情報', facts.dataName],
        ['個人に関する情報の項目', facts.items.join('、')],
        ['提供の方法', facts.wayOfProvision],
      ]),
      { type: 'end' },
    ],
  });
}
