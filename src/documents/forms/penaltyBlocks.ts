import type { RuleSet, Sourced } from '../../core/organ/ruleSet.ts';
import type { Block } from '../block.ts';

/**
 * 罰則 that are told, by the kind of body: the organ's ordinance in its own words, the Act's articles by their numbers,
 * or that the Act's penalties do not apply to the body (法125条2項).
 */
export function penaltyBlocks(rules: RuleSet, told: Sourced<readonly string[]>): readonly Block[] {
  const { actPenaltiesApply, provisions } = rules.penalties;
  const heading: Block = { type: 'heading', text: '罰則' };
  if (told !== null) {
    const own = told.value.map((article) => ({
      article,
      found: provisions.find(({ label }) => article.endsWith(label)),
    }));
    const items = own.map(({ article, found }, index) => ({
      label: String(index + 1),
      text: found ? `${article}　${found.wording ?? ''}` : article,
    }));
    return [
      heading,
      { type: 'paragraph', text: '義務に違反した者は、次の規定により罰せられることがあります。' },
      { type: 'list', items },
    ];
  }
  if (rules.identity.boundByAct?.value !== true || actPenaltiesApply?.value !== false) return [];
  return [
    heading,
    {
      type: 'paragraph',
      text: '個人情報の保護に関する法律第176条、第180条及び第181条の罰則は、同法第125条第2項の規定により、この機関における取扱いには適用されません。罰則の適用がない場合であっても、義務を免れるものではありません。',
    },
  ];
}
