import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { inPersons } from '../wording/amounts.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { spelledOut } from '../wording/spelledOut.ts';

/** 加工の証明 (STP-18, REC-11). */
export interface ProcessingCertificateFacts {
  readonly createdOn: string;
  readonly fileName: string;
  readonly division: string;
  readonly persons: number;
  readonly rows: number;
  readonly outputRows: number;
  readonly suppressedRecords: number;
  readonly items: readonly string[];
  readonly engineVersion: string;
  /** SHA-256 of the data that came out, 64 hexadecimal digits. */
  readonly outputDigest: string;
  readonly reportDigest: string;
}

/** That data was made of a file by the standard, by which program, and which bytes came out. */
export function processingCertificate(rules: RuleSet, facts: ProcessingCertificateFacts): OfficialDocument {
  const { data } = organWords(rules);
  const count = (value: number) => `${value.toLocaleString('en-US')}件`;
  return sheet(rules, 'processingCertificate', {
    date: facts.createdOn,
    required: { 情報の項目: facts.items, 加工後の情報のダイジェスト: facts.outputDigest },
    blocks: [
      { type: 'reference', lines: [printedDay(rules, facts.createdOn)] },
      { type: 'sender', lines: [facts.division], seal: true },
      {
        type: 'paragraph',
        text: `次の個人情報ファイルを、${spelledOut(rules, cited(rules, 'creation'))}に規定する基準に従って加工し、${data}を作成したことを証明する。`,
      },
      fieldTable([
        ['個人情報ファイルの名称', facts.fileName],
        ['本人の数', inPersons(facts.persons)],
        ['元の記録の件数', count(facts.rows)],
        ['加工後の記録の件数', count(facts.outputRows)],
        ['除いた記録の件数', count(facts.suppressedRecords)],
        ['情報の項目', facts.items.join('、')],
        ['加工に用いたプログラムの版', facts.engineVersion],
        ['加工後の情報（SHA-256）', facts.outputDigest],
        ['加工の報告（SHA-256）', facts.reportDigest],
      ]),
      { type: 'heading', text: '加工の基準' },
      {
        type: 'list',
        items: rules.creation.standards.map(({ wording }, index) => ({ label: `(${index + 1})`, text: wording ?? '' })),
      },
    ],
  });
}
