import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { inYen } from '../wording/amounts.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 納付のお願い (FEE-11). */
export interface PaymentRequestFacts extends LetterFacts {
  readonly subject: string;
  readonly feeYen: number | null;
  readonly feePayment: string;
  readonly feeDeadline: string;
  readonly applicationDeadline: string;
  /** 預金口座; null = not by transfer, or named with the way of payment. */
  readonly account: string | null;
}

/** How much, how and until when; what is not paid back, and what follows on fraud, in the organ's own rules. */
export function paymentRequest(rules: RuleSet, facts: PaymentRequestFacts): OfficialDocument {
  const { data, fee } = organWords(rules);
  const { subject, feeYen, feePayment, feeDeadline, applicationDeadline, account } = facts;
  return letter(rules, 'paymentRequest', facts, {
    title: `${fee}の納付について`,
    required: {
      [`納付すべき${fee}の額`]: feeYen,
      納付の方法: feePayment,
      納付の期限: feeDeadline,
    },
    body: [
      {
        type: 'paragraph',
        text: `${under(rules, 'fee')}${data}の利用に関する契約の締結に係る${fee}を、下記のとおり納付してください。`,
      },
      { type: 'record' },
      fieldTable([
        ['提案に係る個人情報ファイル等の名称', subject],
        [`納付すべき${fee}の額`, inYen(feeYen ?? 0)],
        ['納付の方法', feePayment],
        ...(account === null ? [] : ([['預金口座', account]] as const)),
        ['納付の期限', printedDay(rules, feeDeadline)],
        ['契約の締結の申込みの期限', printedDay(rules, applicationDeadline)],
      ]),
      ...notes(rules),
      { type: 'end' },
    ],
  });
}

const stampNotes = [
  '青森県収入証紙は、原則として持参してください。やむを得ない理由があるときは、郵送によることができます。',
];
const refundNotes = {
  formalErrorOnly: [
    '納付された額と実際に要した経費の額との間に差が生じた場合であっても、差額の還付や追加徴収は行いません。ただし、通知した額に形式的な誤りが判明したときは、この限りではありません。',
  ],
  discretionaryIfNotAtFault: [
    '既納の手数料は、還付しません。ただし、契約相手方の責めに帰することのできない事由により契約が解除された場合には、その全部又は一部を返還することがあります。',
  ],
} as const;

function notes({ fee, penalties, governingDocument }: RuleSet): readonly Block[] {
  const fraud =
    penalties.feeFraudFine && penalties.provisions.find(({ text }) => text === penalties.feeFraudFine?.text);
  const texts = [
    ...(fee.payment?.value.includes('prefecturalRevenueStamp') ? stampNotes : []),
    ...(fee.refund ? refundNotes[fee.refund.value] : []),
    ...(fraud
      ? [`${governingDocument?.value ?? ''}${fraud.label}の規定は、次のとおりです。「${fraud.wording ?? ''}」`]
      : []),
  ];
  if (texts.length === 0) return [];
  return [
    { type: 'heading', text: '注意' },
    { type: 'list', items: texts.map((text, index) => ({ label: String(index + 1), text })) },
  ];
}
