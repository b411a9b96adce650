import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatEra } from '../../japan/formatEra.ts';
import type { OfficialDocument } from '../block.ts';
import { formOf } from '../frame/formOf.ts';
import { sheet } from '../frame/sheet.ts';
import { organWords } from '../wording/organWords.ts';
import { inOwnDigits, printedDay } from '../wording/printedDay.ts';

/** 年度の集計 (PPC-4). Counts of the year. */
export interface YearlyFiguresFacts {
  /** Day on which it was counted. */
  readonly date: string;
  /** 年度 by the year in which it begins. */
  readonly fiscalYear: number;
  readonly calls: number;
  readonly solicitedFiles: number;
  /** 新規の提案 and 作成された情報についての提案. */
  readonly proposals: {
    readonly created: boolean;
    readonly received: number;
    readonly conforming: number;
    readonly nonConforming: number;
    readonly ended: number;
  }[];
  readonly contracts: number;
  readonly createdSets: number;
  readonly provisions: number;
  readonly cancellations: number;
  readonly complaints: number;
  readonly feeYen: number;
}

export function yearlyFigures(rules: RuleSet, facts: YearlyFiguresFacts): OfficialDocument {
  const { head } = organWords(rules);
  const year = inOwnDigits(rules, formatEra(`${facts.fiscalYear}-04-01`).replace(/年.*/, '年度'));
  const count = (value: number) => ({ text: value.toLocaleString('en-US'), align: 'right' }) as const;
  const rows = [
    ['提案の募集の回数', count(facts.calls)],
    ['募集の対象とした個人情報ファイルの数', count(facts.solicitedFiles)],
    ...facts.proposals.flatMap(({ created, received, conforming, nonConforming, ended }) => {
      const what = created ? '作成された情報についての提案' : '新規の提案';
      return [
        [`${what}の件数`, count(received)],
        [`${what}のうち適合とした件数`, count(conforming)],
        [`${what}のうち不適合とした件数`, count(nonConforming)],
        [`${what}のうち取下げ又は失効の件数`, count(ended)],
      ];
    }),
    ['契約を締結した件数', count(facts.contracts)],
    ['作成した情報の数', count(facts.createdSets)],
    ['提供した件数', count(facts.provisions)],
    ['契約を解除した件数', count(facts.cancellations)],
    ['苦情の件数', count(facts.complaints)],
    [`納付された${organWords(rules).fee}の額（円）`, count(facts.feeYen)],
  ];
  return sheet(rules, 'yearlyFigures', {
    date: facts.date,
    title: `${year}${formOf(rules, 'yearlyFigures').name}`,
    blocks: [
      { type: 'reference', lines: [`${printedDay(rules, facts.date)}現在`] },
      { type: 'sender', lines: [head], seal: false },
      { type: 'table', widths: [4, 1], header: ['区分', '数'], rows },
    ],
  });
}
