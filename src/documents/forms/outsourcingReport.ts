import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { inYen } from '../wording/amounts.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 委託の報告 (FRM-23); the addressee is the desk. */
export interface OutsourcingReportFacts extends Omit<LetterFacts, 'addressee'> {
  readonly division: string;
  readonly subject: string;
  readonly contractor: string;
  readonly quotedOn: string;
  readonly quoteYen: number | null;
  readonly scrutiny: string;
  readonly concludedOn: string;
  readonly conditionPrecedent: boolean;
}

/** The division reports to the desk that creation was outsourced, with the quote and the contract. */
export function outsourcingReport(rules: RuleSet, facts: OutsourcingReportFacts): OfficialDocument {
  const { data, desk, honorific } = organWords(rules);
  const { division, subject, contractor, quotedOn, quoteYen, scrutiny, concludedOn, conditionPrecedent } = facts;
  return letter(
    rules,
    'outsourcingReport',
    { ...facts, addressee: [`${desk}長　${honorific}`] },
    {
      sender: [`${division}長`],
      contact: false,
      required: { 受託者: contractor, 見積額: quoteYen, 精査の結果: scrutiny },
      body: [
        {
          type: 'paragraph',
          text: `${under(rules, 'outsourcingReport')}${data}の作成を下記のとおり委託したので、報告します。`,
        },
        { type: 'record' },
        fieldTable([
          ['個人情報ファイルの名称', subject],
          ['受託者', contractor],
          ['見積りの日及び見積額', `${printedDay(rules, quotedOn)}　${inYen(quoteYen ?? 0)}`],
          ['精査の結果', scrutiny],
          ['委託契約を締結した日', printedDay(rules, concludedOn)],
          [
            '停止条件',
            conditionPrecedent ? '利用に関する契約の締結を停止条件としている。' : '停止条件を付していない。',
          ],
        ]),
        { type: 'end' },
      ],
    },
  );
}
