import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type FilingFacts, filing } from '../frame/filing.ts';
import { organWords } from '../wording/organWords.ts';

/** 事業の有用性 (FRM-09): concrete and detailed, with aims and effects; null = to be filled in. */
export interface UsefulnessFacts extends Omit<FilingFacts, 'agent'> {
  readonly businessName: string | null;
  readonly outline: string | null;
  readonly aims: string | null;
  readonly effects: string | null;
  /** Which of the three it contributes to. */
  readonly contributes: readonly ('industry' | 'economy' | 'life')[];
}

/** 事業が新たな産業の創出等に資することを明らかにする書面 (法112条3項2号), blank or filled. */
export function usefulness(rules: RuleSet, facts: UsefulnessFacts, formDate: string): OfficialDocument {
  const { data, life } = organWords(rules);
  const names = {
    industry: '新たな産業の創出',
    economy: '活力ある経済社会の実現',
    life: `豊かな${life}の実現`,
  } as const;
  return filing(
    rules,
    'usefulness',
    { ...facts, agent: null },
    {
      formDate,
      contacts: false,
      body: [
        {
          type: 'paragraph',
          text: `提案に係る${data}をその用に供して行う事業は、次のとおり、新たな産業の創出又は活力ある経済社会若しくは豊かな${life}の実現に資するものです。`,
        },
        fieldTable([
          ['事業の名称', facts.businessName],
          ['事業の概要', facts.outline, 35],
        ]),
        { type: 'heading', text: '事業が資するもの（該当するものに印を付けてください。）' },
        {
          type: 'checks',
          items: (['industry', 'economy', 'life'] as const).map((id) => ({
            checked: facts.contributes.includes(id),
            text: names[id],
          })),
        },
        fieldTable([
          ['事業の目的', facts.aims, 35],
          ['事業により見込まれる効果及びその理由', facts.effects, 45],
        ]),
        {
          type: 'remarks',
          items: [{ label: '１', text: '事業計画その他の裏付けとなる資料があるときは、添付してください。' }],
        },
      ],
    },
  );
}
