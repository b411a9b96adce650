import type { Facts } from '../core/decision.ts';
import type { RefusalCode } from '../core/refusals.ts';
import { formatEra } from '../japan/formatEra.ts';
import { afterRefusals } from './afterWords.ts';
import { approvalRefusals } from './approvalWords.ts';
import { contractRefusals } from './contractRefusals.ts';
import { officeRefusals } from './officeWords.ts';
import { partWord } from './partWord.ts';
import { releaseAsideRefusals } from './releaseAsideWords.ts';
import { reviewRefusals } from './reviewRefusals.ts';
import { roleWords } from './roleWords.ts';
import { ruleName } from './ruleNames.ts';
import { stageWord } from './stageWord.ts';

/** A value of the rules by its name; a path that has none is said as it is. */
const nameOfRule = (path: Facts[string] | undefined): string => ruleName(text(path)).name;

const roleWord = (role: string): string => (roleWords as Readonly<Record<string, string>>)[role] ?? role;

const text = (value: Facts[string] | undefined): string =>
  Array.isArray(value) ? value.join('、') : value === null || value === undefined ? '' : String(value);

const list = (value: Facts[string] | undefined): readonly string[] => (Array.isArray(value) ? value : [text(value)]);

/** A day in 和暦; a value that is no day is said as it is. */
const day = (value: Facts[string] | undefined): string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatEra(value) : text(value);

