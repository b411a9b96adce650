import type { ApprovalEvent } from '../core/approval/events.ts';
import type { CallEvent } from '../core/call/events.ts';
import type { ComplaintEvent } from '../core/complaint/complaint.ts';
import type { LeakEvent } from '../core/leak/leak.ts';
import type { OfficeEvent } from '../core/office/events.ts';
import type { OtherProvisionEvent } from '../core/otherProvision/otherProvision.ts';
import type { PapersEvent } from '../core/papers/events.ts';
import type { ProposalEvent } from '../core/proposal/events.ts';
import type { RegisterEvent } from '../core/register/events.ts';
import type { ReleaseEvent } from '../core/release/events.ts';
import type { SettingsEvent } from '../core/settings/events.ts';
import { afterEventWords } from './afterWords.ts';
import { approvalEventWords } from './approvalWords.ts';
import { contractEventWords } from './contractEventWords.ts';
import { officeEventWords } from './officeWords.ts';
import { releaseAsideEventWords } from './releaseAsideWords.ts';
import { reviewEventWords } from './reviewEventWords.ts';

type EventType = (
  | ApprovalEvent
  | RegisterEvent
  | CallEvent
  | ProposalEvent
  | ReleaseEvent
  | SettingsEvent
  | OfficeEvent
  | ComplaintEvent
  | LeakEvent
  | OtherProvisionEvent
  | PapersEvent
)['type'];

const words: Readonly<Record<EventType, string>> = {
  fileRegistered: '個人情報ファイル簿に記載しました',
  entryCorrected: '個人情報ファイル簿の記載を修正しました',
  personsCounted: '本人の数を記録しました',
  partsOmitted: '記載の一部を省きました',
  entryWithheld: '個人情報ファイル簿に掲載しないこととしました',
  fileExempted: '個人情報ファイル簿の適用除外としました',
  entryPublished: '個人情報ファイル簿を公表しました',
  solicitationTested: '募集の対象となる要件を確かめました',
  flaggedForSolicitation: '提案の募集をするファイルとしました',
  unflaggedForSolicitation: '提案の募集をするファイルから外しました',
  preCheckRecorded: '提案の書類の案の事前チェックを記録しました',
  createdDataRecorded: '作成した情報を個人情報ファイル簿に記載しました',
  entryMoved: '所管を移しました',
  registrationUndone: '読み込みによる登録を取り消しました',
  entryDeleted: '個人情報ファイル簿から削除しました',
  callDrafted: '提案の募集を準備しました',
  callRevised: '提案の募集の内容を改めました',
  shortWindowAdmitted: '短い募集の期間を認めました',
  guidelineSet: '募集要綱を定めました',
  callPublished: '提案の募集を公示しました',
  callOpened: '提案の募集を始めました',
  callClosed: '提案の募集を終えました',
  snapshotReplaced: '募集の終了の時の本人の数を改めました',
  callWithdrawn: '提案の募集を取り下げました',
  proposalReceived: '提案書を受け付けました',
  proposalForwarded: '提案書の原本を担当課へ送付しました',
  contactRecorded: '連絡を記録しました',
  typingCorrectionProposed: '誤記の訂正を申し出ました',
  typingCorrected: '別の人の確認を経て、誤記を訂正しました',
  typingCorrectionDropped: '誤記の訂正を取りやめました',
  duplicateJoined: '同じ提案書類の二重の入力として統合しました',
  identityChecked: '本人確認をしました',
  attachmentReceived: '添付書類を受け付けました',
  completenessConfirmed: '書類がそろっていることを確かめ、審査を始めました',
  correctionRequested: '補正を求めました',
  correctionReceived: '補正された書類を受け付けました',
  ...approvalEventWords,
  ...reviewEventWords,
  ...contractEventWords,
  ...releaseAsideEventWords,
  ...officeEventWords,
  ...afterEventWords,
  findingRecorded: '審査の所見を記録しました',
  feeDetermined: '手数料の額を定めました',
  conformingNoticeIssued: '審査の結果（適合）を通知しました',
  nonConformingNoticeIssued: '審査の結果（不適合）を通知しました',
  deadlinesExtended: '期限を延ばしました',
  contractApplicationReceived: '契約締結の申込みを受け付けました',
  paymentConfirmed: '手数料の納付を確かめました',
  contractConcluded: '利用の契約を結びました',
  mergeJoined: '一本化した提案に引き継ぎました',
  contractCancelled: '利用の契約を解除しました',
  proposalLapsed: '期限までに手続がなく、失効しました',
  proposalWithdrawn: '提案が取り下げられました',
  releasePlanned: '作成の準備を始めました',
  sourceHandedIn: '加工する元の情報を引き渡しました',
  recipeSet: '加工の方法を定めました',
  creationStarted: '作成を始めました',
  creationCancelled: '作成を取りやめました',
  dataCreated: '情報を作成しました',
  creationFailed: '作成できませんでした',
  verificationSigned: '作成した情報を検査し、署名しました',
  creationRejected: '検査の結果、作り直すこととしました',
  releasePacked: '提供するための包みを作成しました',
  provisionRecorded: '情報を提供しました',
  keyDestructionProposed: '作成に用いた情報の鍵の廃棄を申し出ました',
  keyDestroyed: '作成に用いた情報の鍵を廃棄しました',
  ruleValueSet: '規程の値を設定しました',
  citationCorrected: '規程の引用や文言の記載を訂正しました',
  papersKept: '公文書を保存しました',
  characterSubstituted: '字体にない文字の代わりを登録しました',
  paperCorrected: '公文書の訂正を命じました',
  settingWithdrawn: '規程の設定を取り消しました',
};

/** What happened, as a sentence whose subject is the one who did it. */
export const eventWords = (type: string): string => (words as Readonly<Record<string, string>>)[type] ?? type;
