import type { Facts } from '../core/decision.ts';
import type { contractRefusals as bases } from '../core/proposal/contractRefusals.ts';
import { formatEra } from '../japan/formatEra.ts';
import { contractOptionWords } from './contractFieldWords.ts';
import { paymentWord } from './paymentWord.ts';
import { roleWords } from './roleWords.ts';

type Fact = Facts[string] | undefined;

const text = (value: Fact): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));
const day = (value: Fact): string => (/^\d{4}-\d{2}-\d{2}$/.test(text(value)) ? formatEra(text(value)) : text(value));
const yen = (value: Fact): string => `${typeof value === 'number' ? value.toLocaleString('en-US') : text(value)}円`;
const word = (value: Fact): string =>
  (Array.isArray(value) ? value : [text(value)]).map((one) => contractOptionWords[one] ?? one).join('、');
const role = (value: Fact): string => (roleWords as Readonly<Record<string, string>>)[text(value)] ?? text(value);

/** What each refusal from the notice on says. */
export const contractRefusals: Readonly<Record<keyof typeof bases, (facts: Facts) => string>> = {
  feeDeadlineFollows: () => '手数料の納付期限は、契約締結の申込みの期限と同じ日です。別の日にはできません。',
  holdingUnknown: ({ contract }) =>
    `提案者がこの情報について結んだ契約の記録に「${text(contract)}」はありません。契約を確かめてください。`,
  holdingDoesNotCount: ({ contract }) =>
    `契約「${text(contract)}」は、この機関の定めでは定額の手数料の対象になりません。`,
  holderNotNamed: ({ contracts }) =>
    `提案者は、この情報の利用契約（${text(contracts)}）を既に結んでいます。その契約を選んでください。`,
  firstFeeUnknown: () => '最初に契約した者の手数料の額が記録にありません。額と、その額とする理由を書いてください。',
  sharedBeyondProposals: ({ identicalProposals, proposals }) =>
    `全く同一の提案が ${text(identicalProposals)} 件とありますが、同じ募集の同じファイルへの提案は ${text(proposals)} 件です。`,
  personsWithoutOutsourcing: () =>
    '委託しない作成に、委託する本人の延べ数が書かれています。委託料を書くか、延べ数を空にしてください。',
  paymentWayDiffers: ({ way, notified }) =>
    `納付の方法「${paymentWord(text(way))}」は、通知した方法「${paymentWord(text(notified))}」と違います。通知した方法で納付してもらってください。`,
  stampsNotHandedIn: () => '収入証紙による納付です。持参されたか、郵送されたかを書いてください。',
  mailWithoutReason: () => '収入証紙の郵送は、やむを得ない理由があるときに限ります。理由を書いてください。',
  feeAsDetermined: ({ yen: amount }) =>
    `通知した額は積算した額 ${yen(amount)} のとおりです。訂正するところがありません。`,
  feeErrorNotFormal: ({ yen: amount, determined }) =>
    `積算した額は ${yen(determined)} です。${yen(amount)} にすることは形式的な誤りの訂正ではなく、差額の還付や追加徴収はできません。`,
  correctionReasonMissing: () => 'どのような誤りであったかを、訂正の理由として書いてください。',
  nothingToSettle: () => '返還又は徴収する差額はありません。',
  settlementDiffers: ({ yen: amount, due }) => `差額は ${yen(due)} です。${yen(amount)} では整理できません。`,
  feeDifferenceOutstanding: ({ yen: amount }) =>
    `訂正により徴収する ${yen(amount)} がまだ納付されていません。納付の後に契約を締結してください。`,
  noRefund: () => 'この機関の定めでは、納付された手数料は返還しません。',
  refundNotDue: () => '相手方の責めによらない事由による解除ではないため、手数料は返還しません。',
  refundTooHigh: ({ yen: amount, paid }) => `返還する額 ${yen(amount)} が、納付された額 ${yen(paid)} を超えています。`,
  refundTwice: ({ on }) => `返還は ${day(on)} に決められています。`,
  refundReasonMissing: () => '返還する額をそのように決めた理由を書いてください。',
  signedBeforePayment: ({ concludedOn, paidOn }) =>
    `契約の日 ${day(concludedOn)} が納付の日 ${day(paidOn)} より前です。手数料の納付の後に契約を締結します。`,
  stampMissing: () =>
    '課税文書となる契約書の１通には収入印紙が必要です。課税されない契約のときは、通数を空にしてください。',
  applicationForwardedBefore: ({ forwardedOn }) => `申込書の原本は ${day(forwardedOn)} に送付されています。`,
  applicationCopyNotKept: () => '申込書の写し（消印した証紙の写しを含む）を保管してから、原本を送付してください。',
  handlersReportedBefore: () => '取扱従事者は既に通知されています。変わったときは、変更として記録してください。',
  handlersMissing: () => '取扱従事者が一人も書かれていません。',
  handlerUnknown: ({ handler }) => `「${text(handler)}」は、今の取扱従事者ではありません。取扱従事者を選んでください。`,
  handlerReplacedTooLate: ({ receivedOn, effectiveOn }) =>
    `交代の日 ${day(effectiveOn)} までに通知がありませんでした（受理 ${day(receivedOn)}）。交代は、その前に通知してもらい、日を改めてもらってください。`,
  handlerPersonMissing: () => '新しい取扱従事者、又は新しい氏名を書いてください。',
  handlerReasonMissing: () => '取扱従事者の変更の理由を書いてください。',
  handlerNotPending: ({ handler }) => `「${text(handler)}」は、理由の確認を待っている取扱従事者ではありません。`,
  amendmentForbidden: () =>
    '契約の締結の後に契約の条件を変更することは認められていません。新たな提案をしてもらってください。',
  businessChangeNeedsProposal: ({ items }) =>
    `${word(items)}の変更は、事業の変更です。変更の通知ではなく、作成された情報についての新たな提案が必要であることを伝えてください。`,
  changeMissing: () => '変更する事項を書いてください。',
  changeCopyNotKept: () => '記載事項変更通知書の写しを保管してから、原本を担当課に送付してください。',
  changeReasonMissing: () => '変更の理由を書いてください。',
  breachAccountMissing: () => 'どのような違反であったかを書いてください。',
  breachInFuture: ({ foundOn }) => `違反を認定した日 ${day(foundOn)} が今日より後です。`,
  reportNotProvided: ({ report }) =>
    `この機関の定めには、「${word(report)}」についての個人情報保護委員会への報告がありません。`,
  reportWithoutCause: ({ report }) => `「${word(report)}」として報告することが、まだ起きていません。`,
  reportTwice: ({ report, reportedOn }) => `「${word(report)}」は ${day(reportedOn)} に報告されています。`,
  reportOutstanding: ({ reports }) =>
    `個人情報保護委員会への報告（${word(reports)}）がまだ記録されていません。報告の後に解除してください。`,
  breachNotRecorded: () => '重大な違反の認定が記録されていません。先に違反を記録してください。',
  cancellationNotIntended: () => '契約を解除する意思がまだ記録されていません。先に記録してください。',
  cancellationIntendedBefore: ({ on }) => `解除の意思は ${day(on)} に記録されています。`,
  cancellationNotAgreed: () => '解除には、別の一人の同意が必要です。同意の後に解除してください。',
  agreedBySamePerson: () => '解除の意思を決めた人は同意できません。別の人が同意してください。',
  agreedByWrongRole: ({ by }) => `解除に同意するのは、契約を締結した${role(by)}です。`,
  cancelledBeforeAgreement: ({ cancelledOn, agreedOn }) =>
    `解除の日 ${day(cancelledOn)} が、同意の日 ${day(agreedOn)} より前です。日を確かめてください。`,
  cancellationGroundDiffers: ({ ground, intended }) =>
    `解除の事由「${word(ground)}」が、意思を決めたときの事由「${word(intended)}」と違います。`,
  noFine: () => 'この機関の定めには、手数料の徴収を免れた者への過料がありません。',
  fineTooHigh: ({ yen: amount, ceiling }) => `過料 ${yen(amount)} が上限 ${yen(ceiling)} を超えています。`,
  fineReasonMissing: () => '過料を科す理由を書いてください。',
  noConsultation: () => 'この機関の定めには、解除についての委員会への諮問がありません。',
};
