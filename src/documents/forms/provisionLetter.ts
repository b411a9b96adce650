import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { inPersons } from '../wording/amounts.ts';
import { fingerprintLines } from '../wording/fingerprintLines.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay, printedSpan } from '../wording/printedDay.ts';

/** 提供の送付状 (STP-20). */
export interface ProvisionLetterFacts extends LetterFacts {
  readonly contractOn: string;
  readonly dataName: string;
  readonly persons: number;
  readonly items: readonly string[];
  readonly medium: string;
  readonly mediumNumber: string | null;
  readonly delivery: 'counter' | 'post';
  /** How the medium is protected on its way (SEC-12). */
  readonly measures: string;
  readonly usePeriod: { readonly from: string; readonly to: string } | null;
  readonly keyFingerprint: string;
}

export function provisionLetter(rules: RuleSet, facts: ProvisionLetterFacts): OfficialDocument {
  const { data } = organWords(rules);
  return letter(rules, 'provisionLetter', facts, {
    required: { [`${data}の名称`]: facts.dataName, 提供媒体: facts.medium, 講じた措置: facts.measures },
    body: [
      {
        type: 'paragraph',
        text: `${printedDay(rules, facts.contractOn)}に締結した契約に基づき、${data}を下記のとおり提供します。受け取ったときは、同封の受領書を提出してください。`,
      },
      { type: 'record' },
      fieldTable([
        [`${data}の名称`, facts.dataName],
        ['本人の数', inPersons(facts.persons)],
        ['情報の項目', facts.items.join('、')],
        ['提供媒体', [facts.medium, facts.mediumNumber].filter((part) => part !== null).join('　')],
        ['提供の方法', facts.delivery === 'counter' ? '窓口受領' : '郵送'],
        ['漏えいの防止のために講じた措置', facts.measures],
        ...(facts.usePeriod ? ([['利用の期間', printedSpan(rules, facts.usePeriod)]] as const) : []),
        ['公開鍵の指紋', `${fingerprintLines(facts.keyFingerprint)}\n（SHA-256）`],
      ]),
      { type: 'heading', text: '利用に当たって守る事項' },
      { type: 'list', items: conditions.map((text, index) => ({ label: String(index + 1), text })) },
      { type: 'end' },
    ],
  });
}

const conditions = [
  '本人を識別するために、他の情報と照合しないこと。',
  '承諾なく第三者に提供しないこと。',
  '提案書に記載した管理のための措置を講じ、利用の期間が終わったときは消去して報告すること。',
  '漏えいその他の事故を知ったときは、直ちに報告すること。',
];
