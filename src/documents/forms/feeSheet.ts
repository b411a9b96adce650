import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { FeeLine } from '../../core/proposal/fee.ts';
import type { EffortTask } from '../../core/proposal/reviewState.ts';
import { effortTaskWords } from '../../messages/effortTaskWords.ts';
import { feeLineText } from '../../messages/feeLine.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { formOf } from '../frame/formOf.ts';
import { sheet } from '../frame/sheet.ts';
import { inYen } from '../wording/amounts.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 積算 (FRM-24). Whole minutes and yen; null = there is none. */
export interface FeeSheetFacts {
  readonly date: string;
  readonly number: string;
  readonly subject: string;
  readonly tasks: readonly EffortTask[];
  readonly quote: { readonly quotedOn: string; readonly yen: number; readonly scrutiny: string } | null;
  readonly lines: readonly FeeLine[];
  /** How the amount was reached, in words, step by step. */
  readonly derivation: readonly string[];
  readonly totalYen: number;
  /** Why the amount was typed, where the organ has no formula. */
  readonly reason: string | null;
}

/** 手数料積算書: the minutes of each task, the quote, and the amount with its arithmetic. */
export function feeSheet(rules: RuleSet, facts: FeeSheetFacts): OfficialDocument {
  const { fee } = organWords(rules);
  const { date, number, subject, lines, totalYen, reason } = facts;
  return sheet(rules, 'feeSheet', {
    title: formOf(rules, 'feeSheet').name.replace('手数料', fee),
    date,
    required: { 受付番号: number, [`${fee}の額`]: totalYen },
    blocks: [
      fieldTable([
        ['受付番号', number],
        ['提案に係る個人情報ファイル等の名称', subject],
        ['積算の日', printedDay(rules, date)],
        ['根拠', cited(rules, 'fee') || '―'],
      ]),
      ...effortBlocks(facts.tasks),
      ...quoteBlocks(rules, facts.quote),
      { type: 'heading', text: `${fee}の額` },
      {
        type: 'table',
        widths: [3, 1],
        header: ['区分', '金額'],
        rows: [
          ...lines.map(({ id, yen }) => [feeLineText[id], { text: inYen(yen), align: 'right' } as const]),
          [
            { text: '合計', heading: true },
            { text: inYen(totalYen), align: 'right' },
          ],
        ],
      },
      ...(reason === null ? [] : [fieldTable([['額を定めた理由', reason]])]),
      ...derivationBlocks(facts.derivation),
    ],
  });
}

const hours = (minutes: number): string => `${Math.floor(minutes / 60)}時間${minutes % 60}分`;

function effortBlocks(tasks: readonly EffortTask[]): readonly Block[] {
  if (tasks.length === 0) return [];
  const total = tasks.reduce((sum, { minutes }) => sum + minutes, 0);
  return [
    { type: 'heading', text: '作成に要する時間' },
    {
      type: 'table',
      widths: [4, 2, 4],
      header: ['作業', '時間', '備考'],
      rows: [
        ...tasks.map(({ task, minutes, note }) => [
          effortTaskWords[task],
          { text: hours(minutes), align: 'right' } as const,
          note,
        ]),
        [{ text: '合計', heading: true }, { text: hours(total), align: 'right' }, `${total}分`],
      ],
    },
  ];
}

function quoteBlocks(rules: RuleSet, quote: FeeSheetFacts['quote']): readonly Block[] {
  if (quote === null) return [];
  return [
    { type: 'heading', text: '作成の委託に係る見積り' },
    fieldTable([
      ['見積りの日', printedDay(rules, quote.quotedOn)],
      ['見積額', inYen(quote.yen)],
      ['精査の結果', quote.scrutiny],
    ]),
  ];
}

const derivationBlocks = (derivation: readonly string[]): readonly Block[] =>
  derivation.length === 0
    ? []
    : [
        { type: 'heading', text: '計算の過程' },
        { type: 'list', items: derivation.map((text, index) => ({ label: String(index + 1), text })) },
      ];
