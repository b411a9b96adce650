import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';

/** 諮問 (STP-27): the two standards go to the council before they are set. */
export interface CouncilConsultationFacts extends LetterFacts {}

/** 諮問書, with both standards as 別紙. */
export function councilConsultation(rules: RuleSet, facts: CouncilConsultationFacts): OfficialDocument {
  const { data } = organWords(rules);
  const standards = standardsOf(rules);
  const names = standards.map(({ name }) => name).join('及び');
  return letter(rules, 'councilConsultation', facts, {
    title: `${names}を定めることについて（諮問）`,
    required: { 諮問する基準: standards },
    contact: false,
    body: [
      {
        type: 'paragraph',
        text: `事業者に提供する${data}は、特定の個人を識別することができないように、及びその作成に用いる個人情報を復元することができないように加工する必要があり、また、${data}、削除した記述等及び加工の方法に関する情報の漏えいを防止する必要があります。`,
      },
      {
        type: 'paragraph',
        text: `ついては、${under(rules, 'council')}別紙の${names}について、貴審議会の意見を求めます。`,
      },
      ...standards.flatMap(annex),
    ],
  });
}

/** The standards on which the council's opinion must be had, each with its items. */
export function standardsOf(rules: RuleSet) {
  const { data } = organWords(rules);
  const { councilOpinion, standards, securityStandards } = rules.creation;
  const all = {
    processingStandard: { name: `${data}の作成の方法に関する基準`, items: standards },
    securityStandard: { name: `${data}等の安全確保の措置の基準`, items: securityStandards },
  } as const;
  return (councilOpinion?.value ?? []).map((id) => all[id]);
}

const annex = ({ name, items }: ReturnType<typeof standardsOf>[number]): readonly Block[] => [
  { type: 'pageBreak' },
  { type: 'heading', text: `別紙　${name}` },
  { type: 'list', items: items.map(({ label, wording }) => ({ label, text: wording ?? '' })) },
];
