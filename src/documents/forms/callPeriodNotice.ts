import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatBothYears } from '../../japan/formatBothYears.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { inOwnDigits } from '../wording/printedDay.ts';

/** 募集の開始日及びその期間 (FRM-06). Days are `YYYY-MM-DD`. */
export interface CallPeriodFacts {
  readonly publishedOn: string;
  readonly opensOn: string;
  readonly closesOn: string;
}

/** Put on the site before the opening day, where the organ's rules want it (A 第4(2)ア). */
export function callPeriodNotice(
  rules: RuleSet,
  { publishedOn, opensOn, closesOn }: CallPeriodFacts,
): OfficialDocument {
  const { data, head } = organWords(rules);
  const day = (value: string) => inOwnDigits(rules, formatBothYears(value));
  return sheet(rules, 'callPeriodNotice', {
    date: publishedOn,
    required: { 募集の開始日: opensOn, 募集の期間: closesOn },
    blocks: [
      { type: 'reference', lines: [day(publishedOn)] },
      { type: 'sender', lines: [head], seal: false },
      {
        type: 'paragraph',
        text: `${under(rules, 'solicitation')}${data}をその用に供して行う事業に関する提案を、次のとおり募集します。`,
      },
      fieldTable([
        ['募集の開始日', day(opensOn)],
        ['募集の期間', `${day(opensOn)}から${day(closesOn)}まで`],
      ]),
    ],
  });
}
