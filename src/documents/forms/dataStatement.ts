import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatBothYears } from '../../japan/formatBothYears.ts';
import type { OfficialDocument } from '../block.ts';
import { sheet } from '../frame/sheet.ts';
import { fingerprintLines } from '../wording/fingerprintLines.ts';
import { organWords } from '../wording/organWords.ts';
import { spelledOut } from '../wording/spelledOut.ts';

/** What goes with the data. Days are `YYYY-MM-DD`. */
export interface DataStatementFacts {
  readonly date: string;
  /** 作成した情報の名称. */
  readonly name: string;
  readonly fileName: string;
  readonly persons: number;
  readonly rows: number;
  readonly items: readonly { readonly name: string; readonly processing: string }[];
  readonly conditions: readonly { readonly term: string; readonly text: string }[];
  readonly dataFile: string;
  /** SHA-256 of the organ's public key, 64 hexadecimal digits. */
  readonly keyFingerprint: string;
}

/** 説明書: says that the data is 行政機関等匿名加工情報, what it holds, under which conditions, and how to check it. */
export function dataStatement(rules: RuleSet, facts: DataStatementFacts): OfficialDocument {
  const { data, name: issuer } = organWords(rules);
  const number = (value: number) => value.toLocaleString('en-US');
  return sheet(rules, 'dataStatement', {
    title: `${facts.name}　説明書`,
    date: facts.date,
    blocks: [
      { type: 'reference', lines: [formatBothYears(facts.date)] },
      { type: 'sender', lines: [issuer], seal: false },
      {
        type: 'paragraph',
        text: `この提供物の「${facts.dataFile}」は、${issuer}が${spelledOut(rules, rules.citations.creation?.value ?? '')}の規定により個人情報ファイル「${facts.fileName}」を加工して作成した${data}です。`,
      },
      { type: 'heading', text: '１　内容' },
      {
        type: 'paragraph',
        text: `本人の数 ${number(facts.persons)}人、記録の件数 ${number(facts.rows)}件。項目の意味と値の形は「項目一覧.csv」、加工と検査の結果は「public-report.html」にあります。`,
      },
      {
        type: 'table',
        widths: [1, 2],
        header: ['項目', '加工'],
        rows: facts.items.map(({ name, processing }) => [name, processing]),
      },
      { type: 'heading', text: '２　条件' },
      { type: 'table', widths: [1, 4], rows: facts.conditions.map(({ term, text }) => [term, text]) },
      { type: 'heading', text: '３　作成したときのままであることの確認' },
      {
        type: 'paragraph',
        text: '「確認.html」を閲覧ソフトで開き、展開したファイルをすべて選んでください。表示される指紋が、契約書及び個人情報ファイル簿のページにある次の指紋と同じであることを確かめてください。',
      },
      { type: 'paragraph', text: fingerprintLines(facts.keyFingerprint), align: 'center' },
    ],
  });
}
