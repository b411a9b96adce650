import type { CitationKey } from '../../core/organ/citationKey.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { FeeLine, FeeStep } from '../../core/proposal/fee.ts';
import type { EffortTask } from '../../core/proposal/reviewState.ts';
import { derivationText } from '../../messages/derivation.ts';
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
  /** How the rule reached the amount, step by step; empty where it was typed. */
  readonly derivation: readonly FeeStep[];
  readonly totalYen: number;
  /** Why the amount was typed, where the organ has no formula. */
  readonly reason: string | null;
}

/** 手数料積算書: the minutes of each task, the quote, and the amount with its arithmetic. */
export function feeSheet(rules: RuleSet, facts: FeeSheetFacts): OfficialDocument {
  const { fee } = organWords(rules);
  const { date, number, subject, totalYen, reason } = facts;
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
      ...amountBlocks(rules, facts),
      ...(reason === null ? [] : [fieldTable([['額を定めた理由', reason]])]),
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

/** Which line of the fee a step makes, and the provision that it applies. */
const steps = {
  base: ['base', 'newFee'],
  effort: ['effort', 'newFee'],
  outsourcing: ['outsourcing', 'newFee'],
  cumulativePersons: ['cumulativePersons', 'newFee'],
  shared: ['sharedCreation', 'sharedFee'],
  thirdParties: ['thirdParties', 'thirdParties'],
  sameAsFirst: ['sameAsFirst', 'sameFee'],
  holder: ['holder', 'holderFee'],
} as const satisfies Record<FeeStep['step'], readonly [FeeLine['id'], CitationKey]>;

/** The amount with the arithmetic of each step and the provision that it applies; what is shared shows its cost before. */
function amountBlocks(rules: RuleSet, { lines, derivation, totalYen }: FeeSheetFacts): readonly Block[] {
  const yenOf = (line: FeeLine['id']) => lines.find(({ id }) => id === line)?.yen;
  const amount = (yen: number | undefined) =>
    ({ text: yen === undefined ? '（案分）' : inYen(yen), align: 'right' }) as const;
  const known = derivation.map((step) => {
    const [line, citation] = steps[step.step];
    return [
      feeLineText[line],
      derivationText(step),
      cited(rules, citation) || cited(rules, 'fee'),
      amount(yenOf(line)),
    ];
  });
  const unknown = lines.map(({ id, yen }) => [feeLineText[id], '―', cited(rules, 'fee'), amount(yen)]);
  return [
    { type: 'heading', text: `${organWords(rules).fee}の額` },
    {
      type: 'table',
      widths: [4, 7, 4, 3],
      header: ['区分', '計算の過程', '根拠', '金額'],
      rows: [...(known.length > 0 ? known : unknown), [{ text: '合計', heading: true, columns: 3 }, amount(totalYen)]],
    },
  ];
}
