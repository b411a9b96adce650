import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { ruleFields } from '../frame/ruleContents.ts';
import { sheet } from '../frame/sheet.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { spelledOut } from '../wording/spelledOut.ts';

const standardLabels = {
  1: '特定の個人を識別することができる記述等の削除',
  2: '個人識別符号の削除',
  3: '情報を連結する符号の削除',
  4: '特異な記述等の削除',
  5: '個人情報ファイルの性質を勘案した措置',
} as const;

/** 検査の証明 (STP-19): the check before provision, signed by a second person. */
export interface VerificationCertificateFacts {
  readonly verifiedOn: string;
  readonly fileName: string;
  readonly items: Readonly<Record<keyof typeof standardLabels, boolean>>;
  /** Records of the smallest class, and how many classes; null where nothing was written. */
  readonly smallestClass: number | null;
  readonly classes: number;
  readonly outputDigest: string;
  /** Offices of creator and verifier, who are two people. */
  readonly creator: string;
  readonly verifier: string;
  readonly note: string;
}

export function verificationCertificate(rules: RuleSet, facts: VerificationCertificateFacts): OfficialDocument {
  const { data } = organWords(rules);
  const results = ([1, 2, 3, 4, 5] as const).map((item) => [
    `(${item})`,
    standardLabels[item],
    { text: facts.items[item] ? '適' : '否', align: 'center' } as const,
  ]);
  return sheet(rules, 'verificationCertificate', {
    date: facts.verifiedOn,
    required: { 検査した者: facts.verifier, 検査した情報のダイジェスト: facts.outputDigest },
    blocks: [
      { type: 'reference', lines: [printedDay(rules, facts.verifiedOn)] },
      {
        type: 'paragraph',
        text: `個人情報ファイル「${facts.fileName}」から作成した${data}について、提供する前に、${spelledOut(rules, cited(rules, 'processingStandard'))}に規定する基準に従って適正に加工されていることを、作成した情報のみを読み直して検査した。`,
      },
      { type: 'heading', text: '検査の結果' },
      { type: 'table', widths: [1, 7, 2], header: ['基準', '内容', '結果'], rows: results },
      fieldTable([
        ['同じ値の組合せを持つ記録の最少の件数', facts.smallestClass === null ? '―' : `${facts.smallestClass}件`],
        ['値の組合せの数', `${facts.classes.toLocaleString('en-US')}`],
        ['検査した情報（SHA-256）', facts.outputDigest],
        ['作成した者', facts.creator],
        ...ruleFields(rules, 'matchingExclusion'),
        ['検査した者', facts.verifier],
        ['所見', facts.note === '' ? '―' : facts.note],
      ]),
      { type: 'signature', party: '検査', lines: [facts.verifier] },
    ],
  });
}
