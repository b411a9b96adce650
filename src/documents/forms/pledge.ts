import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { type FilingFacts, filing } from '../frame/filing.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { shortLabel } from '../wording/shortLabel.ts';
import { spelledOut } from '../wording/spelledOut.ts';

/** 誓約書 (規則 別記様式第8): each proposer gives one; a body pledges for its officers too (1c-24). Blank without a proposer. */
export function pledge(rules: RuleSet, facts: Omit<FilingFacts, 'agent'>, formDate: string): OfficialDocument {
  const { data } = organWords(rules);
  const { items } = rules.disqualification;
  const grounds = spelledOut(rules, cited(rules, 'disqualification'));
  const scope = '（法人その他の団体である場合には、その役員を含む。）';
  return filing(
    rules,
    'pledge',
    { ...facts, agent: null },
    {
      formDate,
      contacts: false,
      body: [
        {
          type: 'paragraph',
          text: `${data}をその用に供して行う事業に関する提案をするに当たり、提案をする者${scope}は、${grounds}${grounds === '' ? '欠格事由' : '各号'}のいずれにも該当しないことを誓約します。`,
        },
        ...(items.length === 0 ? [] : groundList(rules)),
      ],
    },
  );
}

/** 欠格事由 in the organ's own words. */
const groundList = ({ disqualification }: RuleSet): readonly Block[] => [
  { type: 'heading', text: '欠格事由' },
  {
    type: 'list',
    items: disqualification.items.map(({ label, wording }) => ({ label: shortLabel(label), text: wording ?? '' })),
  },
];
