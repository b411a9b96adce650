import type { CriterionId } from '../../core/organ/provision.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { ruleFields } from '../frame/ruleContents.ts';
import { sheet } from '../frame/sheet.ts';
import { inPersons } from '../wording/amounts.ts';
import { cited } from '../wording/cited.ts';
import { printedDay } from '../wording/printedDay.ts';
import { criterionText, type FindingFacts } from './noticeFacts.ts';

/** 審査票 (STP-10, REC-6): every criterion with its finding and reason; no score and no rank. Null = not known. */
export interface ReviewSheetFacts {
  readonly date: string;
  readonly number: string;
  readonly proposalDate: string;
  readonly created: boolean;
  readonly subject: string;
  /** 本人の数 that is proposed, and that of the file with the day on which it was counted. */
  readonly persons: number | null;
  readonly filePersons: { readonly count: number; readonly on: string } | null;
  /** The criteria that apply, in the organ's order. */
  readonly criteria: readonly CriterionId[];
  /** Findings so far; a criterion without one is still open. */
  readonly findings: readonly FindingFacts[];
  readonly consultations: readonly { readonly on: string; readonly matter: string; readonly answer: string }[];
}

export function reviewSheet(rules: RuleSet, facts: ReviewSheetFacts): OfficialDocument {
  const { date, number, proposalDate, created, subject, persons, filePersons } = facts;
  const counted = filePersons && `${inPersons(filePersons.count)}（${printedDay(rules, filePersons.on)}現在）`;
  return sheet(rules, 'reviewSheet', {
    date,
    required: { 受付番号: number, 審査基準: facts.criteria },
    blocks: [
      fieldTable([
        ['受付番号', number],
        ['提案の日', printedDay(rules, proposalDate)],
        [created ? '作成された情報の名称' : '個人情報ファイルの名称', subject],
        ...(created
          ? []
          : ([
              ['提案に係る本人の数', persons === null ? '―' : inPersons(persons)],
              ['個人情報ファイルの本人の数', counted ?? '―'],
            ] as const)),
        ['審査の根拠', cited(rules, 'review')],
        ...ruleFields(rules, 'matchingExclusion'),
      ]),
      { type: 'heading', text: '基準ごとの審査の結果' },
      findingTable(rules, facts),
      ...consultationBlocks(rules, facts),
      {
        type: 'paragraph',
        text: 'この審査は、それぞれの提案が基準に適合するかどうかを判断するものであり、提案の間で優劣を付けるものではない。',
      },
    ],
  });
}

function findingTable(rules: RuleSet, { criteria, findings }: ReviewSheetFacts): Block {
  const rows = criteria.map((criterion) => {
    const found = findings.find((one) => one.criterion === criterion);
    const result = found === undefined ? '未了' : found.met ? '適合' : '不適合';
    return [criterionText(rules, criterion), { text: result, align: 'center' } as const, found?.reason ?? ''];
  });
  return { type: 'table', widths: [8, 2, 8], header: ['基準', '結果', '理由'], rows };
}

function consultationBlocks(rules: RuleSet, { consultations }: ReviewSheetFacts): readonly Block[] {
  if (consultations.length === 0) return [];
  const rows = consultations.map(({ on, matter, answer }) => [printedDay(rules, on), matter, answer]);
  return [
    { type: 'heading', text: '協議の経過' },
    { type: 'table', widths: [3, 5, 5], header: ['協議の日', '協議した事項', '回答'], rows },
  ];
}