const amount = (value: Facts[string] | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en-US') : text(value);

const parts = (value: Facts[string] | undefined): string => list(value).map(partWord).join('、');

const criteria = (value: Facts[string] | undefined): string =>
  list(value)
    .map((id) => `基準${id.replace('CRI-', '')}`)
    .join('、');

const stages = (value: Facts[string] | undefined): string =>
  list(value)
    .map((stage) => `「${stageWord(stage)}」`)
    .join('、');

/** What each refusal says: which rule, why, and what to do next. Complete by its type. */
export const refusals: Readonly<Record<RefusalCode, (facts: Facts) => string>> = {
  notPermitted: ({ role, roles }) =>
    `この操作は${list(roles).map(roleWord).join('、')}が行います。${roleWord(text(role))}としては行えません。`,
  otherOrgan: () => '別の機関の事案です。この機関の担当者として操作してください。',
  otherDivision: ({ division }) =>
    `別の課が所管する事案です（${text(division)}としては行えません）。所管する課に依頼してください。`,
  notSubstitute: ({ name }) => `今日は「${text(name)}」の代理の期間ではありません。代理の期間を確かめてください。`,
  personUnknown: ({ name }) => `「${text(name)}」という職員はこの機関に登録されていません。一覧から選んでください。`,
  personNotStaff: ({ name }) => `「${text(name)}」は、この機関の職員ではありません。職員を選んでください。`,
  personClosed: ({ name, on }) =>
    `「${text(name)}」の利用者の登録は ${day(on)} に閉じられています。ほかの人を選んでください。`,
  lastAdministrator: ({ name }) =>
    `「${text(name)}」は、ログインできる最後の管理者です。先に、ほかの人に管理者の役割を付けてください。`,
  personDeparted: ({ name, on }) => `「${text(name)}」は ${day(on)} に離任しています。在任している人を選んでください。`,
  notFound: () => '該当するものがありません。番号や名前を確かめてください。',
  notConfigured: ({ day: on }) =>
    `${day(on)}に適用される規程が登録されていません。日付を確かめるか、管理者に規程の登録を依頼してください。`,
  doesNotExist: () => '対象がまだ登録されていません。先に登録してください。',
  alreadyExists: () => '同じ名前のものが既に登録されています。',
  notInStage: ({ stage, stages: allowed }) =>
    `今の状態「${stageWord(text(stage))}」では行えません。行えるのは${stages(allowed)}のときです。`,

  nothingToCorrect: () => '今の記載から変わるところがありません。修正する事項を書いてください。',
  reasonMissing: () => '理由がありません。理由を書いてください。',
  recordItemsMissing: () => '記録項目がありません。一つ以上書いてください。',
  recordItemTwice: ({ items }) => `記録項目「${text(items)}」が二度あります。一つにしてください。`,
  unknownRecordItem: ({ items }) => `「${text(items)}」という記録項目はこのファイルにありません。`,
  personsContradictory: ({ uniquePersons, cumulativePersons }) =>
    `名寄せ後の本人の数 ${amount(uniquePersons)} 人が、延べ数 ${amount(cumulativePersons)} 人を超えています。`,
  entryIncomplete: ({ missing }) => `公表に必要な事項が空です: ${parts(missing)}。記載してください。`,
  testsNotMade: () => '法第60条第3項各号の該当性がまだ判断されていません。先に判断と理由を記録してください。',
  testsNotPassed: ({ failed, reasons }) =>
    `法第60条第3項の要件に該当しないと判断されています（${parts(failed)}: ${text(reasons)}）。募集の対象にはできません。`,
  notFlagged: () => '募集をする個人情報ファイルである旨の記載がありません。',
  preCheckEmpty: () => '事前チェックで確認した内容を書いてください。',
  preCheckInFuture: ({ on, today }) =>
    `事前チェックの日 ${day(on)} が今日 ${day(today)} より後です。日を確かめてください。`,
  preCheckSpeaksOfResult: ({ word }) =>
    `記録に「${text(word)}」とあります。審査の結果を約束していると読まれないかを確かめ、このまま残すときは確認済みとしてください。`,
  dataNotCreated: ({ release }) =>
    `「${text(release)}」は、このファイルから作成され検査を終えた情報ではありません。作成と検査を先に終えてください。`,
  createdDataTwice: ({ release }) => `「${text(release)}」は既に記載されています。`,
  periodContradictory: ({ from, to }) => `期間の末日 ${day(to)} が初日 ${day(from)} より前です。`,

  callReasonMissing: () => '理由がありません。理由を書いてください。',
  windowContradictory: ({ opensOn, closesOn }) =>
    `募集終了日 ${day(closesOn)} が募集開始日 ${day(opensOn)} より前です。`,
  windowTooShort: ({ closesOn, minDays, earliestClose }) =>
    `募集期間は開始日の翌日から数えて ${text(minDays)} 日以上必要です。終了日 ${day(closesOn)} を ${day(earliestClose)} 以後にするか、理由を付けて承認を受けてください。`,
  windowLongEnough: () => '募集期間は規定の日数を満たしています。承認は要りません。',
  noFiles: () => '募集の対象とする個人情報ファイルがありません。一つ以上選んでください。',
  fileNotFlagged: ({ fileName, entry }) =>
    `「${text(fileName ?? entry)}」は、提案の募集をする個人情報ファイルである旨がファイル簿に記載されていません。先に記載してください。`,
  fileTwice: ({ entry }) => `「${text(entry)}」が二度選ばれています。`,
  groupingNotProvided: () =>
    'この機関には、複数の個人情報ファイルをまとめて募集する定めがありません。ファイルごとに募集してください。',
  groupContradictory: ({ group }) =>
    `「${text(group)}」のまとめ方が正しくありません。募集の対象から二つ以上を選び、一つのファイルは一度だけ、別の名称でまとめてください。`,
  guidelineMissing: () => '募集要綱がまだありません。募集要綱の版を登録してから公表してください。',
  guidelineVersionTwice: ({ version }) => `募集要綱の版「${text(version)}」は既にあります。別の名前にしてください。`,
  publicationPlaceMissing: ({ items }) => `${parts(items)}を公表した場所がありません。公表した場所を書いてください。`,
  publishedInFuture: ({ publishedOn, today }) =>
    `公表日 ${day(publishedOn)} が今日 ${day(today)} より後です。公表してから、その日を記録してください。`,
  openingNotReached: ({ opensOn }) => `募集開始日 ${day(opensOn)} がまだ来ていません。`,
  notPublishedInTime: ({ items, opensOn }) =>
    `${parts(items)}が、募集開始日 ${day(opensOn)} までに定められた時期に公表されていません。募集期間を改めて、先に公表してください。`,
  settingMissing: ({ setting }) =>
    `「${nameOfRule(setting)}」が定められていません。募集を公表する前に、管理者が管理の「規程の設定」の画面で設定してください。`,
  closingNotReached: ({ closesOn }) => `募集終了日 ${day(closesOn)} がまだ終わっていません。`,
  fileNotInCall: ({ entry }) => `「${text(entry)}」はこの募集の対象ではありません。`,
  snapshotContradictory: ({ uniquePersons, cumulativePersons }) =>
    `名寄せ後の本人の数 ${amount(uniquePersons)} 人が、延べ数 ${amount(cumulativePersons)} 人を超えています。`,

  callUnknown: ({ call }) => `「${text(call)}」という募集はありません。`,
  callNotOpened: () => 'この募集は公表されていません。',
  fileNotSolicited: ({ entry }) => `「${text(entry)}」はこの募集の対象となる個人情報ファイルではありません。`,
  onlineFilingClosed: ({ channels }) =>
    `この機関は電子情報処理組織による提案を受け付けていません。${parts(channels) === '' ? '' : `${parts(channels)}を案内してください。`}`,
  channelNotAdmitted: ({ channel, channels }) =>
    `${partWord(text(channel))}による提案は受け付けていません。${parts(channels)}を案内してください。`,
  onlineBySubmission: () =>
    '電子情報処理組織による提案は、提案をする者が送信したときに自動で収受されます。書面で届いたものだけを、その方法で収受してください。',
  closingMomentPassed: ({ at, moment }) =>
    `${text(at).replace('T', ' ')}に届いたため、募集の締切 ${text(moment).replace('T', ' ')} に間に合っていません。`,
  guidelineNotAccepted: ({ inForce }) =>
    `募集要綱が「${text(inForce)}」に改められています。新しい募集要綱を確かめてから、もう一度送信してください。`,
  agentNotNamed: () => '代理人として提案するときは、代理人の氏名等を書いてください。',
  agentNotProvided: () => 'この機関では、作成された情報についての提案を代理人が行うことはできません。',
  createdDataUnknown: ({ release }) =>
    `「${text(release)}」という作成された情報は、公表されている個人情報ファイル簿に記載されていません。`,
  createdPeriodMissing: () =>
    '提案をすることができる期間が個人情報ファイル簿に記載されていません。先に期間を記載してください。',
  alreadyForwarded: ({ version }) => `第${text(version)}版の提案書類は既に担当課へ送付されています。`,
  forwardingDayWrong: ({ on, from, today }) =>
    `送付の日 ${day(on)} は、届いた日 ${day(from)} から今日 ${day(today)} までの日にしてください。`,
  copyNotKept: () => '収受した提案書類の写しを保管してから、原本を担当課へ送付してください。',
  contactTextMissing: () => '連絡の内容を書いてください。',
  contactInFuture: ({ on, today }) => `連絡の日 ${day(on)} が今日 ${day(today)} より後です。日を確かめてください。`,
  typingWithoutReason: () => '誤記の訂正の理由を書いてください。',
  typingPending: () => '確認を待っている誤記の訂正があります。先に確認するか、取りやめてください。',
  noTypingPending: () => '確認を待っている誤記の訂正はありません。',
  nothingRetyped: () => '今の記録から変わるところがありません。正しい内容を書いてください。',
  noNoticeToCorrect: () => '審査結果の通知がまだないため、その日を訂正することはできません。',
  typingInFuture: ({ day: on, today }) => `${day(on)} は今日 ${day(today)} より後です。日を確かめてください。`,
  serverTimeStands: () => '電子情報処理組織による提案の収受の日時は、サーバーの時計によるもので、訂正できません。',
  secondPersonMissing: () => '誤記の訂正は、申し出た人とは別の人が確認してください。',
  typingPreviewStale: () =>
    '訂正によって動く期限が、申出のときに示したものと変わっています。取りやめて、もう一度申し出てください。',
  joiningWithoutReason: () => '同じ提案書類と判断した理由を書いてください。',
  otherProposalUnknown: ({ proposal }) => `統合する先の提案「${text(proposal)}」がありません。番号を確かめてください。`,
  otherProposalEnded: ({ proposal, stage }) =>
    `統合する先の提案「${text(proposal)}」は「${stageWord(text(stage))}」です。手続の続いている提案を選んでください。`,
  otherProposalDiffers: ({ proposal }) =>
    `提案「${text(proposal)}」は、別の募集又は別の個人情報ファイルについてのものです。統合できません。`,
  withdrawalWithoutReason: () => '取下げの理由を書いてください。',
  withdrawalDayWrong: ({ on, from, today }) =>
    `取下げの日 ${day(on)} は、${day(from)} から今日 ${day(today)} までの日にしてください。`,
  receivedInFuture: ({ receivedOn, today }) =>
    `収受日 ${day(receivedOn)} が今日 ${day(today)} より後です。収受した日を確かめてください。`,
  arrivedEarly: ({ receivedOn, opensOn }) =>
    `${day(receivedOn)}に届きましたが、募集開始日は ${day(opensOn)} です。募集開始日以後の提出を案内してください。`,
  arrivedLate: ({ receivedOn, closesOn }) =>
    `${day(receivedOn)}に届いたため、募集終了日 ${day(closesOn)} に間に合っていません。`,
  dispatchDayMissing: () => '発信日で判断する機関です。消印の日を書いてください。',
  counterClosed: ({ receivedOn, receivedTime, from, through }) =>
    `${day(receivedOn)} ${text(receivedTime)} は窓口の受付時間外です（平日の ${text(from)} から ${text(through)} まで）。収受した日時を確かめてください。`,
  proposalSettingMissing: ({ setting }) =>
    `「${nameOfRule(setting)}」が定められていません。管理者が管理の「規程の設定」の画面で設定してから行ってください。`,
  calendarEnds: ({ day: on, through }) =>
    `休日の資料が ${day(through)} までのため、${day(on)} について判断できません。休日の資料を更新してください。`,
  excludedBody: ({ bodies }) => `${text(bodies)}は、この機関に提案をすることができません。`,
  partyUnknown: ({ party }) => `「${partWord(text(party))}」はこの提案にいません。`,
  identityDocumentNotAdmitted: ({ admitted }) =>
    `この書類では本人確認ができません。${parts(admitted)}のいずれかを求めるか、やむを得ない理由を記録してください。`,
  identityDocumentExpired: ({ validThrough, proposalDay }) =>
    `書類の有効期限 ${day(validThrough)} が、提案の日 ${day(proposalDay)} の前に切れています。有効な書類を求めてください。`,
  identityValidityMissing: () => '書類の有効期限を書いてください。提案の日に有効なものである必要があります。',
  contactPaperNotProvided: () => 'この機関には、担当者の確認の書類を求める定めがありません。',
  identityDateMissing: () => '書類の作成日がありません。作成日を書いてください。',
  certificateTooOld: ({ madeOn, earliestIssue }) =>
    `${day(madeOn)}に作成された書類です。${day(earliestIssue)}以後に作成されたものを求めてください。`,
  identityDiffers: () => '書類の記載が提案書と一致しません。説明又は訂正を求めてください。',
  incomplete: ({ missing }) => `提案書類に足りないものがあります: ${parts(missing)}。訂正又は提出を求めてください。`,
  nothingToAsk: () => '訂正を求める事項がありません。',
  correctionTextMissing: ({ fields }) => `${parts(fields)}について、求める内容がありません。`,
  correctionDeadlinePassed: ({ deadline }) =>
    `訂正の期限 ${day(deadline)} を過ぎたため、ここからは送信できません。総務課の窓口に連絡してください。`,
  deadlinePassed: ({ deadline }) => `期限 ${day(deadline)} が今日以前です。明日以後の日にしてください。`,
  wrongRequester: ({ by }) => `説明又は訂正の求めは${roleWord(text(by))}が行います。求める事項を伝えてください。`,
  correctionNotProvided: () => 'この機関では、作成された情報についての提案に訂正を求める定めがありません。',
  fieldNotOpen: ({ fields, open }) =>
    `${parts(fields)}は訂正を求めた事項ではありません。訂正できるのは${parts(open)}です。`,
  nothingCorrected: () => '訂正された事項がありません。',
  wrongReviewBody: ({ body }) => `審査は${partWord(text(body))}が行います。`,
  criterionNotAsked: ({ criteria: ids }) =>
    `作成された情報についての提案では、${criteria(ids)}は審査の対象ではありません。`,
  personCountUnknown: () => '提案又はファイルの本人の数が分かりません。先に本人の数を記録してください。',
  personCountOutside: ({ requested, minimum, filePersons }) =>
    `本人の数 ${amount(requested)} 人は、${amount(minimum)} 人以上かつファイルの ${amount(filePersons)} 人以下ではありません。訂正を求めるか、不適合としてください。`,
  feeTypedWithoutReason: () => 'この機関には手数料の算定式がありません。額と、その理由を書いてください。',
  feeHasFormula: () => '手数料は算定式で求めます。額を直接書かず、作業の時間と委託料を書いてください。',
  feeMissing: () => '手数料の額が決まっていません。先に積算してください。',
  effortMissing: () => '手数料の計算に必要な、作業の時間又は本人の延べ数がありません。',
  noSharing: () => 'この機関には、同一の提案の間で費用を分ける定めがありません。',
  wrongIssuer: ({ issuer }) => `通知は${roleWord(text(issuer))}が行います。`,
  findingsMissing: ({ criteria: ids }) => `${criteria(ids)}の判断がまだありません。すべての基準を判断してください。`,
  findingReasonMissing: ({ criteria: ids }) => `${criteria(ids)}の理由がありません。基準ごとに理由を書いてください。`,
  criterionNotMet: ({ criteria: ids }) =>
    `${criteria(ids)}に適合しないと判断されています。不適合の通知とするか、判断を改めてください。`,
  allCriteriaMet: () => '適合しないと判断した基準がありません。不適合の通知はできません。',
  noticeItemMissing: ({ items }) =>
    `通知に必要な事項が決まっていません: ${parts(items)}。値とその理由を書いてください。`,
  typedWithoutReason: ({ items }) => `${parts(items)}について、その値とした理由を書いてください。`,
  deadlineBeforeNotice: ({ deadline, noticeDate }) =>
    `期限 ${day(deadline)} が通知の日 ${day(noticeDate)} 以前です。後の日にしてください。`,
  extensionTooShort: () => '期限を早めることはできません。今の期限以後の日にしてください。',
  extensionWithoutReason: () => '期限を延ばす理由を書いてください。',
  applicationLate: ({ receivedOn, deadline }) =>
    `申込みの期限 ${day(deadline)} を過ぎて ${day(receivedOn)} に届きました。期限を延ばすか、失効としてください。`,
  contractCopiesMissing: ({ copies, wanted }) => `契約書が ${text(copies)} 通です。${text(wanted)} 通必要です。`,
  feeDiffers: ({ yen, due }) => `納付額 ${amount(yen)} 円が、通知した額 ${amount(due)} 円と違います。`,
  paymentLate: ({ paidOn, deadline }) =>
    `納付の期限 ${day(deadline)} を過ぎて ${day(paidOn)} に納付されました。期限を延ばすか、失効としてください。`,
  paymentTwice: ({ paidOn }) => `手数料の納付は ${day(paidOn)} に確認済みです。`,
  paymentNotConfirmed: () => '手数料の納付がまだ確認されていません。確認してから契約を締結してください。',
  eligibilityNotConfirmed: () => '欠格事由に該当しないことを、契約の前にもう一度確認してください。',
  stampOnOneCopy: () => '収入印紙を貼るのは契約書のうち 1 通だけです。',
  deadlineNotPassed: () => '申込み又は納付の期限がまだ過ぎていません。',
  cancellationReasonMissing: () => '契約を解除する理由を書いてください。',
  wrongCanceller: ({ by }) => `契約の解除は${roleWord(text(by))}が行います。`,
  contractGroundNotAdmitted: () =>
    'この機関の規程は、契約に定める事由だけによる解除を定めていません。規程の解除の事由を選んでください。',
  ...reviewRefusals,
  ...approvalRefusals,
  ...contractRefusals,
  ...releaseAsideRefusals,
  ...officeRefusals,
  ...afterRefusals,

  settingUnknown: ({ setting }) => `「${nameOfRule(setting)}」という設定できる値は、この機関の規程にありません。`,
  settingNotAcceptable: ({ setting, value, expected }) =>
    `「${nameOfRule(setting)}」に ${text(value)} とあります。${text(expected)}で書いてください。`,
  paperUnknown: ({ paper }) => `「${text(paper)}」という公文書は保存されていません。画面を開き直してください。`,
  paperReasonMissing: () => '理由がありません。理由を書いてください。',
  substituteIncomplete: ({ character }) =>
    `「${text(character)}」の代わりに印刷する文字か、字形の画像の、どちらか一方を登録してください。`,
  pictureNotAcceptable: ({ side, bytes }) =>
    `字形の画像として使えません。縦横とも${amount(side)}ピクセル以下、${amount(bytes)}バイト以下のPNGにしてください。`,
  characterNotMissing: ({ character }) =>
    `「${text(character)}」は、この事案の公文書で印刷できない文字ではありません。画面に示された文字を選んでください。`,
  settingReasonMissing: ({ setting }) => `「${nameOfRule(setting)}」を設定する根拠と理由を書いてください。`,
  settingNotMade: ({ setting }) => `「${nameOfRule(setting)}」は設定も訂正もされていません。`,
  sourceGivesValue: ({ setting, standing, citation, value }) =>
    `「${nameOfRule(setting)}」は、この機関の規程（${text(citation)}）が ${text(standing)} と定めています。${text(value)} に改めるには、規程が定める値を改めることを示し、その理由を書いてください。`,
  valueUnchanged: ({ setting, standing }) => `「${nameOfRule(setting)}」は既に ${text(standing)} です。`,
  valueFixedByLaw: ({ setting, standing, value }) =>
    `「${nameOfRule(setting)}」は国の法令が ${text(standing)} と定めているため、${text(value)} に改めることはできません。`,
  valueBelowLaw: ({ setting, atLeast, value }) =>
    `「${nameOfRule(setting)}」は国の法令が ${text(atLeast)} 以上と定めているため、${text(value)} にはできません。`,
  nothingPrinted: ({ setting }) => `「${nameOfRule(setting)}」に、訂正できる引用や文言はありません。`,
  printUnchanged: ({ setting }) => `「${nameOfRule(setting)}」の記載は今と変わりません。`,

  sourceMissing: () => '元データがまだ引き渡されていません。',
  recipeMissing: () => '加工の方法がまだ決まっていません。加工の手順を登録してください。',
  recipeUndecided: ({ open }) => `${list(open).join('')}決めてから、もう一度加工の手順を作ってください。`,
  verifierIsCreator: () => '加工をした人は検査をすることができません。別の人が検査してください。',
  checkNotPassed: ({ items }) =>
    `検査に合格していません${list(items).length > 0 ? `（規則第62条第${list(items).join('号・第')}号）` : ''}。作成をやり直してください。`,
  rejectionReasonMissing: () => '作成をやり直す理由を書いてください。',
  releaseReasonMissing: () => '提供に当たって講じた安全管理の措置を書いてください。',
  packageNotMade: () => '提供する一式を作れませんでした。検査が済んでいるか確かめてください。',
  fileNotKept: ({ name }) =>
    `ファイル「${text(name)}」は、この作成のために暗号化して保管されていません。もう一度送ってください。`,
  keyDestroyed: ({ on }) => `この作成の鍵は ${day(on)} に廃棄されました。元データも加工の手順も、もう読めません。`,
  destructionReasonMissing: () => '鍵を廃棄する理由を書いてください。',
  destructionNotProposed: () => '鍵の廃棄はまだ申し出られていません。先に、別の人が申し出てください。',
  destructionBySamePerson: () => '鍵の廃棄は、申し出た人とは別の人が行ってください。',
  retentionNotOver: ({ keptThrough }) =>
    `作成の記録は ${day(keptThrough)} まで保存することとされています。その後に廃棄してください。`,
  mediumNotChosen: ({ medium, delivery }) =>
    `提案で選ばれた方法は ${[text(medium), partWord(text(delivery))].filter((part) => part !== '').join('・')} です。その方法で提供してください。`,
};
