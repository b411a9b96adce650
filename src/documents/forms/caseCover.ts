import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { makePaper } from '../frame/makePaper.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 表紙 of the whole case as one file. Null = not yet, or the case names none. */
export interface CaseCoverFacts {
  readonly date: string;
  readonly number: string;
  readonly subject: string;
  readonly division: string | null;
  /** 受付の日、通知の日 … with the day of each. */
  readonly days: readonly { readonly label: string; readonly on: string | null }[];
  readonly stage: string;
  /** Years that the papers are kept after the end of the case, and the last day of keeping. */
  readonly retention: { readonly years: number | null; readonly through: string | null };
}

export function caseCover(rules: RuleSet, facts: CaseCoverFacts): OfficialDocument {
  const { name, data } = organWords(rules);
  const day = (value: string | null) => (value === null ? '―' : printedDay(rules, value));
  const title = `${data}に関する案件記録`;
  return makePaper(rules, 'caseCover', {
    date: facts.date,
    title,
    required: { 受付番号: facts.number, 案件の対象: facts.subject },
    blocks: [
      { type: 'title', text: title },
      { type: 'paragraph', text: name, align: 'center' },
      fieldTable([
        ['番号', facts.number],
        ['対象', facts.subject],
        ['担当', facts.division ?? '―'],
        ...facts.days.map(({ label, on }) => [label, day(on)] as const),
        ['現在の段階', facts.stage],
        ['保存期間', retentionText(rules, facts)],
        ['この記録を出力した日', day(facts.date)],
      ]),
    ],
  });
}

function retentionText(rules: RuleSet, { retention: { years, through } }: CaseCoverFacts): string {
  if (years === null) return '定めていない';
  const end = through === null ? '' : `（${printedDay(rules, through)}まで）`;
  return `終結の日の翌日から${years}年${end}`;
}
