import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { ruleFields } from '../frame/ruleContents.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 第三者への通知 (I 24条の8(1)). */
export interface ThirdPartyNoticeFacts extends LetterFacts {
  readonly fileName: string;
  /** 記録項目 that the data is to be made of. */
  readonly items: readonly string[];
  readonly opinionsDueOn: string;
}

/** A third party is told that data is to be made of a file in which it stands, and that it can file an opinion. */
export function thirdPartyNotice(rules: RuleSet, facts: ThirdPartyNoticeFacts): OfficialDocument {
  const { data, desk, source } = organWords(rules);
  const { fileName, items, opinionsDueOn } = facts;
  return letter(rules, 'thirdPartyNotice', facts, {
    required: { 個人情報ファイルの名称: fileName, 意見書の提出期限: opinionsDueOn },
    body: [
      {
        type: 'paragraph',
        text: `あなたの${source}が記録されている次の個人情報ファイルについて、これを加工して${data}を作成し、事業の用に供する提案がありました。${under(rules, 'thirdParties')}その作成について意見を聴きますので、意見があるときは、同封の意見書を提出してください。`,
      },
      { type: 'record' },
      fieldTable([
        ['個人情報ファイルの名称', fileName],
        [`${data}に用いる記録項目`, items.join('、')],
        ['意見書の提出先', desk],
        ['意見書の提出期限', printedDay(rules, opinionsDueOn)],
        ...ruleFields(rules, 'disclosureReading'),
      ]),
      {
        type: 'paragraph',
        text: `${data}は、特定の個人を識別することができないように加工したものです。作成に反対の意思を表示されたときは、あなたの${source}を除いて作成します。`,
      },
      { type: 'end' },
    ],
  });
}
