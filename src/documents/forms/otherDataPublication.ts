import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** ほかの匿名加工情報の公表 (FRM-26, H 18(1)): in advance of the provision. */
export interface OtherDataPublicationFacts {
  readonly date: string;
  readonly items: readonly string[];
  readonly wayOfProvision: string;
  readonly division: string;
}

export function otherDataPublication(rules: RuleSet, facts: OtherDataPublicationFacts): OfficialDocument {
  return sheet(rules, 'otherDataPublication', {
    date: facts.date,
    required: { 個人に関する情報の項目: facts.items, 提供の方法: facts.wayOfProvision },
    blocks: [
      { type: 'reference', lines: [printedDay(rules, facts.date)] },
      { type: 'sender', lines: [organWords(rules).name], seal: false },
      {
        type: 'paragraph',
        text: `匿名加工情報（${organWords(rules).data}を除く。）を第三者に提供するので、${under(rules, 'otherData')}あらかじめ次の事項を公表します。`,
      },
      fieldTable([
        ['第三者に提供される匿名加工情報に含まれる個人に関する情報の項目', facts.items.join('、')],
        ['提供の方法', facts.wayOfProvision],
        ['担当', facts.division],
      ]),
    ],
  });
}
