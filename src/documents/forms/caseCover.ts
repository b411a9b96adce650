import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { makePaper } from '../frame/makePaper.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 表紙 of the whole case as one file. Null = not yet. */
export interface CaseCoverFacts {
  readonly date: string;
  readonly number: string;
  readonly subject: string;
  readonly division: string;
  readonly receivedOn: string;
  readonly stage: string;
  readonly noticeOn: string | null;
  readonly contractOn: string | null;
  readonly providedOn: string | null;
  readonly endedOn: string | null;
  /** Years that the case is kept after its end; null = not set. */
  readonly retentionYears: number | null;
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
        ['受付番号', facts.number],
        ['対象', facts.subject],
        ['担当', facts.division],
        ['受付の日', day(facts.receivedOn)],
        ['審査結果の通知の日', day(facts.noticeOn)],
        ['契約を締結した日', day(facts.contractOn)],
        ['提供した日', day(facts.providedOn)],
        ['終結した日', day(facts.endedOn)],
        ['現在の段階', facts.stage],
        ['保存期間', facts.retentionYears === null ? '定めていない' : `終結の日から${facts.retentionYears}年`],
        ['この記録を出力した日', day(facts.date)],
      ]),
    ],
  });
}
