import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatEra } from '../../japan/formatEra.ts';
import type { OfficialDocument } from '../block.ts';
import { formOf } from '../frame/formOf.ts';
import { sheet } from '../frame/sheet.ts';
import { organWords } from '../wording/organWords.ts';
import { inOwnDigits, printedDay } from '../wording/printedDay.ts';

/** 年度の集計 (PPC-4). */
export interface YearlyFiguresFacts {
  /** Day on which it was counted. */
  readonly date: string;
  /** 年度 by the year in which it begins. */
  readonly fiscalYear: number;
  /** Each figure with its unit, in the order in which they are reported. */
  readonly figures: readonly { readonly name: string; readonly total: number; readonly unit: string }[];
}

export function yearlyFigures(rules: RuleSet, { date, fiscalYear, figures }: YearlyFiguresFacts): OfficialDocument {
  const year = inOwnDigits(rules, formatEra(`${fiscalYear}-04-01`).replace(/年.*/, '年度'));
  const rows = figures.map(({ name, total, unit }) => [
    name,
    { text: total.toLocaleString('en-US'), align: 'right' } as const,
    unit,
  ]);
  return sheet(rules, 'yearlyFigures', {
    date,
    title: `${year}${formOf(rules, 'yearlyFigures').name}`,
    required: { 集計した項目: figures },
    blocks: [
      { type: 'reference', lines: [`${printedDay(rules, date)}現在`] },
      { type: 'sender', lines: [organWords(rules).head], seal: false },
      { type: 'table', widths: [8, 3, 1], header: ['区分', '数', '単位'], rows },
    ],
  });
}
