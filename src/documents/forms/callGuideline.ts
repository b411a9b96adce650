import type { GuidelineSection } from '../../core/organ/guideline.ts';
import type { Provision } from '../../core/organ/provision.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatBothYears } from '../../japan/formatBothYears.ts';
import { formatEra } from '../../japan/formatEra.ts';
import type { Block, OfficialDocument } from '../block.ts';

/** What a call adds to the organ's own words. Days are `YYYY-MM-DD`. */
export interface CallGuidelineFacts {
  readonly publishedOn: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** 年度 by the year in which it begins. */
  readonly fiscalYear: number;
  readonly files: readonly { readonly name: string; readonly outline: string }[];
}

/**
 * 募集要綱 (FRM-04): the organ's words with the call's days, files and lists put where the organ has them.
 * Null when the organ's words are not set.
 */
export function callGuideline(rules: RuleSet, facts: CallGuidelineFacts): OfficialDocument | null {
  const { title, preamble, sections } = rules.guideline;
  const issuer = rules.identity.name;
  const head = rules.identity.head;
  if (!title || !preamble || !sections || !issuer || !head) return null;
  const year = (text: string) =>
    text.replace('{fiscalYear}', `${formatEra(`${facts.fiscalYear}-04-01`).replace(/年.*/, '年度')}`);
  return {
    kind: 'callGuideline',
    title: year(title.value),
    issuer: issuer.value,
    date: facts.publishedOn,
    blocks: [
      { type: 'reference', lines: [formatBothYears(facts.publishedOn).replace(/（.）$/, '')] },
      { type: 'title', text: year(title.value) },
      { type: 'paragraph', text: year(preamble.value) },
      { type: 'sender', lines: [head.value], seal: false },
      ...sections.value.flatMap((section, index) => sectionBlocks(section, index + 1, rules, facts)),
    ],
  };
}

function sectionBlocks(
  section: GuidelineSection,
  number: number,
  rules: RuleSet,
  facts: CallGuidelineFacts,
): readonly Block[] {
  const lists = listsOf(rules, facts);
  const blocks = section.paragraphs.flatMap((text): readonly Block[] => lists[text] ?? [{ type: 'paragraph', text }]);
  return [{ type: 'heading', text: `${number}　${section.heading}` }, ...blocks];
}

/** What stands for each `{name}` paragraph of a section. */
function listsOf(rules: RuleSet, facts: CallGuidelineFacts): Readonly<Record<string, readonly Block[]>> {
  const window = `${formatBothYears(facts.opensOn)}から${formatBothYears(facts.closesOn)}まで`;
  return {
    '{fileTests}': [...provisions(rules.solicitation.fileTests), fileTable(facts)],
    '{disqualification}': provisions(rules.disqualification.items),
    '{period}': [{ type: 'paragraph', text: window }],
    '{attachments}': provisions([proposalPaper(rules), ...rules.attachments].filter((item) => item !== null)),
    '{address}': deskBlocks(rules),
    '{criteria}': provisions(rules.review.criteria),
    '{notes}': provisions(rules.guideline.notes),
    '{contact}': [...deskBlocks(rules), ...contactBlocks(rules)],
  };
}

const provisions = (items: readonly Provision[]): readonly Block[] => [
  { type: 'list', items: items.map(({ label, wording }) => ({ label, text: wording ?? '' })) },
];

function proposalPaper({ forms, attachments }: RuleSet): Provision | null {
  const form = forms.proposal;
  return form?.name ? { ...form, label: attachments[0]?.label ?? '', wording: form.name } : null;
}

const fileTable = ({ files }: CallGuidelineFacts): Block => ({
  type: 'table',
  widths: [2, 3],
  header: ['個人情報ファイルの名称', '概要'],
  rows: files.map(({ name, outline }) => [name, outline]),
});

function deskBlocks({ desk }: RuleSet): readonly Block[] {
  const postal = desk.postalCode ? `〒${desk.postalCode.value}` : null;
  const lines = [postal, desk.address?.value, desk.name?.value].filter((line) => line !== null && line !== undefined);
  return [{ type: 'addressee', lines }];
}

function contactBlocks({ desk }: RuleSet): readonly Block[] {
  const rows = [
    ['電話', desk.phone],
    ['ファクシミリ', desk.fax],
    ['電子メール', desk.email],
  ] as const;
  const known = rows.flatMap(([label, value]) => (value ? [[label, value.value]] : []));
  return known.length === 0 ? [] : [{ type: 'table', widths: [1, 3], rows: known }];
}
