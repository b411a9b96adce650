import type { FeeRules } from '../core/organ/feeRules.ts';

const yen = (amount: number): string => `${amount.toLocaleString('ja-JP')}円`;

/** Words of the public page of fees and of its calculator. */
export const feeWords = {
  title: '手数料',
  lead: 'この機関の手数料の定めと、額の見積りです。実際の額は、機関が作成に要する時間などをもとに積算し、審査結果の通知で示します。',
  unset: 'この機関の文書には、手数料の額の定めがありません',
  unsetNext: '額は、審査結果の通知で示されます。くわしくは窓口にお問い合わせください。',
  table: '手数料の定め',
  what: '提案の種類など',
  amount: '額・定め',
  basis: '根拠',
  kind: {
    new: '新しく作成する情報',
    createdByOther: '作成された情報（ほかの方）',
    createdByHolder: '作成された情報（契約のある方）',
  },
  effort: (base: number, hour: number) =>
    `${yen(base)}に、作成に要する時間1時間までごとに${yen(hour)}と、作成を委託する場合に受託者に支払う額を加えた額`,
  cumulativePersons: (base: number, person: number) =>
    `${yen(base)}。作成を委託する場合は、本人の延べ数1人につき${yen(person)}を加えた額`,
  sameAsFirst: '最初に契約を締結した方の手数料と同じ額',
  holder: (amount: number, holder: NonNullable<FeeRules['createdByHolder']>['value']['holder']) =>
    `${yen(amount)}（${holder === 'newProposer' ? 'その情報の作成を提案した方' : 'その情報の利用の契約を締結した方'}）`,
  shared: '同一の提案が複数あるとき',
  sharedText: '作成に要する費用を提案の数で案分し、1円未満を切り捨てた額に、基本額を加えた額',
  thirdParty: '第三者への照会',
  thirdPartyText: (each: number) => `1件につき${yen(each)}`,
  payment: '納付の方法',
  paidWhen: '納付の時期',
  paidWhenText: {
    beforeContract: '契約の締結の前',
    withApplication: '契約の締結を申し込むとき',
    atContract: '契約を締結するとき',
    dayFixedByOrgan: '機関が定める日まで',
  } satisfies Record<NonNullable<FeeRules['paidWhen']>['value'], string>,
  otherCosts: '手数料のほかの費用',
  calculator: '額を見積もる',
  calculatorLead: '分かる数を入力してください。計算の過程も示します。入力した内容は保存しません。',
  kindLabel: '提案の種類',
  minutes: '作成に要する時間の見込み（分の合計）',
  minutesHint: '作成に関わる作業の時間をすべて足した分数です。1時間に満たない端数は切り上げます。',
  outsourcing: '作成の委託を受けた者に支払う額（円）',
  outsourcingHint: '委託しないときは空欄にします。',
  persons: '作成を委託する場合の本人の延べ数（人）',
  personsHint: '委託しないときは空欄にします。',
  identical: '同一の提案の数（あなたのものを含む）',
  identicalHint: 'ほかに同一の提案がないときは1にします。',
  first: '最初に契約を締結した方の手数料（円）',
  submit: '見積もる',
  invalid: '見積もれません：入力を確かめてください',
  whole: (least: number, most: number) =>
    `${least}以上${most.toLocaleString('ja-JP')}以下の整数を、数字だけで入力してください。`,
  result: '見積りの結果',
  line: '内訳',
  lineAmount: '額',
  total: '合計',
  yen,
  arithmetic: '計算の過程',
  basisOf: (citation: string) => `根拠：${citation}`,
} as const;
