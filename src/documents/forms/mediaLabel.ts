import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { makePaper } from '../frame/makePaper.ts';
import { inPersons } from '../wording/amounts.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 媒体の表示 (STP-20): the card of a CD-R or DVD-R. */
export interface MediaLabelFacts {
  readonly date: string;
  readonly dataName: string;
  readonly persons: number;
  readonly medium: string;
  readonly mediumNumber: string | null;
  readonly recipient: string;
  readonly useUntil: string | null;
}

export function mediaLabel(rules: RuleSet, facts: MediaLabelFacts): OfficialDocument {
  const { data, name } = organWords(rules);
  return makePaper(rules, 'mediaLabel', {
    date: facts.date,
    title: `${facts.medium}　${data}`,
    page: 'discLabel',
    required: { [`${data}の名称`]: facts.dataName, 提供媒体: facts.medium },
    blocks: [
      { type: 'title', text: data },
      fieldTable(
        [
          ['名称', facts.dataName],
          ['本人の数', inPersons(facts.persons)],
          ['媒体', [facts.medium, facts.mediumNumber].filter((part) => part !== null).join('　')],
          ['提供する者', name],
          ['提供を受ける者', facts.recipient],
          ['提供の日', printedDay(rules, facts.date)],
          ...(facts.useUntil ? ([['利用の期限', printedDay(rules, facts.useUntil)]] as const) : []),
        ],
        [1, 3],
      ),
      { type: 'redNote', text: '識別行為及び第三者への提供を禁ずる' },
    ],
  });
}
