import type { GuidelineSection } from '../../core/organ/guideline.ts';
import type { Provision } from '../../core/organ/provision.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatBothYears } from '../../japan/formatBothYears.ts';
import { formatEra } from '../../japan/formatEra.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { formOf } from '../frame/formOf.ts';
import { makePaper } from '../frame/makePaper.ts';
import { ruleTable } from '../frame/ruleContents.ts';
import { organWords } from '../wording/organWords.ts';
import { inOwnDigits } from '../wording/printedDay.ts';
import { shortLabel } from '../wording/shortLabel.ts';

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
 * @throws IncompletePaperError when the organ's words are not set
 */
export function callGuideline(rules: RuleSet, facts: CallGuidelineFacts): OfficialDocument {
  const { title, preamble, sections } = rules.guideline;
  const { number } = formOf(rules, 'callGuideline');
  const era = inOwnDigits(rules, formatEra(`${facts.fiscalYear}-04-01`).replace(/年.*/, '年度'));
  const year = (text: string | undefined) => (text ?? '').replace('{fiscalYear}', era);
  return makePaper(rules, 'callGuideline', {
    date: facts.publishedOn,
    title: year(title?.value),
    required: { 募集要綱の表題: title?.value, 募集要綱の前文: preamble?.value, 募集要綱の本文: sections?.value },
    blocks: [
      ...(number ? [{ type: 'formNumber', text: number } as const] : []),
      { type: 'reference', lines: [bothYears(rules, facts.publishedOn).replace(/（.）$/, '')] },
      { type: 'title', text: year(title?.value) },
      { type: 'paragraph', text: year(preamble?.value) },
      { type: 'sender', lines: [organWords(rules).head], seal: false },
      ...(sections?.value ?? []).flatMap((section, index) => sectionBlocks(section, index + 1, rules, facts)),
      ...ruledBlocks(rules, (sections?.value.length ?? 0) + 1),
    ],
  });
}

/** What the organ's text leaves to a rule and a proposer has to know, in a section of its own. */
function ruledBlocks(rules: RuleSet, number: number): readonly Block[] {
  const table = ruleTable(rules, 'proposalItems', 'attachments', 'contractProcedure', 'definitions', 'headsRules');
  if (table.length === 0) return [];
  return [{ type: 'heading', text: inOwnDigits(rules, `${number}　規則等で定める事項`) }, ...table];
}

const bothYears = (rules: RuleSet, day: string): string => inOwnDigits(rules, formatBothYears(day));

function sectionBlocks(
  section: GuidelineSection,
  number: number,
  rules: RuleSet,
  facts: CallGuidelineFacts,
): readonly Block[] {
  const lists = listsOf(rules, facts);
  const blocks = section.paragraphs.flatMap((text): readonly Block[] => lists[text] ?? [{ type: 'paragraph', text }]);
  return [{ type: 'heading', text: inOwnDigits(rules, `${number}　${section.heading}`) }, ...blocks];
}

/** What stands for each `{name}` paragraph of a section. */
function listsOf(rules: RuleSet, facts: CallGuidelineFacts): Readonly<Record<string, readonly Block[]>> {
  const window = `${bothYears(rules, facts.opensOn)}から${bothYears(rules, facts.closesOn)}まで`;
  return {
    '{fileTests}': provisions(rules.solicitation.fileTests),
    '{files}': [fileTable(facts)],
    '{identity}': identityPapers(rules),
    '{disqualification}': provisions(rules.disqualification.items),
    '{period}': [{ type: 'paragraph', text: window }],
    '{papers}': provisions([proposalPaper(rules), ...rules.attachments], numbered),
    '{address}': deskBlocks(rules),
    '{criteria}': provisions(rules.review.criteria),
    '{notes}': provisions(rules.guideline.notes),
    '{contact}': [...deskBlocks(rules), ...contactBlocks(rules)],
  };
}

/** Items as the organ labels them, or numbered one by one where the labels are those of scattered places. */
const provisions = (
  items: readonly Provision[],
  labelOf: (label: string, index: number) => string = shortLabel,
): readonly Block[] => [
  {
    type: 'list',
    items: items.map(({ label, wording }, index) => ({ label: labelOf(label, index), text: wording ?? '' })),
  },
];

const numbered = (_: string, index: number): string => `(${index + 1})`;

/** The proposal itself, first among the papers to hand in. */
function proposalPaper(rules: RuleSet): Provision {
  const { name, number } = formOf(rules, 'proposal');
  const own = rules.forms.proposal?.number;
  return { label: '', wording: own && number ? `${name}（${own}）` : name, text: '', source: '' };
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

/** 本人確認書類 for a person and for a body, in the organ's words. */
const identityPapers = ({ identityCheck }: RuleSet): readonly Block[] =>
  (
    [
      ['個人の場合', identityCheck.individual],
      ['法人その他の団体の場合', identityCheck.corporate],
    ] as const
  ).flatMap(([text, papers]): readonly Block[] =>
    papers.length === 0 ? [] : [{ type: 'paragraph', text }, ...provisions(papers, numbered)],
  );

function contactBlocks({ desk }: RuleSet): readonly Block[] {
  const rows = [
    ['電話', desk.phone],
    ['ファクシミリ', desk.fax],
    ['電子メール', desk.email],
  ] as const;
  const known = rows.flatMap(([label, value]) => (value ? [[label, value.value]] : []));
  return known.length === 0 ? [] : [{ type: 'table', widths: [1, 3], rows: known }];
}
