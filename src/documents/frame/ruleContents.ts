import type { RuleMatterId } from '../../core/organ/ruleMatter.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { ruleName } from '../../messages/ruleNames.ts';
import type { Block } from '../block.ts';
import { blank, type Field, fieldTable } from './fieldTable.ts';

/** What an official entered for a matter that the organ's text leaves to a rule (STP-29); null = nothing is set. */
export const ruleContent = ({ ruleContents }: RuleSet, matter: RuleMatterId): string | null =>
  ruleContents[matter]?.value ?? null;

/** The matter as the settings name it. */
const nameOf = (matter: RuleMatterId): string => ruleName(`ruleContents.${matter}`).name;

/** Boxes for those of some matters that are set. */
export const ruleFields = (rules: RuleSet, ...matters: readonly RuleMatterId[]): readonly Field[] =>
  matters.flatMap((matter) => {
    const content = ruleContent(rules, matter);
    return content === null ? [] : [[nameOf(matter), content] as const];
  });

/** The same as a table of its own; nothing where none is set. */
export function ruleTable(rules: RuleSet, ...matters: readonly RuleMatterId[]): readonly Block[] {
  const fields = ruleFields(rules, ...matters);
  return fields.length === 0 ? [] : [fieldTable(fields, [3, 4])];
}

/** その他の事項 of a proposal: what the rule asks for, with room to write; a filled form refers to its original. */
export function ruledItemBlocks(rules: RuleSet, label: string, isBlank: boolean): readonly Block[] {
  const content = ruleContent(rules, 'proposalItems');
  if (content === null) return [];
  const written = isBlank ? { text: blank('その他の事項'), height: 25 } : '提出された提案書の原本に記載のとおり';
  return [
    { type: 'heading', text: `${label}　その他規則で定める事項` },
    { type: 'table', widths: [2, 5], rows: [[content, written]] },
  ];
}
